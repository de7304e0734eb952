package hecht.app.cli;

import hecht.app.ingest.Tally;
import java.nio.file.Path;
import java.util.List;

/// What became of everything that was read, in words that add up.
final class Tallied {
    private static final int REASONS = 5;

    private final Conversation with;

    Tallied(Conversation with) {
        this.with = with;
    }

    /// Tells it on standard error; the reasons for what was kept aside, each with its first example.
    ///
    /// @param rejects the files in which rejected rows lie
    void tell(Tally tally, List<Path> rejects) {
        with.tellAtLength(sum(tally));
        if (tally.later() > 0) with.tell(with.say("tally.later", tally.later()));
        if (tally.withoutEmployee() > 0) with.tell(with.say("tally.without-employee", tally.withoutEmployee()));
        reasons(tally).forEach(with::tell);
        if (!rejects.isEmpty())
            with.tell(with.say(
                    "tally.rejects",
                    String.join(", ", rejects.stream().map(Path::toString).toList())));
    }

    /// events read = accepted + repeated + conflicting + rejected + erased + not switched on; rows beside it.
    String sum(Tally tally) {
        String events = with.say(
                "tally.events",
                tally.eventsRead(),
                tally.accepted(),
                tally.repeated(),
                tally.conflicting(),
                tally.rejected(),
                tally.erased(),
                tally.notSwitchedOn());
        return events + " " + with.say("tally.rows", tally.rows(), tally.rowsWithoutEvent());
    }

    List<String> reasons(Tally tally) {
        List<String> told = new java.util.ArrayList<>();
        for (Tally.Reason each : tally.reasons().stream().limit(REASONS).toList())
            told.add("  " + with.say("tally.reason", each.times(), sentence(each)));
        int more = tally.reasons().size() - REASONS;
        if (more > 0) told.add("  " + with.say("tally.more-reasons", more));
        return told;
    }

    private static String sentence(Tally.Reason of) {
        String example = Shown.safely(of.example());
        return example.endsWith("?") ? example : example + ".";
    }
}
