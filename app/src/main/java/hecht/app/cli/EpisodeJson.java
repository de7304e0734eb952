package hecht.app.cli;

import hecht.core.episode.EpisodeRecord;
import java.time.Duration;

/// One episode for programs.
final class EpisodeJson {
    private EpisodeJson() {}

    static void write(String customer, EpisodeRecord of, Json out) {
        out.open().text("customer", customer).whole("number", of.number());
        out.text("goal", of.goal()).text("case", of.caseId()).text("product", of.product());
        out.moment("opened", of.opened())
                .moment("closed", of.closed())
                .text("outcome", of.ending().word());
        out.openList("encounters");
        of.encounters().forEach(each -> out.value(each.word()));
        out.closeList();
        out.openList("parts");
        for (EpisodeRecord.Part part : of.parts()) {
            out.open().moment("time", part.time()).text("rule", part.rules()).number("quality", part.quality());
            out.close();
        }
        out.closeList();
        out.number("quality", of.quality());
        out.number("mean", of.mean().orElse(null))
                .number("peak_end", of.peakEnd().orElse(null));
        out.whole("contacts", of.contacts());
        out.flag("right_ours", of.rightByUs()).flag("right_theirs", of.rightByCustomer());
        out.moment("promised_by", of.promisedBy());
        out.number("days", of.timeToFulfilment().map(EpisodeJson::days).orElse(null));
        out.close().end();
    }

    private static Double days(Duration length) {
        return length.toSeconds() / 86_400.0;
    }
}
