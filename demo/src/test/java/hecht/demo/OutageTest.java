package hecht.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.core.episode.Encounter;
import hecht.core.episode.EpisodeRecord;
import hecht.demo.Reckoning.Customer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No heat in Almere from 9 to 12 February 2026, visits and compensation.
class OutageTest {
    private final Reckoning demo = Reckoning.demo();
    private final List<Customer> cold = demo.customers.stream()
            .filter(it -> outages(it).findAny().isPresent())
            .filter(it -> it.on(Reckoning.AFTER_THE_OUTAGE).runs())
            .toList();

    private static Stream<EpisodeRecord> outages(Customer it) {
        return it.episodes().stream().filter(episode -> Goal.OUTAGE.equals(episode.goal()));
    }

    @Test
    void it_is_one_episode_for_every_home_on_heat_in_almere() {
        assertThat(cold).hasSizeGreaterThan(1_500).allSatisfy(it -> {
            assertThat(it.truth().region()).isEqualTo("Almere");
            assertThat(it.truth().segment()).isEqualTo("heat");
            assertThat(outages(it)).hasSize(1);
        });
    }

    @Test
    void it_was_severe_and_whoever_was_visited_recovered() {
        List<EpisodeRecord> episodes =
                cold.stream().flatMap(OutageTest::outages).toList();
        assertThat(episodes).allMatch(it -> it.encounters().getFirst() == Encounter.SEVERE);
        double recovered = episodes.stream()
                        .filter(it -> it.encounters().contains(Encounter.RECOVERY))
                        .count()
                / (double) episodes.size();
        assertThat(recovered).isCloseTo(.85, within(.035)); // as many as were visited; four standard errors of chance
    }

    @Test
    void health_fell_with_the_outage_and_some_of_it_came_back() {
        double before = mean(Reckoning.BEFORE_THE_OUTAGE);
        double during = mean(Reckoning.IN_THE_OUTAGE);
        double after = mean(Reckoning.AFTER_THE_OUTAGE);
        assertThat(before - during).as("the blow").isGreaterThan(6);
        assertThat(after - during).as("what came back").isGreaterThan(2).isLessThan(before - during);
    }

    private double mean(LocalDate day) {
        return cold.stream().mapToDouble(it -> it.on(day).health()).average().orElseThrow();
    }
}
