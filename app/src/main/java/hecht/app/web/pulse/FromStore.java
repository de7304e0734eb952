package hecht.app.web.pulse;

import hecht.app.web.chart.Dots;
import hecht.app.web.chart.Lanes;
import hecht.app.web.chart.Leavers;
import hecht.app.web.chart.Locks;
import hecht.app.web.chart.Movers;
import hecht.app.web.chart.Shares;
import hecht.app.web.chart.Squares;
import hecht.app.web.chart.Stream;
import hecht.app.words.Messages;
import hecht.core.event.Dimension;
import hecht.core.perception.RuleSet;
import hecht.core.relation.Driver;
import hecht.core.relation.Mode;
import hecht.core.relation.Quadrant;
import hecht.store.relation.Pulse;
import hecht.store.relation.Pulse.What;
import hecht.store.relation.PulseMonth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns what the store added up into what Pulse tells. Reckons nothing of a single customer.
final class FromStore {
    /// More bars than this nobody reads; the smallest are drawn as one.
    private static final int BARS = 14;

    private final Messages words;
    private final RuleSet rules;
    private final ZoneId zone;
    private final Mode mode;
    private final boolean isFitted;
    private final @Nullable Lists lists;

    /// @param rules that name the reasons of drivers  @param zone in which days end
    /// @param lists where customers are listed; null where there is no such list for this reader and month
    FromStore(Messages words, RuleSet rules, ZoneId zone, Mode mode, boolean isFitted, @Nullable Lists lists) {
        this.words = words;
        this.rules = rules;
        this.zone = zone;
        this.mode = mode;
        this.isFitted = isFitted;
        this.lists = lists;
    }

    /// @param written moments that a steward wrote down  @param groups each segment and each region, where all were
    /// asked for
    /// @param isHidden whether so few are left out that this reader may not be told  @param fewest of fewer this
    /// reader is not told
    Told told(
            Told.Asked asked,
            Told.Choices choices,
            Pulse pulse,
            List<Stream.Mark> written,
            List<Pulse> groups,
            Told.Recent recent,
            List<Conversation> views,
            boolean hasMargins,
            boolean isHidden,
            int fewest) {
        List<PulseMonth> months = running(pulse.months());
        PulseMonth now = months.getLast();
        List<Stream.Mark> marks = new ArrayList<>(written);
        for (Pulse.Moment each : pulse.moments())
            marks.add(new Stream.Mark(
                    each.from(),
                    each.to(),
                    name(each.name()),
                    each.customers() < fewest ? null : (long) each.customers()));
        marks.removeIf(
                each -> YearMonth.from(each.day()).isBefore(months.getFirst().month())
                        || YearMonth.from(each.day()).isAfter(now.month()));
        marks.sort(Comparator.comparing(Stream.Mark::day));
        return new Told(
                asked,
                choices,
                LocalDate.ofInstant(now.asOf(), zone),
                mode == Mode.RHYTHM,
                isFitted,
                months.stream().map(FromStore::month).toList(),
                bins(pulse.health()),
                lanes(months, fewest),
                squares(now),
                leaving(now),
                now.locks().stream().map(FromStore::lock).toList(),
                moved(months, pulse),
                marks,
                groups.stream().map(each -> group(each, months)).toList(),
                recent,
                views,
                hasMargins,
                isHidden);
    }

    /// Months without a customer are before the beginning, or after everybody had gone; what lies after the last of
    /// them counts.
    private static List<PulseMonth> running(List<PulseMonth> months) {
        int from = 0;
        for (int i = 0; i < months.size() - 1; i++) if (months.get(i).customers() == 0) from = i + 1;
        return months.subList(from, months.size());
    }

    private static Told.Month month(PulseMonth of) {
        PulseMonth.Shares silent = of.silent();
        return new Told.Month(
                new Stream.Month(of.month(), of.customers(), of.inView(), shares(of.seen(), 1), shares(silent, 1)),
                new Estimate(of.health(), of.low(), of.high()),
                of.unheardForYear(),
                of.neverHeard(),
                change(of.change()),
                of.change().customers() == 0 ? null : (long) of.leftView(),
                of.change().customers() == 0 ? null : (long) of.cameIntoView());
    }

    private static @Nullable Estimate change(PulseMonth.Mean mean) {
        return mean.customers() == 0 ? null : estimate(mean);
    }

    private static Estimate estimate(PulseMonth.Mean mean) {
        return new Estimate(mean.points(), mean.low(), mean.high());
    }

    private static Shares shares(PulseMonth.Shares of, double times) {
        return new Shares(of.los() * times, of.koel() * times, of.warm() * times, of.hecht() * times);
    }

    private static List<Dots.Bin> bins(List<Pulse.Bin> health) {
        Map<Integer, Dots.Bin> bins = new TreeMap<>();
        for (Pulse.Bin each : health) {
            int point = each.point();
            Dots.Bin bin = bins.getOrDefault(point, new Dots.Bin(point, point + 1, 0, 0, Shares.NONE, Shares.NONE, 0));
            Shares believed = shares(each.shares(), each.customers());
            bins.put(
                    point,
                    each.inView()
                            ? new Dots.Bin(
                                    point,
                                    point + 1,
                                    bin.inView() + each.customers(),
                                    bin.notInView(),
                                    bin.believed().plus(believed),
                                    bin.believedNot(),
                                    bin.neverHeard())
                            : new Dots.Bin(
                                    point,
                                    point + 1,
                                    bin.inView(),
                                    bin.notInView() + each.customers(),
                                    bin.believed(),
                                    bin.believedNot().plus(believed),
                                    bin.neverHeard() + each.neverHeard()));
        }
        return List.copyOf(bins.values());
    }

    private static List<Lanes.Lane> lanes(List<PulseMonth> months, int fewest) {
        List<Lanes.Lane> lanes = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            List<Lanes.Point> points = new ArrayList<>();
            for (PulseMonth each : months) {
                PulseMonth.Mean mean = each.dimensions().getOrDefault(dimension, new PulseMonth.Mean(0, 0, 0));
                boolean few = mean.customers() > 0 && mean.customers() < fewest;
                points.add(
                        few
                                ? Lanes.Point.FEW
                                : new Lanes.Point(mean.points(), mean.low(), mean.high(), (long) mean.customers()));
            }
            lanes.add(new Lanes.Lane(dimension, points));
        }
        return lanes;
    }

    private static List<Squares.Square> squares(PulseMonth now) {
        List<Squares.Square> squares = new ArrayList<>();
        for (Quadrant each : Quadrant.values()) {
            PulseMonth.Square square = now.quadrants().get(each);
            squares.add(
                    square == null
                            ? new Squares.Square(each, 0, Shares.NONE)
                            : new Squares.Square(
                                    each, square.customers(), shares(square.shares(), square.customers())));
        }
        return squares;
    }

    private static Told.Leaving leaving(PulseMonth now) {
        PulseMonth.Leavers of = now.leavers();
        return new Told.Leaving(
                expected(of.asIs(), of.asIsError(), now.customers()),
                expected(of.open(), of.openError(), now.customers()),
                expected(of.latent(), of.latentError(), now.customers()));
    }

    private static Leavers.Expected expected(double mean, double error, int customers) {
        Estimate of = Estimate.of(mean, error * error).within(Math.min(0, mean), customers);
        return new Leavers.Expected(of.mean(), of.low(), of.high());
    }

    private static Locks.Month lock(PulseMonth.Lock of) {
        return new Locks.Month(of.month(), of.customers(), of.leaving(), of.low(), of.high());
    }

    private Told.@Nullable Moved moved(List<PulseMonth> months, Pulse pulse) {
        PulseMonth now = months.getLast();
        PulseMonth.Mean change = now.change();
        if (months.size() < 2 || change.customers() == 0) return null;
        double together = now.health() - months.get(months.size() - 2).health();
        return new Told.Moved(
                movers(pulse.drivers()),
                estimate(change),
                change.customers(),
                now.joined().customers(),
                now.left().customers(),
                together - change.points());
    }

    /// From the most up to the most down; the smallest beyond what anybody reads are one bar, so that all still add up.
    private List<Movers.Mover> movers(List<Pulse.Moved> drivers) {
        List<Movers.Mover> movers = new ArrayList<>();
        List<Pulse.Moved> rest = new ArrayList<>();
        for (Pulse.Moved each : drivers)
            switch (each.what()) {
                case What.By(var driver) when movers.size() < BARS -> movers.add(mover(each, driver));
                case What.By beyond -> rest.add(each);
                case What.Other small -> rest.add(each);
                case What.TimeAndSilence silence ->
                    movers.add(
                            mover(each, words.say("movers.time"), "", Movers.Kind.REST, (long) each.customers(), null));
            }
        if (!rest.isEmpty()) movers.add(together(rest));
        movers.sort(Comparator.comparingDouble(Movers.Mover::points).reversed());
        return movers;
    }

    private Movers.Mover mover(Pulse.Moved of, Driver driver) {
        String why = driver.reason(rules).in(words.language().locale());
        String address = lists == null ? null : lists.movedBy(driver);
        Movers.Kind kind = driver.isHeard() ? Movers.Kind.HEARD : Movers.Kind.LIVED;
        return driver.isGoal()
                ? mover(of, capital(driver.about()), why, kind, (long) of.customers(), address)
                : mover(of, capital(why), "", kind, (long) of.customers(), address);
    }

    /// Whom several drivers moved is counted with each of them, so that nobody knows how many they are together.
    private Movers.Mover together(List<Pulse.Moved> rest) {
        Estimate of = Estimate.of(
                rest.stream().mapToDouble(Pulse.Moved::points).sum(),
                rest.stream().mapToDouble(each -> each.error() * each.error()).sum());
        boolean areSmall = rest.stream().allMatch(each -> each.what() instanceof What.Other);
        return new Movers.Mover(
                words.say(areSmall ? "movers.other" : "movers.rest"),
                "",
                Movers.Kind.REST,
                of.mean(),
                of.low(),
                of.high(),
                null,
                null);
    }

    private static Movers.Mover mover(
            Pulse.Moved of,
            String about,
            String why,
            Movers.Kind kind,
            @Nullable Long customers,
            @Nullable String address) {
        return new Movers.Mover(about, why, kind, of.points(), of.low(), of.high(), customers, address);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Told.Group group(Pulse of, List<PulseMonth> months) {
        PulseMonth now = of.months().getLast();
        List<@Nullable Estimate> change = new ArrayList<>();
        for (PulseMonth month : months)
            change.add(of.months().stream()
                    .filter(each -> each.month().equals(month.month()))
                    .findFirst()
                    .map(each -> change(each.change()))
                    .orElse(null));
        return new Told.Group(
                of.segment().or(of::region).orElse(""),
                of.segment().isEmpty(),
                now.customers(),
                new Estimate(now.health(), now.low(), now.high()),
                change);
    }

    /// What the store calls by type and kind, in words: `message_sent price` is a price letter.
    private String name(String typeAndKind) {
        String key = "touch." + typeAndKind.replace(' ', '.');
        if (words.keys().contains(key)) return words.say(key);
        return words.say("touch." + typeAndKind.split(" ", 2)[0]);
    }
}
