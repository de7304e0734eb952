package hecht.app.cli;

import hecht.app.ingest.Tally;

/// What became of everything that was read, for programs.
final class TallyJson {
    private TallyJson() {}

    static void write(Tally tally, Json out) {
        out.open();
        fields(tally, out);
        out.close().end();
    }

    /// Into an object that is open.
    static void fields(Tally tally, Json out) {
        out.whole("rows", tally.rows()).whole("rows_without_event", tally.rowsWithoutEvent());
        out.whole("events_read", tally.eventsRead()).whole("accepted", tally.accepted());
        out.whole("repeated", tally.repeated()).whole("conflicting", tally.conflicting());
        out.whole("rejected", tally.rejected()).whole("erased", tally.erased());
        out.whole("not_switched_on", tally.notSwitchedOn()).whole("later", tally.later());
        out.openList("reasons");
        for (Tally.Reason each : tally.reasons()) {
            out.open().text("field", each.field()).whole("times", each.times()).text("example", each.example());
            out.close();
        }
        out.closeList();
    }
}
