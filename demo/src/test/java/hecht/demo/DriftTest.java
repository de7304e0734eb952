package hecht.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.core.episode.Encounter;
import hecht.core.event.Event;
import hecht.core.perception.Preset;
import hecht.core.relation.Contribution;
import hecht.core.relation.Fold;
import hecht.core.relation.Folding;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Truth and events must not drift apart, whatever becomes of core's rules.
class DriftTest {
    private final Lichtland some = Lichtland.of(2_000, Lichtland.SEED);
    private final Folding folding =
            new Fold(Model.builtIn(some.zone(), Mode.CONTRACT), Preset.ENERGY.rules()).begin(State.NEW);
    private final Instant end = Timeline.instant(Timeline.monthEnd(Timeline.MONTHS));

    @Test
    void each_customers_truth_moves_at_the_very_encounters_that_hecht_finds() {
        folding.keepAccount();
        List<Event> history = new ArrayList<>();
        some.generate(history::add, truth -> {
            Map<Encounter, Double> found = found(history);
            for (Encounter each : Encounter.values())
                assertThat(found.getOrDefault(each, 0.0))
                        .as("%s of %s", each.word(), truth.customer())
                        .isCloseTo(truth.lived().getOrDefault(each, 0.0), within(1e-9)); // the same sum, in doubles
            history.clear();
        });
    }

    /// By class the weights after wearing off, as the account of the fold has them.
    private Map<Encounter, Double> found(List<Event> history) {
        folding.goOnFrom(State.NEW);
        for (Event each : history) folding.take(each);
        Map<Encounter, Double> sums = new EnumMap<>(Encounter.class);
        for (Contribution each : folding.why(end).contributions())
            if (each.encounter() != null) sums.merge(each.encounter(), each.weight(), Double::sum);
        return sums;
    }
}
