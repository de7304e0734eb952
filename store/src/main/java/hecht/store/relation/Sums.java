package hecht.store.relation;

import hecht.core.event.Dimension;
import hecht.core.relation.Quadrant;
import hecht.store.relation.PulseMonth.Leavers;
import hecht.store.relation.PulseMonth.Lock;
import hecht.store.relation.PulseMonth.Mean;
import hecht.store.relation.PulseMonth.Part;
import hecht.store.relation.PulseMonth.Shares;
import hecht.store.relation.PulseMonth.Square;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the relationships of one group add up to at one month-end: plain sums, so that months of parts add up too. Kept in the
/// database as an array whose places are written down here and nowhere else. Mutable; for one thread.
final class Sums {
    private static final int CUSTOMERS = 0;
    private static final int IN_VIEW = 1;
    private static final int UNHEARD = 2;
    private static final int NEVER_HEARD = 3;
    private static final int HEALTH = 4; // Σ p
    private static final int VARIANCE = 5; // Σ p(1 − p)
    private static final int SEEN = 6; // four shares
    private static final int SILENT = 10; // four shares
    private static final int CHANGE = 14; // number, Σ, Σ² of those who stayed
    private static final int CHANGE_SEEN = 17; // of those in view before
    private static final int CHANGE_SILENT = 20;
    private static final int CAME = 23; // into view
    private static final int WENT = 24; // out of it
    private static final int SILENCE = 25; // Σ, Σ² of time and silence
    private static final int JOINED = 27; // number, Σ p
    private static final int LEFT = 29; // number, Σ p at the month-end before
    private static final int POINTS = 31; // by dimension: Σ, Σ², number of those heard
    private static final int QUADRANTS = 43; // by quadrant: number, four shares
    private static final int LEAVERS = 63; // open: Σ, variance; as it is: Σ, variance
    private static final int LOCKS = 67; // by month ahead: number, Σ, variance
    private static final int HELD = LOCKS + 3 * Months.LOCKS; // the variance of who is held back
    private static final int SIZE = HELD + 1;

    private static final int BINS = 101;
    private static final int BIN = 1 + Months.SHARES;

    private final double[] sums;
    private final float[] bins; // [(point · 2 + in view) · 5]: number, four shares
    private final float[] never; // [point · 2 + in view]: of how many nothing was ever heard
    final Map<Integer, double[]> drivers = new HashMap<>(); // Σ, Σ², number

    Sums() {
        this(new double[SIZE], new float[BINS * 2 * BIN], new float[BINS * 2]);
    }

    private Sums(double[] sums, float[] bins, float[] never) {
        this.sums = sums;
        this.bins = bins;
        this.never = never;
    }

    // ---- adding

    /// Adds a relationship that ran at this month-end.
    ///
    /// @param wasInView whether it was in view at the month-end before; looked at only if it stayed
    void add(Months.Reader m, boolean wasInView) {
        double p = m.health / 100;
        sums[CUSTOMERS]++;
        if (m.inView) sums[IN_VIEW]++;
        if (m.unheardForYear) sums[UNHEARD]++;
        if (m.neverHeard) sums[NEVER_HEARD]++;
        sums[HEALTH] += p;
        sums[VARIANCE] += p * (1 - p);
        int seen = m.inView ? SEEN : SILENT;
        int bin = (Math.clamp((long) m.health, 0, BINS - 1) * 2 + (m.inView ? 1 : 0)) * BIN;
        bins[bin]++;
        if (m.neverHeard) never[bin / BIN]++;
        for (int i = 0; i < Months.SHARES; i++) {
            sums[seen + i] += m.shares[i];
            bins[bin + 1 + i] += (float) m.shares[i];
        }
        for (int d = 0; d < Months.DIMENSIONS; d++) {
            sums[POINTS + 3 * d] += m.points[d];
            sums[POINTS + 3 * d + 1] += m.points[d] * m.points[d];
            if ((m.heard & 1 << d) != 0) sums[POINTS + 3 * d + 2]++;
        }
        if (m.isContract) leaving(m, p);
        if (m.stayed) stayed(m, wasInView);
        else {
            sums[JOINED]++;
            sums[JOINED + 1] += p;
        }
    }

    /// Who would go with the door open, and stays with it as it is, is one customer with one chance: the difference of the two,
    /// since whoever goes in spite of a lock would go without it as well. (In a notice window it is the other way about.) The
    /// variance of that is d(1 − d), as of any group; the variances of the two together would be more than twice too much.
    private void leaving(Months.Reader m, double p) {
        double held = Math.abs(m.staying - p);
        sums[HELD] += held * (1 - held);
        sums[LEAVERS] += 1 - p;
        sums[LEAVERS + 1] += p * (1 - p);
        sums[LEAVERS + 2] += 1 - m.staying;
        sums[LEAVERS + 3] += m.staying * (1 - m.staying);
        if (m.lock < 0) return;
        int lock = LOCKS + 3 * m.lock;
        sums[lock]++;
        sums[lock + 1] += 1 - p;
        sums[lock + 2] += p * (1 - p);
    }

    private void stayed(Months.Reader m, boolean wasInView) {
        change(CHANGE, m.change);
        change(wasInView ? CHANGE_SEEN : CHANGE_SILENT, m.change);
        if (m.inView && !wasInView) sums[CAME]++;
        if (!m.inView && wasInView) sums[WENT]++;
    }

    private void change(int at, double points) {
        sums[at]++;
        sums[at + 1] += points;
        sums[at + 2] += points * points;
    }

    /// Adds what moved one relationship that stayed: each driver once, with what it did together.
    void moved(Map<Integer, Double> byDriver, double rest) {
        sums[SILENCE] += rest;
        sums[SILENCE + 1] += rest * rest;
        byDriver.forEach((driver, points) -> {
            double[] of = drivers.computeIfAbsent(driver, unseen -> new double[3]);
            of[0] += points;
            of[1] += points * points;
            of[2]++;
        });
    }

    /// Adds a relationship that ran at the month-end before, and no longer, or anew.
    void left(double healthBefore) {
        sums[LEFT]++;
        sums[LEFT + 1] += healthBefore / 100;
    }

    /// Places a relationship in its square, when the mean attitude of all is known.
    void place(Months.Reader m, double meanAttitude) {
        boolean attached = m.attitude >= meanAttitude - 1e-7; // attitude is kept as a float
        Quadrant square =
                attached ? m.stays ? Quadrant.TRUE : Quadrant.LATENT : m.stays ? Quadrant.SPURIOUS : Quadrant.NONE;
        int at = QUADRANTS + square.ordinal() * BIN;
        sums[at]++;
        for (int i = 0; i < Months.SHARES; i++) sums[at + 1 + i] += m.shares[i];
    }

    boolean isEmpty() {
        return sums[CUSTOMERS] == 0 && sums[LEFT] == 0;
    }

    // ---- keeping

    int customers() {
        return (int) sums[CUSTOMERS];
    }

    int inView() {
        return (int) sums[IN_VIEW];
    }

    double meanHealth() {
        return mean(100 * sums[HEALTH]);
    }

    double meanShare(int condition) {
        return mean(sums[SEEN + condition] + sums[SILENT + condition]);
    }

    private double mean(double sum) {
        return sums[CUSTOMERS] == 0 ? 0 : sum / sums[CUSTOMERS];
    }

    double[] figures() {
        return sums.clone();
    }

    /// Of each bin in which anybody stands: its place, number, four shares.
    float[] histogram() {
        int filled = 0;
        for (int i = 0; i < bins.length; i += BIN) if (bins[i] > 0) filled++;
        float[] packed = new float[filled * (BIN + 1)];
        int at = 0;
        for (int i = 0; i < bins.length; i += BIN) {
            if (bins[i] == 0) continue;
            packed[at++] = i / (float) BIN;
            System.arraycopy(bins, i, packed, at, BIN);
            at += BIN;
        }
        return packed;
    }

    /// Of each bin in which anybody stands who never acted: its place, their number.
    float[] neverHeard() {
        int filled = 0;
        for (float each : never) if (each > 0) filled++;
        float[] packed = new float[filled * 2];
        int at = 0;
        for (int i = 0; i < never.length; i++) {
            if (never[i] == 0) continue;
            packed[at++] = i;
            packed[at++] = never[i];
        }
        return packed;
    }

    /// @param figures as [#figures] gave them
    static Sums of(double[] figures) {
        if (figures.length != SIZE) throw new IllegalStateException("figures of a month are of another version");
        return new Sums(figures.clone(), new float[0], new float[0]);
    }

    // ---- reading

    PulseMonth month(YearMonth month, Instant asOf, ZoneId zone) {
        double n = sums[CUSTOMERS];
        return new PulseMonth(
                month,
                asOf,
                (int) n,
                (int) sums[IN_VIEW],
                (int) sums[UNHEARD],
                (int) sums[NEVER_HEARD],
                meanHealth(),
                n == 0 ? 0 : 100 * Math.sqrt(sums[VARIANCE]) / n,
                shares(SEEN, n),
                shares(SILENT, n),
                mean(CHANGE),
                mean(CHANGE_SEEN),
                mean(CHANGE_SILENT),
                (int) sums[CAME],
                (int) sums[WENT],
                part(JOINED),
                part(LEFT),
                dimensions(n),
                quadrants(),
                new Leavers(
                        sums[LEAVERS],
                        Math.sqrt(sums[LEAVERS + 1]),
                        sums[LEAVERS + 2],
                        Math.sqrt(sums[LEAVERS + 3]),
                        Math.sqrt(sums[HELD])),
                locks(asOf, zone));
    }

    private Shares shares(int at, double n) {
        if (n == 0) return new Shares(0, 0, 0, 0);
        return new Shares(sums[at] / n, sums[at + 1] / n, sums[at + 2] / n, sums[at + 3] / n);
    }

    private Mean mean(int at) {
        return mean(sums[at], sums[at + 1], sums[at + 2], (int) sums[at]);
    }

    /// @param n of how many  @param customers of whom there is something to say
    static Mean mean(double n, double sum, double squares, int customers) {
        if (n == 0) return new Mean(0, 0, 0);
        double mean = sum / n;
        double variance = n < 2 ? 0 : Math.max(0, squares - n * mean * mean) / (n - 1);
        return new Mean(mean, Math.sqrt(variance / n), customers);
    }

    private Part part(int at) {
        return new Part((int) sums[at], sums[at] == 0 ? 0 : 100 * sums[at + 1] / sums[at]);
    }

    private Map<Dimension, Mean> dimensions(double n) {
        Map<Dimension, Mean> all = new EnumMap<>(Dimension.class);
        for (Dimension each : Dimension.values()) {
            int at = POINTS + 3 * each.ordinal();
            all.put(each, mean(n, sums[at], sums[at + 1], (int) sums[at + 2]));
        }
        return all;
    }

    private Map<Quadrant, Square> quadrants() {
        Map<Quadrant, Square> all = new EnumMap<>(Quadrant.class);
        for (Quadrant each : Quadrant.values()) {
            int at = QUADRANTS + each.ordinal() * BIN;
            all.put(each, new Square((int) sums[at], shares(at + 1, sums[at])));
        }
        return all;
    }

    private List<Lock> locks(Instant asOf, ZoneId zone) {
        YearMonth first = YearMonth.from(asOf.plus(1, ChronoUnit.MICROS).atZone(zone));
        List<Lock> all = new ArrayList<>();
        for (int i = 0; i < Months.LOCKS; i++) {
            int at = LOCKS + 3 * i;
            all.add(new Lock(first.plusMonths(i), (int) sums[at], sums[at + 1], Math.sqrt(sums[at + 2])));
        }
        return all;
    }

    /// How many stayed.
    double stayed() {
        return sums[CHANGE];
    }

    /// Time and silence, of those who stayed.
    Mean silence() {
        return mean(sums[CHANGE], sums[SILENCE], sums[SILENCE + 1], (int) sums[CHANGE]);
    }

    /// @param histogram,neverHeard as [#histogram] and [#neverHeard] gave them
    static List<Pulse.Bin> bins(float[] histogram, float[] neverHeard) {
        Map<Integer, Integer> never = new HashMap<>();
        for (int i = 0; i + 1 < neverHeard.length; i += 2) never.put((int) neverHeard[i], (int) neverHeard[i + 1]);
        List<Pulse.Bin> all = new ArrayList<>();
        for (int i = 0; i + BIN < histogram.length; i += BIN + 1) {
            int place = (int) histogram[i];
            float n = histogram[i + 1];
            Shares shares =
                    new Shares(histogram[i + 2] / n, histogram[i + 3] / n, histogram[i + 4] / n, histogram[i + 5] / n);
            all.add(new Pulse.Bin(place / 2, place % 2 == 1, (int) n, never.getOrDefault(place, 0), shares));
        }
        return all;
    }
}
