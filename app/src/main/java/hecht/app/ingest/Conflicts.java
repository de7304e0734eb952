package hecht.app.ingest;

import hecht.core.event.Event;
import hecht.core.event.Problem;

/// What a person is told of conflicts.
public final class Conflicts {
    private Conflicts() {}

    /// An event whose source and id came before with other content.
    public static Problem id(Event event) {
        return new Problem(
                "id",
                "the content that came first with this source and id",
                event.envelope().id(),
                "the first counts; give this event an id of its own, or leave it out");
    }

    /// A merge that would lead in a circle.
    public static Problem circle(Event.Merged merged) {
        return new Problem(
                "from",
                "a key that does not lead back to itself",
                merged.from(),
                "the earlier merges count; leave this one out");
    }
}
