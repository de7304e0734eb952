package hecht.app.api.relationship;

import com.fasterxml.jackson.annotation.JsonProperty;
import hecht.core.event.Dimension;
import hecht.core.relation.Condition;
import hecht.core.relation.Trail;
import hecht.store.relation.Listed;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// One relationship as programs read it.
///
/// @param belief by condition, summing to 1  @param dimensions in points around zero
/// @param change90Days points since three month-ends back  @param movedMost what moved it most since then
/// @param door φ, how freely the customer could leave
/// @param leavingOpen,leavingAsIs expected to leave in twelve months, with the door open and as it is; absent in rhythm
/// @param months the last 24 in which it ran, oldest first
@JsonNaming(SnakeCaseStrategy.class)
record ListedJson(
        String customer,
        @Nullable String name,
        @Nullable String segment,
        @Nullable String region,
        @Nullable Double margin,
        double health,
        double low,
        double high,
        double spread,
        boolean inView,
        double information,
        String condition,
        Map<String, Double> belief,
        String quadrant,
        @JsonProperty("change_90_days") @Nullable Double change90Days,
        @Nullable MovedJson movedMost,
        Map<String, Double> dimensions,
        double door,
        @Nullable Instant opensOn,
        @Nullable Double leavingOpen,
        @Nullable Double leavingAsIs,
        List<String> products,
        Instant since,
        @Nullable Instant ended,
        @Nullable Instant lastPerceived,
        @Nullable Instant lastHeard,
        @Nullable Instant lastAsked,
        @Nullable Instant lastDoubleFailure,
        @Nullable Instant lastRecovery,
        List<MonthJson> months,
        Instant asOf) {

    /// @param driver null for time and silence
    @JsonNaming(SnakeCaseStrategy.class)
    record MovedJson(@Nullable String driver, double points) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record MonthJson(String month, double health, double spread, Map<String, Double> belief, boolean inView) {}

    static ListedJson of(Listed it, ZoneId zone) {
        return new ListedJson(
                it.customer(),
                it.name(),
                it.segment(),
                it.region(),
                it.margin(),
                it.health(),
                it.low(),
                it.high(),
                it.spread(),
                it.inView(),
                it.information(),
                Condition.values()[it.condition()].word(),
                belief(it.los(), it.koel(), it.warm(), it.hecht()),
                it.quadrant().name().toLowerCase(Locale.ROOT),
                it.change(),
                moved(it.moved()),
                dimensions(it),
                it.phi(),
                it.opensOn(),
                it.leavingOpen(),
                it.leavingAsIs(),
                it.products(),
                it.since(),
                it.ended(),
                it.lastPerceived(),
                it.lastHeard(),
                it.lastAsked(),
                it.lastDoubleFailure(),
                it.lastRecovery(),
                months(it, zone),
                it.asOf());
    }

    private static @Nullable MovedJson moved(Listed.@Nullable Moved by) {
        return by == null
                ? null
                : new MovedJson(by.driver().map(Object::toString).orElse(null), by.points());
    }

    private static Map<String, Double> dimensions(Listed it) {
        Map<String, Double> points = new LinkedHashMap<>();
        for (Dimension each : Dimension.values())
            points.put(each.word(), it.dimensions().points(each));
        return points;
    }

    private static List<MonthJson> months(Listed it, ZoneId zone) {
        YearMonth newest = YearMonth.from(it.asOf().atZone(zone));
        List<MonthJson> months = new ArrayList<>();
        for (int i = 0; i < Trail.LENGTH; i++) {
            Trail.Entry each = it.trail().at(i).orElse(null);
            if (each == null) continue;
            months.add(new MonthJson(
                    newest.minusMonths(Trail.LENGTH - 1L - i).toString(),
                    each.health(),
                    each.spread(),
                    belief(each.los(), each.koel(), each.warm(), each.hecht()),
                    each.inView()));
        }
        return months;
    }

    private static Map<String, Double> belief(double los, double koel, double warm, double hecht) {
        double[] shares = {los, koel, warm, hecht};
        Map<String, Double> belief = new LinkedHashMap<>();
        for (Condition each : Condition.values()) belief.put(each.word(), shares[each.ordinal()]);
        return belief;
    }
}
