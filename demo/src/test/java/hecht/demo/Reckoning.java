package hecht.demo;

import hecht.core.episode.EpisodeRecord;
import hecht.core.episode.Ledger;
import hecht.core.event.Direction;
import hecht.core.event.Event;
import hecht.core.event.MessageKind;
import hecht.core.perception.Preset;
import hecht.core.relation.Counting;
import hecht.core.relation.Fold;
import hecht.core.relation.Folding;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Standing;
import hecht.core.relation.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What hecht makes of the demo's events, beside what is so: counted, then folded, once for all tests.
final class Reckoning {
    /// Days at whose end every relationship is read.
    static final LocalDate BEFORE_THE_LETTER = LocalDate.of(2025, 10, 5);

    static final LocalDate OF_THE_LETTER = LocalDate.of(2025, 10, 6);
    static final LocalDate BEFORE_THE_OUTAGE = LocalDate.of(2026, 2, 8);
    static final LocalDate IN_THE_OUTAGE = LocalDate.of(2026, 2, 9);
    static final LocalDate AFTER_THE_OUTAGE = LocalDate.of(2026, 2, 13);
    private static final List<LocalDate> DAYS =
            List.of(BEFORE_THE_LETTER, OF_THE_LETTER, BEFORE_THE_OUTAGE, IN_THE_OUTAGE, AFTER_THE_OUTAGE);

    /// New customers are compared when they have been there for so long.
    static final Duration SETTLED_IN = Duration.ofDays(60);

    /// How long after an approach what came of it is read.
    private static final Duration AFTER_APPROACH = Duration.ofDays(30);

    /// Months between the month-ends that are read, from the twelfth on.
    static final int QUARTER = 3;

    private static @Nullable Reckoning demo;

    final Lichtland lichtland;
    final Counting counting = new Counting();
    final Model model;
    final List<Customer> customers = new ArrayList<>();
    long events;

    /// One customer, as is so and as is believed.
    ///
    /// @param at what was believed at the end of a day  @param approaches what came of each
    /// @param built year of the house  @param calls inward contacts  @param years of which anything is known
    /// @param started when they became a customer; null for those who were there before
    /// @param settledIn what was believed of a new one after [#SETTLED_IN]
    record Customer(
            Truth truth,
            Map<LocalDate, Read> at,
            List<EpisodeRecord> episodes,
            List<Approach> approaches,
            boolean gotTheLetter,
            int built,
            int calls,
            double years,
            @Nullable Instant started,
            Read settledIn) {
        Read on(LocalDate day) {
            return Objects.requireNonNullElse(at.get(day), Read.NOTHING);
        }

        Read atMonth(int month) {
            return on(endOfMonth(month));
        }
    }

    record Approach(Event.Approached event, Read before, Read after) {}

    record Read(
            boolean runs,
            double health,
            boolean inView,
            double door,
            double staying,
            @Nullable Instant opensOn) {
        static final Read NOTHING = new Read(false, Double.NaN, false, 1, Double.NaN, null);

        static Read of(Standing s) {
            return new Read(s.isRunning(), s.health(), s.isInView(), s.door(), s.staying(), s.opensOn());
        }
    }

    /// That of the demo.
    static synchronized Reckoning demo() {
        if (demo == null) demo = new Reckoning(Lichtland.demo());
        return demo;
    }

    static LocalDate endOfMonth(int month) {
        return Timeline.FIRST.plusMonths(month).minusDays(1);
    }

    private Reckoning(Lichtland lichtland) {
        this.lichtland = lichtland;
        Model builtIn = Model.builtIn(lichtland.zone(), Mode.CONTRACT);
        Folding counted = new Fold(builtIn.with(builtIn.usual().judgingInvitations(true)), Preset.ENERGY.rules())
                .begin(State.NEW);
        counted.count(counting);
        oneByOne((history, truth) -> {
            counted.goOnFrom(State.NEW);
            for (Event each : history) counted.take(each);
            counted.end(endOf(lichtland.lastDay()));
            events += history.size();
        });
        model = builtIn.with(counting.usual());
        Folding folding = new Fold(model, Preset.ENERGY.rules()).begin(State.NEW);
        oneByOne((history, truth) -> customers.add(read(folding, history, truth)));
    }

    private interface Each {
        void take(List<Event> history, Truth truth);
    }

    private void oneByOne(Each each) {
        List<Event> history = new ArrayList<>();
        Consumer<Truth> ended = truth -> {
            each.take(history, truth);
            history.clear();
        };
        lichtland.generate(history::add, ended);
    }

    long count(Predicate<Customer> who) {
        return customers.stream().filter(who).count();
    }

    Estimate estimate(Predicate<Customer> who, Function<Customer, Double> what) {
        return Estimate.of(customers.stream().filter(who).map(what).toList());
    }

    /// The episodes for one of the stories' goals that have ended.
    Stream<EpisodeRecord> closed(String goal) {
        return customers.stream()
                .flatMap(it -> it.episodes().stream())
                .filter(it -> goal.equals(it.goal()) && it.closed() != null);
    }

    Stream<Customer> running(int month) {
        return customers.stream().filter(each -> each.atMonth(month).runs());
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(lichtland.zone()).toInstant().minusNanos(1000);
    }

    // ---- one customer

    private Customer read(Folding folding, List<Event> history, Truth truth) {
        Map<Instant, Read> read = new HashMap<>();
        TreeSet<Instant> moments = new TreeSet<>();
        List<LocalDate> days = new ArrayList<>(DAYS);
        for (int month = 12; month <= Timeline.MONTHS; month += QUARTER) days.add(endOfMonth(month));
        for (LocalDate day : days) moments.add(endOf(day));
        Instant started = null;
        boolean letter = false;
        int calls = 0;
        int built = 0;
        List<Event.Approached> approached = new ArrayList<>();
        for (Event event : history) {
            String year = event.envelope().attributes().get("house_built");
            if (year != null) built = Integer.parseInt(year);
            switch (event) {
                case Event.Started e -> {
                    started = e.time();
                    moments.add(started.plus(SETTLED_IN));
                }
                case Event.Approached e -> {
                    approached.add(e);
                    moments.add(e.time().minusSeconds(1));
                    moments.add(e.time().plus(AFTER_APPROACH));
                }
                case Event.MessageSent e when e.kind() == MessageKind.PRICE -> letter = true;
                case Event.Contact e when e.direction() == Direction.IN -> calls++;
                default -> {}
            }
        }
        Instant last = endOf(lichtland.lastDay());
        moments.tailSet(last, false).clear();
        Ledger ledger = new Ledger();
        folding.goOnFrom(State.NEW);
        folding.tell(ledger);
        for (Event event : history) {
            while (!moments.isEmpty() && moments.first().isBefore(event.time()))
                read.put(moments.first(), Read.of(folding.standing(moments.removeFirst())));
            folding.take(event);
        }
        while (!moments.isEmpty()) read.put(moments.first(), Read.of(folding.standing(moments.removeFirst())));
        folding.end(last);
        Map<LocalDate, Read> at = new HashMap<>();
        for (LocalDate day : days) at.put(day, read.getOrDefault(endOf(day), Read.NOTHING));
        List<Approach> approaches = new ArrayList<>();
        for (Event.Approached each : approached)
            approaches.add(new Approach(
                    each,
                    read.getOrDefault(each.time().minusSeconds(1), Read.NOTHING),
                    read.getOrDefault(each.time().plus(AFTER_APPROACH), Read.NOTHING)));
        List<EpisodeRecord> planted = ledger.records().stream()
                .filter(each -> Story.of(each.goal()).isPresent())
                .toList();
        Read settledIn = started == null ? Read.NOTHING : read.getOrDefault(started.plus(SETTLED_IN), Read.NOTHING);
        double years =
                Duration.between(history.getFirst().time(), history.getLast().time())
                                .toDays()
                        / 365.25;
        return new Customer(truth, at, planted, approaches, letter, built, calls, years, started, settledIn);
    }
}
