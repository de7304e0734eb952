package hecht.app.web.pulse;

import hecht.app.web.chart.Dots;
import hecht.app.web.chart.Lanes;
import hecht.app.web.chart.Leavers;
import hecht.app.web.chart.Locks;
import hecht.app.web.chart.Movers;
import hecht.app.web.chart.Shares;
import hecht.app.web.chart.Squares;
import hecht.app.web.chart.Stream;
import hecht.core.event.Dimension;
import hecht.core.relation.Quadrant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A made-up Pulse: customers drawn from one seed, and a price letter in October 2025. Enough of everything to be
/// looked at.
final class MadeUpTold {
    private static final YearMonth NEWEST = YearMonth.of(2026, 10);
    private static final double[] WORTH = {.47, .70, .84, .93};

    private MadeUpTold() {}

    static Told of(int customers, int months) {
        return of(customers, months, false);
    }

    /// @param quiet whether nothing changes from month to month
    static Told of(int customers, int months, boolean quiet) {
        List<Told.Month> all = new ArrayList<>();
        List<YearMonth> names = new ArrayList<>();
        for (int i = months - 1; i >= 0; i--) names.add(NEWEST.minusMonths(i));
        List<Dots.Bin> bins = List.of();
        for (YearMonth each : names) {
            boolean letter = !quiet && !each.isBefore(YearMonth.of(2025, 10));
            bins = bins(customers, letter ? .43 : .47, letter ? -2.2 : 0);
            all.add(month(each, bins, customers, letter && each.equals(YearMonth.of(2025, 10)), quiet, all.isEmpty()));
        }
        return new Told(
                new Told.Asked(NEWEST, null, null),
                new Told.Choices(
                        names,
                        List.of("heat", "fixed tariff", "variable tariff"),
                        List.of("Flevoland", "Groningen", "Utrecht")),
                LocalDate.of(2026, 10, 31),
                false,
                false,
                all,
                bins,
                lanes(months, quiet),
                squares(customers),
                leaving(customers),
                locks(customers),
                months < 2 ? null : moved(customers, quiet),
                quiet
                        ? List.of()
                        : List.of(
                                new Stream.Mark(
                                        LocalDate.of(2025, 10, 6),
                                        LocalDate.of(2025, 10, 6),
                                        "Price letter",
                                        Math.round(customers * .39)),
                                new Stream.Mark(
                                        LocalDate.of(2026, 2, 9),
                                        LocalDate.of(2026, 2, 12),
                                        "Heat outage, Almere",
                                        null)),
                groups(customers, months, quiet),
                new Told.Recent(customers / 104, customers / 300),
                List.of(
                        conversation("Unheard for a year, and valuable", customers / 7),
                        conversation("Double failure in sixty days", customers / 104),
                        conversation("Held by the door", customers / 14),
                        new Conversation(
                                "Door opens in ninety days",
                                "Soon free to go.",
                                10_000,
                                true,
                                "/relationships?view=x")),
                true,
                false);
    }

    /// The same with other locks, and another month behind it.
    static Told with(Told of, List<Locks.Month> locks, Told.@Nullable Moved moved) {
        return with(of, of.months(), locks, moved);
    }

    private static Told with(Told of, List<Told.Month> months, List<Locks.Month> locks, Told.@Nullable Moved moved) {
        return new Told(
                of.asked(),
                of.choices(),
                of.day(),
                of.isRhythm(),
                of.isFitted(),
                months,
                of.bins(),
                of.lanes(),
                of.squares(),
                of.leaving(),
                locks,
                moved,
                of.marks(),
                of.groups(),
                of.recent(),
                of.views(),
                of.hasMargins(),
                of.isHidden());
    }

    /// The same, of whom nobody was heard for a year.
    static Told unheard(Told of) {
        List<Told.Month> months = new ArrayList<>(of.months());
        Told.Month now = months.removeLast();
        months.add(new Told.Month(
                now.shares(), now.health(), now.customers(), now.never(), now.change(), now.lost(), now.gained()));
        return with(of, months, of.locks(), of.moved());
    }

    private static Conversation conversation(String title, long customers) {
        return new Conversation(title, "Why this is worth a conversation.", customers, false, "/relationships?view=x");
    }

    private static List<Dots.Bin> bins(int customers, double seen, double shift) {
        Random random = new Random(20_261_031);
        int n = 53;
        long[] in = new long[n];
        long[] out = new long[n];
        long[] never = new long[n];
        Shares[] believed = new Shares[n];
        Shares[] not = new Shares[n];
        java.util.Arrays.fill(believed, Shares.NONE);
        java.util.Arrays.fill(not, Shares.NONE);
        for (int i = 0; i < customers; i++) {
            boolean view = random.nextDouble() < seen;
            boolean unheard = !view && random.nextDouble() < .25;
            double health = unheard
                    ? 73.4 + shift
                    : Math.clamp(
                            (view ? 72 : 69)
                                    + shift
                                    + random.nextGaussian() * (view ? 9 : 5)
                                    - (random.nextDouble() < .1 ? 14 : 0),
                            47.5,
                            92.5);
            int bin = (int) health - 44;
            Shares shares = shares(health);
            if (view) {
                in[bin]++;
                believed[bin] = believed[bin].plus(shares);
            } else {
                out[bin]++;
                if (unheard) never[bin]++;
                not[bin] = not[bin].plus(shares);
            }
        }
        List<Dots.Bin> bins = new ArrayList<>();
        for (int i = 0; i < n; i++)
            bins.add(new Dots.Bin(44 + i, 45 + i, in[i], out[i], believed[i], not[i], never[i]));
        return bins;
    }

    /// Some belief whose mean worth is this health.
    private static Shares shares(double health) {
        double h = health / 100;
        int k = h < WORTH[1] ? 0 : h < WORTH[2] ? 1 : 2;
        double upper = Math.clamp((h - WORTH[k]) / (WORTH[k + 1] - WORTH[k]), 0, 1);
        double[] b = new double[4];
        b[k] = 1 - upper;
        b[k + 1] = upper;
        double[] wide = {.1, .45, .33, .12};
        for (int i = 0; i < 4; i++) b[i] = .7 * b[i] + .3 * wide[i];
        return new Shares(b[0], b[1], b[2], b[3]);
    }

    private static Told.Month month(
            YearMonth month, List<Dots.Bin> bins, int customers, boolean letter, boolean quiet, boolean first) {
        Shares in = Shares.NONE;
        Shares out = Shares.NONE;
        long seen = 0;
        double sum = 0;
        for (Dots.Bin each : bins) {
            in = in.plus(each.believed());
            out = out.plus(each.believedNot());
            seen += each.inView();
            sum += (each.from() + .5) * (each.inView() + each.notInView());
        }
        double mean = sum / customers;
        Estimate change = letter
                ? new Estimate(-2.1, -2.3, -1.9)
                : quiet ? new Estimate(-.03, -.07, .01) : new Estimate(.04, -.02, .1);
        return new Told.Month(
                new Stream.Month(month, customers, seen, in, out),
                Estimate.of(mean, mean * (100 - mean) / customers),
                customers / 7,
                customers / 9,
                first ? null : change,
                first ? null : letter ? Math.round(seen * .16) : Math.round(seen * .04),
                first ? null : Math.round(seen * .04));
    }

    private static List<Lanes.Lane> lanes(int months, boolean quiet) {
        List<Lanes.Lane> lanes = new ArrayList<>();
        double[] start = {.4, -1.2, .2, .8};
        double[] drop = {.3, .9, 1.6, .4};
        for (Dimension each : Dimension.values()) {
            int d = each.ordinal();
            List<Lanes.Point> points = new ArrayList<>();
            for (int i = 0; i < months; i++) {
                boolean after = !quiet && months - i <= 13;
                double mean = start[d]
                        - (after ? drop[d] * (.6 + .4 * Math.exp(-(i - months + 13) / 6.0)) : 0)
                        + .08 * Math.sin(i + d);
                points.add(new Lanes.Point(mean, mean - .12, mean + .12, 900L + 700L * d));
            }
            lanes.add(new Lanes.Lane(each, points));
        }
        return lanes;
    }

    private static List<Squares.Square> squares(int customers) {
        double[] parts = {.52, .19, .21, .08};
        Shares[] shares = {
            new Shares(.02, .48, .38, .12),
            new Shares(.03, .37, .48, .12),
            new Shares(.38, .52, .09, .01),
            new Shares(.46, .48, .05, .01)
        };
        List<Squares.Square> squares = new ArrayList<>();
        for (Quadrant each : Quadrant.values()) {
            long n = Math.round(customers * parts[each.ordinal()]);
            squares.add(new Squares.Square(each, n, shares[each.ordinal()].times(n)));
        }
        return squares;
    }

    private static Told.Leaving leaving(int customers) {
        double n = customers / 20_000.0;
        return new Told.Leaving(
                new Leavers.Expected(3_505 * n, 3_417 * n, 3_592 * n),
                new Leavers.Expected(6_296 * n, 6_192 * n, 6_400 * n),
                new Leavers.Expected(2_791 * n, 2_655 * n, 2_927 * n));
    }

    private static List<Locks.Month> locks(int customers) {
        int[] count = {308, 290, 275, 286, 289, 264, 273, 282, 324, 301, 338, 329};
        List<Locks.Month> locks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            long n = (long) count[i] * customers / 20_000;
            double leaving = n * .32;
            double half = 1.645 * Math.sqrt(n * .32 * .68);
            locks.add(
                    new Locks.Month(NEWEST.plusMonths(i + 1), n, leaving, Math.max(0, leaving - half), leaving + half));
        }
        return locks;
    }

    private static Told.Moved moved(int customers, boolean quiet) {
        if (quiet)
            return new Told.Moved(
                    List.of(mover("time and silence", "", -.03, .04, customers, null)),
                    new Estimate(-.03, -.07, .01),
                    customers,
                    3,
                    2,
                    0);
        List<Movers.Mover> movers = List.of(
                mover("Complaint", "called back after it", .041, .012, 77, null),
                mover("Solar advice", "advised at home", .038, .004, 265, null),
                mover("Instalment", "changed on request", .037, .006, 267, null),
                mover("Move house", "settled at once", .012, .005, 91, null),
                mover("Question", "waited more than ten minutes", -.033, .006, 102, null),
                mover("Heard", "an answer, or stars", -.031, .041, 4_512, null),
                mover("Move house", "came back a third time", -.053, .012, 70, null),
                mover("Year statement", "more than a quarter above the usual", -.084, .011, 288, null),
                mover("Meter swap", "an appointment that was missed", -.093, .018, 124, null),
                mover("Meter swap", "failed again after it was promised to be put right", -.122, .024, 101, null),
                mover("time and silence", "", -.161, .008, customers, null));
        double sum = movers.stream().mapToDouble(Movers.Mover::points).sum();
        return new Told.Moved(movers, new Estimate(sum, sum - .06, sum + .06), customers - 311, 311, 329, .31);
    }

    private static Movers.Mover mover(
            String about, String why, double points, double half, long customers, @Nullable String address) {
        Movers.Kind kind =
                why.isEmpty() ? Movers.Kind.REST : about.equals("Heard") ? Movers.Kind.HEARD : Movers.Kind.LIVED;
        return new Movers.Mover(about, why, kind, points, points - half, points + half, customers, address);
    }

    private static List<Told.Group> groups(int customers, int months, boolean quiet) {
        List<Told.Group> groups = new ArrayList<>();
        String[] names = {"variable tariff", "fixed tariff", "Groningen"};
        double[] fall = {-4.4, -2.2, -2.0};
        for (int g = 0; g < 3; g++) {
            List<@Nullable Estimate> change = new ArrayList<>();
            for (int i = 0; i < months; i++)
                change.add(
                        !quiet && months - i == 13
                                ? new Estimate(fall[g], fall[g] - .5, fall[g] + .5)
                                : new Estimate(0, -.1, .1));
            groups.add(new Told.Group(names[g], g == 2, customers / 3, new Estimate(69, 68.2, 69.8), change));
        }
        return groups;
    }
}
