package hecht.app.api.relationship;

import hecht.core.event.Event;
import hecht.core.relation.Contribution;
import hecht.core.relation.Why;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Why health is what it is, exact: base + Σ now is `health`. Names are those of `hecht why --json`.
@JsonNaming(SnakeCaseStrategy.class)
record WhyJson(
        String customer,
        Instant asOf,
        double health,
        double base,
        List<ContributionJson> contributions,
        Map<String, Double> dimensions) {

    /// @param weight after wearing off; absent for something heard
    @JsonNaming(SnakeCaseStrategy.class)
    record ContributionJson(
            Instant time,
            @Nullable String source,
            @Nullable String id,
            String type,
            @Nullable String goal,
            @Nullable String encounter,
            @Nullable String heard,
            @Nullable String rule,
            String reasonEn,
            String reasonNl,
            String dimension,
            @Nullable Double weight,
            double onItsDay,
            double now) {
        static ContributionJson of(Contribution it) {
            Event event = it.event().orElse(null);
            return new ContributionJson(
                    it.cause().time(),
                    event == null ? null : event.envelope().source(),
                    event == null ? null : event.envelope().id(),
                    event == null ? "deadline" : event.type().word(),
                    event == null ? null : event.envelope().subject().goal(),
                    it.encounter() == null ? null : it.encounter().word(),
                    it.heard() == null ? null : it.label(),
                    it.heard() == null ? it.label() : null,
                    it.reason().english(),
                    it.reason().dutch(),
                    it.dimension().word(),
                    Double.isNaN(it.weight()) ? null : it.weight(),
                    it.onItsDay(),
                    it.now());
        }
    }

    static WhyJson of(String customer, Instant asOf, Why it) {
        Map<String, Double> points = new LinkedHashMap<>();
        it.dimensions().forEach((dimension, each) -> points.put(dimension.word(), each));
        return new WhyJson(
                customer,
                asOf,
                it.health(),
                it.base(),
                it.contributions().stream().map(ContributionJson::of).toList(),
                points);
    }
}
