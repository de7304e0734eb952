package hecht.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.app.living.Believing;
import hecht.core.episode.EpisodeRecord;
import hecht.core.event.Event;
import hecht.core.relation.Driver;
import hecht.demo.Lichtland;
import hecht.demo.Story;
import hecht.demo.Truth;
import hecht.files.Refusal;
import hecht.store.Store;
import hecht.store.TestStore;
import hecht.store.relation.Folders;
import hecht.store.relation.Pulse;
import hecht.store.relation.PulseMonth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What the pages are told of Lichtland, held against what is so. Everything goes the way that it goes in the demo: the
/// untidy files, their mappings, the store, the fold; the truth comes straight from where Lichtland is made up.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LichtlandToldTest {
    private static final Lichtland LICHTLAND = Lichtland.demo();
    private static final ZoneId ZONE = LICHTLAND.zone();
    private static final Clock AFTERWARDS = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZONE);
    private static final YearMonth OF_THE_LETTER = YearMonth.of(2025, 10);
    private static final YearMonth LAST = YearMonth.of(2026, 10);
    private static final int MONTH_OF_THE_LETTER = 24; // of Lichtland's three years

    private final Map<String, Truth> truths = new HashMap<>();
    private final Map<String, Instant> opens = new HashMap<>(); // the lock that held at the end of October 2025

    private Store store;

    @BeforeAll
    void the_demo_is_loaded(@TempDir Path folder) throws Refusal, IOException {
        store = TestStore.fresh();
        new LichtlandLoading(store, folder, AFTERWARDS).bringIn(LICHTLAND);
        new Believing(store).settle(AFTERWARDS.instant());
        Instant end = OF_THE_LETTER.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant();
        LICHTLAND.generate(event -> lock(event, end), each -> truths.put(each.customer(), each));
    }

    private void lock(Event event, Instant end) {
        if (!event.time().isBefore(end)) return;
        @Nullable
        Instant until = switch (event) {
            case Event.Started e -> e.lockedUntil();
            case Event.Contract e -> e.lockedUntil();
            default -> null;
        };
        if (event instanceof Event.Started || event instanceof Event.Contract) {
            if (until == null || until.isBefore(end)) opens.remove(event.customer());
            else opens.put(event.customer(), until);
        }
    }

    @AfterAll
    void close() {
        store.close();
    }

    private Pulse pulse(YearMonth month, @Nullable String segment) {
        return store.relation()
                .pulses()
                .of(month, Optional.ofNullable(segment), Optional.empty(), ZONE)
                .orElseThrow();
    }

    // ---- a letter cools the silent

    @Test
    void the_variable_tariff_falls_one_and_a_half_to_four_points_more_than_the_fixed_ones_in_the_month_of_the_letter() {
        double gap = fixed(PulseMonth::change) - variable().change().points();
        assertThat(gap).isBetween(1.5, 4.0);
    }

    @Test
    void so_it_does_among_those_who_were_not_in_view_before() {
        double gap = fixed(PulseMonth::changeSilent) - variable().changeSilent().points();
        assertThat(gap).isBetween(1.5, 4.0);
    }

    private PulseMonth variable() {
        return pulse(OF_THE_LETTER, "variable").month();
    }

    private interface Change {
        PulseMonth.Mean of(PulseMonth month);
    }

    /// The mean change of those with a fixed contract, of one year or three.
    private double fixed(Change change) {
        double points = 0;
        int customers = 0;
        for (String segment : List.of("fixed 1 year", "fixed 3 years")) {
            PulseMonth.Mean mean = change.of(pulse(OF_THE_LETTER, segment).month());
            points += mean.points() * mean.customers();
            customers += mean.customers();
        }
        return points / customers;
    }

    @Test
    void the_letter_is_a_moment_of_its_week_that_nearly_eight_thousand_got() {
        Pulse.Moment letter = pulse(OF_THE_LETTER, null).moments().stream()
                .filter(each -> each.name().equals("message_sent price"))
                .findFirst()
                .orElseThrow();
        // One row in 200 is broken, and a third of those is told twice.
        assertThat(letter.customers()).isBetween(7_700, 7_900);
        assertThat(YearMonth.from(letter.from())).isEqualTo(OF_THE_LETTER);
    }

    @Test
    void what_the_letter_is_said_to_have_moved_is_what_it_moved() {
        Pulse.Moved letter = moved(OF_THE_LETTER, "message_sent").orElseThrow();
        double stayed = pulse(OF_THE_LETTER, null).month().change().customers();
        List<Double> points = truths.values().stream()
                .map(each -> each.points().getOrDefault(Story.PRICE_LETTER, 0.0))
                .toList();
        double planted = points.stream().mapToDouble(each -> each).sum();
        double squares = points.stream().mapToDouble(each -> each * each).sum();
        // What really moved is a draw for each customer: three standard errors of its chance.
        assertThat(letter.points() * stayed).isCloseTo(planted, within(3 * Math.sqrt(squares)));
    }

    private Optional<Pulse.Moved> moved(YearMonth month, String about) {
        return pulse(month, null).drivers().stream()
                .filter(each -> each.what() instanceof Pulse.What.By by
                        && by.driver().about().equals(about))
                .findFirst();
    }

    // ---- held, then gone

    @Test
    void as_many_of_those_whose_locks_end_would_leave_as_is_said_month_by_month() {
        double said = 0;
        double so = 0;
        for (PulseMonth.Lock lock : pulse(OF_THE_LETTER, null).month().locks()) {
            List<Truth> ending = opens.entrySet().stream()
                    .filter(each -> YearMonth.from(each.getValue().atZone(ZONE)).equals(lock.month()))
                    .map(each -> truths.get(each.getKey()))
                    .filter(each -> each != null && each.wouldLeaveWithinYear().containsKey(MONTH_OF_THE_LETTER))
                    .toList();
            double would = ending.stream().filter(LichtlandToldTest::would).count();
            assertThat((double) lock.customers())
                    .as("locks that end in %s", lock.month())
                    .isCloseTo(ending.size(), within(.05 * ending.size() + 3));
            // They go one by one, so √expected is a standard error; three of them, for twelve months at once.
            assertThat(would)
                    .as("would leave when the lock ends in %s", lock.month())
                    .isCloseTo(lock.leaving(), within(3 * Math.sqrt(lock.leaving())));
            said += lock.leaving();
            so += would;
        }
        assertThat(so).as("in the year").isCloseTo(said, within(2.5 * Math.sqrt(said)));
    }

    private static boolean would(Truth it) {
        return it.wouldLeaveWithinYear().getOrDefault(MONTH_OF_THE_LETTER, false);
    }

    @Test
    void expected_leavers_cover_those_who_went_and_those_who_would_have() {
        PulseMonth.Leavers leavers = pulse(OF_THE_LETTER, null).month().leavers();
        double would = truths.values().stream().filter(LichtlandToldTest::would).count();
        double went = truths.values().stream()
                .filter(it -> it.byChoice() && it.left() > MONTH_OF_THE_LETTER && it.left() <= MONTH_OF_THE_LETTER + 12)
                .count();
        // Beliefs spread as well: the model counts what is usual, and is not the law itself.
        assertThat(would).isCloseTo(leavers.open(), within(.05 * leavers.open() + 3 * Math.sqrt(leavers.open())));
        assertThat(went).isCloseTo(leavers.asIs(), within(.05 * leavers.asIs() + 3 * Math.sqrt(leavers.asIs())));
        assertThat(leavers.latent()).as("latent leavers").isGreaterThan(100);
    }

    // ---- twice wrong with MeetWel

    @Test
    void the_second_meter_swap_leads_what_moved_it_in_autumn_by_as_much_as_it_did() {
        Pulse.Moved worst = pulse(LAST, null).drivers().stream()
                .filter(each -> each.what() instanceof Pulse.What.By)
                .min(Comparator.comparingDouble(Pulse.Moved::points))
                .orElseThrow();
        assertThat(worst.what()).isEqualTo(new Pulse.What.By(new Driver(true, "meter swap", "complaint-unresolved")));
        double stayed = pulse(LAST, null).month().change().customers();
        List<Double> points = truths.values().stream()
                .map(each -> each.points().getOrDefault(Story.METER_TWICE, 0.0))
                .toList();
        double planted = points.stream().mapToDouble(each -> each).sum();
        double squares = points.stream().mapToDouble(each -> each * each).sum();
        assertThat(planted).isLessThan(-1_000);
        assertThat(worst.points() * stayed).isCloseTo(planted, within(3 * Math.sqrt(squares)));
    }

    // ---- one move

    @Test
    void the_move_of_anneke_terpstra_is_counted_twice() {
        var one = store.relation().relationships().one(LICHTLAND.mover(), AFTERWARDS.instant());
        EpisodeRecord move = one.orElseThrow().drawn().course().episodes().stream()
                .filter(each -> "move house".equals(each.goal()))
                .findFirst()
                .orElseThrow();
        assertThat(move.contacts()).isEqualTo(6);
        assertThat(move.rightByUs()).isTrue();
        assertThat(move.rightByCustomer()).isFalse();
    }

    // ---- and what was broken

    @Test
    void broken_rows_stand_in_quarantine_and_every_import_adds_up() {
        List<Long> accepted = new ArrayList<>();
        long aside = 0;
        for (var each : store.imports().latest(50)) {
            assertThat(each.failure()).isEmpty();
            assertThat(each.counts().eventsRead())
                    .isEqualTo(each.counts().accepted()
                            + each.counts().conflicting()
                            + each.counts().rejected());
            accepted.add(each.counts().accepted());
            aside += each.counts().conflicting() + each.counts().rejected();
        }
        assertThat(accepted).hasSize(12);
        assertThat(accepted.stream().mapToLong(each -> each).sum())
                .isEqualTo(store.events().totals().events());
        assertThat(store.quarantine().size()).isEqualTo(aside);
    }

    @Test
    void living_equals_replay() {
        Folders.InForce by = store.relation().folders().inForce().orElseThrow();
        assertThat(store.relation().verifying().verify(by).isEqual()).isTrue();
    }
}
