package hecht.core.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.core.RandomHistory;
import hecht.core.Story;
import hecht.core.episode.Ledger;
import hecht.core.event.CaseOutcome;
import hecht.core.event.Dimension;
import hecht.core.event.Event;
import hecht.core.event.Outcome;
import hecht.core.perception.Preset;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is shown of one relationship is held, month-end by month-end, against folding the events up to there and reading
/// once: two ways that share nothing but the fold. Histories are random from one seed.
class WalkTest {
    private static final long SEED = 20260601;

    private static Fold fold(Mode mode) {
        Model builtIn = Model.builtIn(Story.ZONE, mode);
        return new Fold(builtIn.with(builtIn.usual().judgingInvitations(true)), Preset.ENERGY.rules());
    }

    private static final Fold CONTRACT = fold(Mode.CONTRACT);
    private static final Fold RHYTHM = fold(Mode.RHYTHM);

    private static Fold of(Mode mode) {
        return mode == Mode.CONTRACT ? CONTRACT : RHYTHM;
    }

    /// Rhythm keeps floats in its states, and one way comes by a month-end where the other does not.
    private static double rounding(Mode mode) {
        return mode == Mode.CONTRACT ? 1e-9 : 1e-4;
    }

    private static List<List<Event>> histories() {
        return LongStream.range(0, 120)
                .mapToObj(i -> i % 3 == 0
                        ? RandomHistory.ofTrouble(SEED + i).events(60)
                        : new RandomHistory(SEED + i).events((int) (i % 60) + 1))
                .toList();
    }

    private static Instant after(List<Event> events, int days) {
        return events.getLast().time().plus(Duration.ofDays(days));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void the_state_is_that_of_folding_all_events_and_nothing_else(Mode mode) {
        Walk walk = new Walk(of(mode)); // one for all: nothing of a customer may stay behind
        for (List<Event> events : histories())
            assertThat(walk.of(events, after(events, 45)).state()).isEqualTo(of(mode).all(events));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void every_month_end_is_what_a_reading_of_the_events_up_to_then_says(Mode mode) {
        Walk walk = new Walk(of(mode));
        int ran = 0;
        for (List<Event> events : histories()) {
            Instant asOf = after(events, 45);
            Course course = walk.of(events, asOf);
            YearMonth newest = YearMonth.from(asOf.atZone(Story.ZONE));
            for (int back = 0; back < Trail.LENGTH; back++) {
                YearMonth month = newest.minusMonths(back);
                Instant end = back == 0 ? asOf : Walk.endOf(month, Story.ZONE);
                Standing expected = reading(of(mode), events, end);
                Optional<MonthEnd> there = course.months().stream()
                        .filter(each -> each.month().equals(month))
                        .findFirst();
                assertThat(there.isPresent()).isEqualTo(expected.isRunning());
                if (!expected.isRunning()) continue;
                ran++;
                MonthEnd found = there.orElseThrow();
                assertThat(found.standing().health()).isCloseTo(expected.health(), within(rounding(mode)));
                assertThat(found.standing().spread()).isCloseTo(expected.spread(), within(rounding(mode)));
                assertThat(found.standing().information()).isCloseTo(expected.information(), within(rounding(mode)));
                assertThat(found.standing().staying()).isCloseTo(expected.staying(), within(rounding(mode)));
                assertThat(found.standing().lastHeard()).isEqualTo(expected.lastHeard());
                assertThat(found.standing().asOf()).isEqualTo(expected.asOf());
            }
        }
        assertThat(ran).as("month-ends compared").isGreaterThan(mode == Mode.CONTRACT ? 500 : 200);
    }

    private static Standing reading(Fold fold, List<Event> events, Instant end) {
        Folding folding = fold.begin(State.NEW);
        for (Event each : events) if (!each.time().isAfter(end)) folding.take(each);
        return folding.standing(end);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void contributions_and_dimensions_are_those_of_an_account_kept_up_to_then(Mode mode) {
        Walk walk = new Walk(of(mode));
        for (List<Event> events : histories()) {
            Instant asOf = after(events, 45);
            Course course = walk.of(events, asOf);
            Why expected = account(of(mode), events, asOf);
            assertThat(course.why().contributions()).hasSameSizeAs(expected.contributions());
            assertThat(course.why().base()).isCloseTo(expected.base(), within(rounding(mode)));
            for (int i = 0; i < expected.contributions().size(); i++) {
                Contribution one = expected.contributions().get(i);
                Contribution other = course.why().contributions().get(i);
                assertThat(other.now()).isCloseTo(one.now(), within(rounding(mode)));
                assertThat(other.onItsDay()).isCloseTo(one.onItsDay(), within(rounding(mode)));
                assertThat(other.label()).isEqualTo(one.label());
            }
            if (course.standing().isRunning())
                assertThat(course.why().health()).isCloseTo(course.standing().health(), within(rounding(mode)));
            for (MonthEnd each : course.months())
                if (each.month().getMonthValue() % 5 == 0) dimensionsAgree(mode, events, each);
        }
    }

    private static void dimensionsAgree(Mode mode, List<Event> events, MonthEnd month) {
        Instant end = month.standing().asOf();
        List<Event> until =
                events.stream().filter(each -> !each.time().isAfter(end)).toList();
        var expected = account(of(mode), until, end).dimensions();
        for (Dimension each : Dimension.values())
            assertThat(month.dimensions().points(each)).isCloseTo(expected.get(each), within(rounding(mode)));
    }

    private static Why account(Fold fold, List<Event> events, Instant asOf) {
        Folding folding = fold.begin(State.NEW);
        folding.keepAccount();
        for (Event each : events) folding.take(each);
        return folding.why(asOf);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void jumps_with_time_and_silence_are_the_change_from_month_end_to_month_end(Mode mode) {
        Walk walk = new Walk(of(mode));
        int moved = 0;
        for (List<Event> events : histories()) {
            MonthEnd before = null;
            for (MonthEnd each : walk.of(events, after(events, 45)).months()) {
                if (each.stayed()) {
                    double sum = each.timeAndSilence();
                    for (Jump jump : each.jumps()) sum += jump.points();
                    assertThat(sum).isCloseTo(each.change(), within(1e-9));
                    if (before != null) {
                        double change =
                                each.standing().health() - before.standing().health();
                        assertThat(each.change()).isCloseTo(change, within(1e-9));
                    }
                    moved += each.jumps().size();
                }
                for (Jump jump : each.jumps())
                    assertThat(YearMonth.from(jump.at().atZone(Story.ZONE))).isEqualTo(each.month());
                before = each;
            }
        }
        assertThat(moved).isGreaterThan(100);
    }

    @Test
    void episodes_are_those_of_a_ledger_kept_beside_the_fold() {
        Walk walk = new Walk(CONTRACT);
        for (List<Event> events : histories()) {
            Instant asOf = after(events, 45);
            Ledger ledger = new Ledger();
            Folding folding = CONTRACT.begin(State.NEW);
            folding.tell(ledger);
            for (Event each : events) folding.take(each);
            folding.settled(asOf);
            assertThat(walk.of(events, asOf).episodes()).isEqualTo(ledger.records());
        }
    }

    @Test
    void a_trail_keeps_what_a_row_of_a_list_draws_within_its_units() {
        Walk walk = new Walk(CONTRACT);
        for (List<Event> events : histories()) {
            Course course = walk.of(events, after(events, 45));
            Trail trail = Trail.of(course.trail().bytes());
            assertThat(trail.bytes()).hasSize(168);
            int there = 0;
            for (int i = 0; i < Trail.LENGTH; i++) if (trail.at(i).isPresent()) there++;
            assertThat(there).isEqualTo(course.months().size());
            if (!course.standing().isRunning()) continue;
            Trail.Entry now = trail.at(Trail.LENGTH - 1).orElseThrow();
            assertThat(now.health()).isCloseTo(course.standing().health(), within(1 / 600.0));
            assertThat(now.spread()).isCloseTo(course.standing().spread(), within(.11));
            assertThat(now.hecht()).isCloseTo(course.standing().belief().at(3), within(.007));
            assertThat(now.inView()).isEqualTo(course.standing().isInView());
        }
    }

    @Test
    void the_line_ends_where_health_stands_and_drawing_it_changes_nothing() {
        Walk walk = new Walk(CONTRACT);
        for (List<Event> events : histories()) {
            Instant asOf = after(events, 45);
            Drawn drawn = walk.drawn(events, asOf);
            Course plain = walk.of(events, asOf);
            assertThat(drawn.course().state()).isEqualTo(plain.state());
            assertThat(drawn.noticed()).hasSameSizeAs(events);
            assertThat(drawn.path()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
            if (!plain.standing().isRunning()) continue;
            assertThat(drawn.path().getLast().at()).isEqualTo(asOf);
            assertThat(drawn.path().getLast().health())
                    .isCloseTo(plain.standing().health(), within(1e-9));
            assertThat(drawn.course().why().base()).isCloseTo(plain.why().base(), within(1e-9));
        }
    }

    // ---- a story

    private static final Instant END = Story.endOf("2026-06-12");

    private static List<Event> anneke() {
        return Story.of("anneke")
                .on("2024-03-01")
                .started()
                .on("2024-03-01")
                .aboutProduct("power")
                .contract("2027-02-28", null)
                .on("2026-04-14")
                .aboutGoal("move house")
                .complained(Outcome.PROMISED)
                .on("2026-04-24")
                .aboutGoal("move house")
                .complained(Outcome.UNRESOLVED)
                .on("2026-04-27")
                .aboutGoal("move house")
                .complained(Outcome.RESOLVED)
                .events();
    }

    @Test
    void the_goal_and_the_rule_name_what_moved_it_most() {
        Course course = new Walk(CONTRACT).of(anneke(), END);
        Course.Moved moved = course.movedMost().orElseThrow();
        Driver driver = new Driver(true, "move house", "complaint-unresolved");
        assertThat(moved.driver()).isEqualTo(driver);
        assertThat(moved.points()).isNegative();
        assertThat(course.changeInQuarter().orElseThrow()).isNegative();
        assertThat(driver.reason(CONTRACT.rules()).english()).isNotEmpty();
        assertThat(course.products()).containsExactly("power");
        assertThat(course.touches()).extracting(Touch::name).contains("contact complaint");
    }

    @Test
    void a_broken_promise_is_moved_by_the_goal_of_its_episode() {
        List<Event> events = Story.of("bram")
                .on("2024-03-01")
                .started()
                .on("2026-04-14")
                .aboutCase("C1")
                .aboutGoal("meter")
                .opened("2026-04-20")
                .events();
        Course course = new Walk(CONTRACT).of(events, END);
        assertThat(course.months().stream()
                        .flatMap(each -> each.jumps().stream())
                        .map(Jump::driver))
                .contains(new Driver(true, "meter", "promise-broken"));
    }

    @Test
    void who_left_keeps_a_trail_and_has_no_month_end_after_it() {
        List<Event> events = new ArrayList<>(Story.of("chris")
                .on("2024-03-01")
                .started()
                .on("2026-02-10")
                .left()
                .events());
        Course course = new Walk(CONTRACT).of(events, END);
        assertThat(course.months().getLast().month()).isEqualTo(YearMonth.of(2026, 1));
        assertThat(course.trail().at(Trail.LENGTH - 1)).isEmpty();
        assertThat(course.trail().at(Trail.LENGTH - 6)).isPresent();
        assertThat(course.ended()).isEqualTo(Story.on(java.time.LocalDate.of(2026, 2, 10)));
        assertThat(course.movedMost()).isEmpty();
    }

    @Test
    void who_came_back_joined_and_did_not_stay() {
        List<Event> events = Story.of("dora")
                .on("2024-03-01")
                .started()
                .on("2026-02-10")
                .left()
                .on("2026-02-20")
                .started()
                .events();
        Course course = new Walk(CONTRACT).of(events, END);
        assertThat(course.ended()).isNull();
        assertThat(course.months().stream().filter(each -> !each.stayed()).map(MonthEnd::month))
                .contains(YearMonth.of(2026, 2));
    }

    @Test
    void the_last_double_failure_and_the_last_recovery_are_dated() {
        List<Event> events = Story.of("els")
                .on("2025-03-01")
                .started()
                .on("2026-03-01")
                .aboutCase("C1")
                .opened("2026-03-05")
                .on("2026-03-12")
                .aboutCase("C1")
                .complained(Outcome.PROMISED)
                .on("2026-03-16")
                .aboutCase("C1")
                .complained(Outcome.UNRESOLVED)
                .on("2026-03-17")
                .aboutCase("C1")
                .rewarded()
                .on("2026-03-18")
                .aboutCase("C1")
                .closed(CaseOutcome.FULFILLED)
                .events();
        Course course = new Walk(CONTRACT).of(events, END);
        assertThat(course.lastDoubleFailure()).isEqualTo(Story.on(java.time.LocalDate.of(2026, 3, 16)));
        assertThat(course.lastRecovery()).isEqualTo(Story.on(java.time.LocalDate.of(2026, 3, 18)));
    }
}
