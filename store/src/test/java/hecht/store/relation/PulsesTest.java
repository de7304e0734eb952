package hecht.store.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.core.event.ContactKind;
import hecht.core.event.Dimension;
import hecht.core.event.Direction;
import hecht.core.event.Envelope;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.Outcome;
import hecht.core.relation.Course;
import hecht.core.relation.Driver;
import hecht.core.relation.MonthEnd;
import hecht.core.relation.Quadrant;
import hecht.core.relation.Walk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Months of Pulse are held against walking through everybody's events and adding up by hand.
class PulsesTest {
    private static final int CUSTOMERS = 400;
    private static final YearMonth NEWEST = YearMonth.of(2026, 10);
    private static final Settled SETTLED = new Settled().with(Crowd.of(CUSTOMERS));
    private static final List<Course> COURSES = courses();

    @AfterAll
    static void close() {
        SETTLED.close();
    }

    private static List<Course> courses() {
        Walk walk = new Walk(Settled.FOLD);
        List<Course> all = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            List<Event> events = Crowd.ofOne(i);
            all.add(walk.of(events, Walk.endOf(NEWEST, Crowd.ZONE)));
        }
        return all;
    }

    private static Pulse pulse(YearMonth month, String segment, String region) {
        return SETTLED.relation
                .pulses()
                .of(month, text(segment), text(region), Crowd.ZONE)
                .orElseThrow();
    }

    private static Optional<String> text(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static List<MonthEnd> ends(YearMonth month, Predicate<Course> of) {
        return COURSES.stream()
                .filter(of)
                .flatMap(each -> each.months().stream())
                .filter(each -> each.month().equals(month))
                .toList();
    }

    private static void agree(PulseMonth found, List<MonthEnd> ends) {
        int n = ends.size();
        assertThat(found.customers()).isEqualTo(n);
        assertThat(found.inView()).isEqualTo((int)
                ends.stream().filter(each -> each.standing().isInView()).count());
        assertThat(found.health())
                .isCloseTo(
                        ends.stream()
                                .mapToDouble(each -> each.standing().health())
                                .average()
                                .orElse(0),
                        within(1e-4));
        assertThat(found.seen().sum() + found.silent().sum()).isCloseTo(1, within(1e-3));
        assertThat(found.seen().warm() + found.silent().warm())
                .isCloseTo(
                        ends.stream()
                                .mapToDouble(each -> each.standing().belief().at(2))
                                .average()
                                .orElse(0),
                        within(1e-4)); // shares are kept in 1/65,535
        assertThat(found.unheardForYear()).isEqualTo((int)
                ends.stream().filter(each -> each.isUnheardForYear()).count());
        assertThat(found.of(Dimension.EXPERIENCE).points())
                .isCloseTo(
                        ends.stream()
                                .mapToDouble(each -> each.dimensions().points(Dimension.EXPERIENCE))
                                .average()
                                .orElse(0),
                        within(.003)); // kept in 1/250
        assertThat(found.leavers().latent())
                .isCloseTo(
                        ends.stream()
                                .mapToDouble(each -> each.standing().latentLeaving())
                                .sum(),
                        within(1e-2));
        List<MonthEnd> stayed = ends.stream().filter(each -> each.stayed()).toList();
        assertThat(found.change().customers()).isEqualTo(stayed.size());
        assertThat(found.change().points())
                .isCloseTo(
                        stayed.stream()
                                .mapToDouble(each -> each.change())
                                .average()
                                .orElse(0),
                        within(1e-4));
        assertThat(found.joined().customers()).isEqualTo(n - stayed.size());
    }

    @Test
    void every_month_is_the_sum_of_its_relationships() {
        Pulse pulse = pulse(NEWEST, "", "");
        assertThat(pulse.months()).hasSize(24);
        for (PulseMonth each : pulse.months()) agree(each, ends(each.month(), course -> true));
    }

    @Test
    void segments_and_regions_and_both_together_are_sums_of_theirs() {
        for (String segment : List.of("", "variable", "fixed"))
            for (String region : List.of("", "Almere", "Twente"))
                agree(
                        pulse(NEWEST, segment, region).month(),
                        ends(
                                NEWEST,
                                each -> (segment.isEmpty()
                                                || segment.equals(each.profile().segment()))
                                        && (region.isEmpty()
                                                || region.equals(each.profile().region()))));
    }

    @Test
    void a_month_before_can_be_asked_for_as_well() {
        Pulse pulse = pulse(YearMonth.of(2025, 10), "", "");
        assertThat(pulse.month().month()).isEqualTo(YearMonth.of(2025, 10));
        agree(pulse.month(), ends(YearMonth.of(2025, 10), course -> true));
        assertThat(SETTLED.relation.pulses().months()).hasSize(24).first().isEqualTo(NEWEST);
    }

    @Test
    void what_moved_it_adds_up_to_the_change_of_those_who_stayed() {
        for (YearMonth month : SETTLED.relation.pulses().months()) {
            Pulse pulse = pulse(month, "", "");
            double sum =
                    pulse.drivers().stream().mapToDouble(each -> each.points()).sum();
            assertThat(sum).as("%s", month).isCloseTo(pulse.month().change().points(), within(1e-4));
        }
    }

    @Test
    void the_letter_leads_what_moved_it_in_its_month_and_only_for_the_variable_tariff() {
        Pulse variable = pulse(YearMonth.of(2025, 10), "variable", "");
        assertThat(variable.drivers().getFirst().what())
                .isInstanceOfSatisfying(
                        Pulse.What.By.class,
                        by -> assertThat(by.driver().about()).isEqualTo("message_sent"));
        assertThat(variable.drivers().getFirst().points()).isNegative();
        assertThat(variable.drivers().getFirst().high()).isNegative();
        Pulse fixed = pulse(YearMonth.of(2025, 10), "fixed", "");
        assertThat(fixed.drivers().stream()
                        .filter(each -> each.what() instanceof Pulse.What.By by
                                && by.driver().about().equals("message_sent")))
                .isEmpty();
        assertThat(variable.month().change().points())
                .isLessThan(fixed.month().change().points());
    }

    @Test
    void the_letter_is_a_marked_moment_and_bills_are_not() {
        assertThat(pulse(NEWEST, "", "").moments()).anySatisfy(each -> {
            assertThat(each.name()).isEqualTo("message_sent price");
            assertThat(each.from()).isEqualTo(LocalDate.of(2025, 10, 7));
            assertThat(each.to()).isEqualTo(LocalDate.of(2025, 10, 7));
            assertThat(each.customers()).isGreaterThan(100);
        });
        assertThat(pulse(NEWEST, "", "").moments())
                .extracting(Pulse.Moment::name)
                .doesNotContain("invoiced");
    }

    @Test
    void nobody_is_unheard_for_a_year_who_is_not_here_for_one() {
        List<MonthEnd> silent = ends(NEWEST, each -> true).stream()
                .filter(each -> each.standing().lastHeard() == null)
                .toList();
        assertThat(silent).anyMatch(each -> each.isUnheardForYear()).anyMatch(each -> !each.isUnheardForYear());
        Instant yearAgo = Instant.parse("2025-10-31T22:59:59.999999Z");
        for (MonthEnd each : silent) {
            Instant since = Objects.requireNonNull(each.standing().since());
            assertThat(each.isUnheardForYear()).isEqualTo(since.isBefore(yearAgo));
        }
    }

    @Test
    void the_histogram_holds_everybody_once() {
        Pulse pulse = pulse(NEWEST, "", "");
        assertThat(pulse.health().stream().mapToInt(Pulse.Bin::customers).sum())
                .isEqualTo(pulse.month().customers());
        assertThat(pulse.health().stream()
                        .filter(each -> each.inView())
                        .mapToInt(Pulse.Bin::customers)
                        .sum())
                .isEqualTo(pulse.month().inView());
        for (Pulse.Bin each : pulse.health()) assertThat(each.shares().sum()).isCloseTo(1, within(1e-3));
    }

    @Test
    void squares_and_locks_count_the_rows_of_the_lists_they_lead_to() {
        PulseMonth month = pulse(NEWEST, "", "").month();
        Relationships lists = SETTLED.relation.relationships();
        for (Quadrant each : Quadrant.values()) {
            Selection those = Selection.read(Map.of("quadrant", each.word()));
            assertThat(month.of(each).customers())
                    .as("%s", each)
                    .isEqualTo(lists.selected(those).customers());
        }
        int locks = 0;
        for (PulseMonth.Lock each : month.locks()) {
            Selection those = Selection.read(Map.of("opens", each.month().toString()));
            assertThat(lists.selected(those).customers()).isEqualTo(each.customers());
            assertThat(lists.selected(those).leaving()).isCloseTo(each.leaving(), within(1e-4));
            locks += each.customers();
        }
        assertThat(locks).isPositive();
        assertThat(month.locks().getFirst().month()).isEqualTo(YearMonth.of(2026, 11));
    }

    /// One in eight complains in vain in the month that runs, about something that nobody else ever wanted.
    @Test
    void a_bar_of_what_moved_it_counts_the_rows_of_the_list_it_leads_to() {
        List<Event> events = new ArrayList<>(Crowd.of(CUSTOMERS));
        for (int i = 0; i < CUSTOMERS; i += 8)
            events.add(Event.Contact.of(
                    Envelope.of("heat", "h" + i, Instant.parse("2026-10-15T10:00:00Z"), "K%05d".formatted(i))
                            .about(Subject.ofGoal("heat")),
                    Direction.IN,
                    ContactKind.COMPLAINT,
                    Outcome.UNRESOLVED));
        Settled cold = new Settled().with(events);
        try {
            Relationships lists = cold.relation.relationships();
            List<String> goals = new ArrayList<>();
            for (String segment : List.of("", "variable"))
                for (Pulse.Moved each : cold.relation
                        .pulses()
                        .of(NEWEST, text(segment), Optional.empty(), Crowd.ZONE)
                        .orElseThrow()
                        .drivers()) {
                    if (!(each.what() instanceof Pulse.What.By by)) continue;
                    Map<String, String> asked =
                            new HashMap<>(Selection.movedBy(by.driver()).parameters());
                    asked.put("segment", segment);
                    assertThat(lists.selected(Selection.read(asked)).customers())
                            .as("%s %s", segment, by.driver())
                            .isEqualTo(each.customers())
                            .isGreaterThanOrEqualTo(30);
                    goals.add(by.driver().about());
                }
            assertThat(goals).containsExactly("heat", "heat");
            Selection nobody = Selection.movedBy(new Driver(true, "never heard of", "promise-broken"));
            assertThat(lists.selected(nobody).customers()).isZero();
        } finally {
            cold.close();
        }
    }

    @Test
    void who_never_acted_is_counted_apart_at_each_point_of_health() {
        Pulse pulse = pulse(NEWEST, "", "");
        assertThat(pulse.month().neverHeard()).isPositive();
        assertThat(pulse.health().stream().mapToInt(Pulse.Bin::neverHeard).sum())
                .isEqualTo(pulse.month().neverHeard())
                .isEqualTo(SETTLED.relation
                        .relationships()
                        .selected(Selection.read(Map.of("heard", "never")))
                        .customers());
        assertThat(pulse.health()).allMatch(each -> each.neverHeard() <= each.customers());
    }

    @Test
    void who_is_held_back_has_the_spread_of_a_chance_each_and_not_of_two() {
        double variance = ends(NEWEST, course -> true).stream()
                .mapToDouble(each -> Math.abs(each.standing().latentLeaving()))
                .map(chance -> chance * (1 - chance))
                .sum();
        PulseMonth.Leavers found = pulse(NEWEST, "", "").month().leavers();
        assertThat(found.latentError()).isCloseTo(Math.sqrt(variance), within(1e-3)); // health is kept as a float
        assertThat(found.latentError()).isPositive().isLessThan(Math.hypot(found.openError(), found.asIsError()));
    }

    @Test
    void who_left_and_who_joined_are_told_apart_and_counted_once() {
        int left = 0;
        PulseMonth before = null;
        for (PulseMonth each : pulse(NEWEST, "", "").months()) {
            if (before != null)
                assertThat(before.customers()
                                + each.joined().customers()
                                - each.left().customers())
                        .isEqualTo(each.customers());
            left += each.left().customers();
            before = each;
        }
        assertThat(left).isPositive();
    }

    @Test
    void the_read_view_says_the_same() {
        double health = SETTLED.store
                .database()
                .jdbc()
                .sql(
                        "SELECT health FROM v_pulse_month WHERE month = '2026-10-01' AND segment IS NULL AND region IS NULL")
                .query(Double.class)
                .single();
        assertThat(health).isEqualTo(pulse(NEWEST, "", "").month().health());
    }
}
