package hecht.core.episode;

import hecht.core.event.ContactKind;
import hecht.core.event.Direction;
import hecht.core.event.Event;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The episodes of one customer that are open or may yet come back, in the order in which they began.
///
/// At most eight are remembered. An open one is never forgotten for a closed one; a closed one without a case is forgotten
/// when its goal can no longer return to it. Mutable; times are microseconds since 1970.
final class Remembered {
    static final int MOST = 8;

    /// How long after its last contact a goal may return.
    static final long WINDOW = 14 * 86_400_000_000L;

    private final List<Episode> episodes = new ArrayList<>(MOST);

    List<Episode> episodes() {
        return episodes;
    }

    int size() {
        return episodes.size();
    }

    Episode get(int index) {
        return episodes.get(index);
    }

    void clear() {
        episodes.clear();
    }

    // ---- linking

    /// An inward contact that asks for something.
    static boolean isRequest(Event event) {
        return event instanceof Event.Contact c
                && c.direction() == Direction.IN
                && (c.kind() == ContactKind.QUESTION
                        || c.kind() == ContactKind.REQUEST
                        || c.kind() == ContactKind.COMPLAINT);
    }

    void forgetClosed(long now) {
        for (int i = episodes.size() - 1; i >= 0; i--) {
            Episode each = episodes.get(i);
            if (!each.isOpen() && each.caseKey == Keys.NONE && now - each.lastContact > WINDOW) episodes.remove(i);
        }
    }

    /// The episode to which an event belongs: by case; else by goal, else (requests only) by product, within the window since
    /// its last contact. Null where there is none.
    @Nullable
    Episode find(Event event, long now) {
        if (episodes.isEmpty()) return null;
        var subject = event.envelope().subject();
        if (subject.isNone()) return null;
        long caseKey = Keys.of(subject.caseId());
        if (caseKey != Keys.NONE) for (Episode each : episodes) if (each.caseKey == caseKey) return each;
        long goalKey = Keys.of(subject.goal());
        if (goalKey != Keys.NONE) return latest(goalKey, caseKey, now);
        if (caseKey != Keys.NONE || !isRequest(event)) return null;
        return latestAbout(Keys.of(subject.product()), now);
    }

    private @Nullable Episode latest(long goalKey, long caseKey, long now) {
        Episode found = null;
        for (Episode each : episodes) {
            if (each.goalKey != goalKey || caseKey != Keys.NONE && each.caseKey != Keys.NONE) continue;
            boolean within = now - each.lastContact <= WINDOW || each.isCaseOpen();
            if (within && (found == null || !each.isBefore(found))) found = each;
        }
        return found;
    }

    private @Nullable Episode latestAbout(long productKey, long now) {
        Episode found = null;
        for (Episode each : episodes) {
            if (productKey == Keys.NONE || each.productKey != productKey) continue;
            if (now - each.lastContact <= WINDOW && (found == null || !each.isBefore(found))) found = each;
        }
        return found;
    }

    // ---- room

    /// Remembers one more, in place of the closed one that was longest without anything; a new open one, where all are open,
    /// in place of the oldest. A closed one for which there is no room is not remembered.
    ///
    /// @return the open one that had to go; null where none had to
    @Nullable
    Episode add(Episode episode, boolean opens) {
        Episode pushedOut = null;
        if (episodes.size() >= MOST) {
            Episode out = longestClosed();
            if (out == null && opens) {
                out = oldest();
                pushedOut = out;
            }
            if (out != null) episodes.remove(out);
        }
        if (episodes.size() < MOST) episodes.add(episode);
        return pushedOut;
    }

    private @Nullable Episode longestClosed() {
        Episode out = null;
        for (Episode each : episodes) if (!each.isOpen() && (out == null || each.lastAny < out.lastAny)) out = each;
        return out;
    }

    private Episode oldest() {
        Episode out = episodes.getFirst();
        for (Episode each : episodes) if (each.isBefore(out)) out = each;
        return out;
    }

    // ---- binary form

    int bytes() {
        return 1 + episodes.size() * Episode.BYTES;
    }

    void write(ByteBuffer to) {
        to.put((byte) episodes.size());
        for (Episode each : episodes) each.write(to);
    }

    void read(ByteBuffer from) {
        episodes.clear();
        for (int left = from.get(); left > 0; left--) {
            Episode each = new Episode();
            each.read(from);
            episodes.add(each);
        }
    }
}
