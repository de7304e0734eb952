package hecht.app.api.relationship;

import com.fasterxml.jackson.annotation.JsonProperty;
import hecht.core.episode.EpisodeRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// One episode, with the names of `hecht episodes --json`.
@JsonNaming(SnakeCaseStrategy.class)
record EpisodeJson(
        String customer,
        int number,
        @Nullable String goal,
        @JsonProperty("case") @Nullable String caseId,
        @Nullable String product,
        Instant opened,
        @Nullable Instant closed,
        String outcome,
        List<String> encounters,
        List<PartJson> parts,
        double quality,
        @Nullable Double mean,
        @Nullable Double peakEnd,
        int contacts,
        @Nullable Boolean rightOurs,
        @Nullable Boolean rightTheirs,
        @Nullable Instant promisedBy,
        @Nullable Double days) {
    private static final double SECONDS_A_DAY = 86_400;

    @JsonNaming(SnakeCaseStrategy.class)
    record PartJson(Instant time, String rule, double quality) {}

    static EpisodeJson of(String customer, EpisodeRecord it) {
        return new EpisodeJson(
                customer,
                it.number(),
                it.goal(),
                it.caseId(),
                it.product(),
                it.opened(),
                it.closed(),
                it.ending().word(),
                it.encounters().stream().map(each -> each.word()).toList(),
                it.parts().stream()
                        .map(each -> new PartJson(each.time(), each.rules(), each.quality()))
                        .toList(),
                it.quality(),
                it.mean().orElse(null),
                it.peakEnd().orElse(null),
                it.contacts(),
                it.rightByUs(),
                it.rightByCustomer(),
                it.promisedBy(),
                it.timeToFulfilment().map(EpisodeJson::days).orElse(null));
    }

    private static Double days(Duration length) {
        return length.toSeconds() / SECONDS_A_DAY;
    }
}
