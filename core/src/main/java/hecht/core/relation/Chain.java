package hecht.core.relation;

import hecht.core.episode.Deadline;
import hecht.core.episode.Encounter;
import hecht.core.episode.Ledger;
import hecht.core.event.Dimension;
import hecht.core.event.Event;
import hecht.core.perception.Perception;
import hecht.core.relation.Contribution.Cause;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps all beliefs b⁽⁰⁾ … b⁽ⁿ⁾ of `health.md`, section 6, going forward, so that the contributions can be read at any moment
/// on the way and not only at the last: [Account] goes back from one moment, which is dear to do for every month-end.
///
/// Silences are only noted as they pass. A reading takes each belief through those since its own step: with R their product
/// going backwards, one small matrix each, the work is linear in the number of steps.
///
/// Times are microseconds since 1970. Mutable; for one thread, one customer after the other.
final class Chain implements Watch {
    private static final long YEAR = 365 * Relationship.DAY;
    private static final int MOST_REMEMBERED = 1_000;

    private final Model model;
    private final int size;
    private final int k;
    private final double[] worth;
    private final boolean isRhythm;
    private final Map<Silence, double[]> matrices = new HashMap<>(); // of whole months, which all customers share

    private double[] beliefs; // b⁽ⁱ⁾ as of its own step, or of the last reading; [i · size + level · K + condition]
    private int[] since = new int[16]; // how many silences (in rhythm: days) had passed when b⁽ⁱ⁾ was written
    private int count; // of beliefs, the start included
    private final List<Contribution> steps = new ArrayList<>(); // step i made b⁽ⁱ⁺¹⁾
    private final List<Silence> silences = new ArrayList<>();
    private int sealed; // silences that may not be added to any more, because a step came after them
    private int days;

    private final List<Jump> jumps = new ArrayList<>(); // since they were last taken
    private final long[] lastOf = new long[Encounter.values().length];
    private final long[] spoken = new long[Dimension.values().length];
    private Ledger ledger = new Ledger();
    private @Nullable Pen pen;
    private @Nullable Cause cause;
    private long at;

    /// Silence with the door at φ.
    private record Silence(double phi, double years) {}

    Chain(Model model) {
        this.model = model;
        this.size = model.size();
        this.k = model.conditions();
        this.worth = model.worth();
        this.isRhythm = model.mode() == Mode.RHYTHM;
        this.beliefs = new double[16 * size];
    }

    /// Takes up another customer.
    ///
    /// @param ledger where this customer's episodes are written down
    void another(Ledger ledger) {
        this.ledger = ledger;
        jumps.clear();
        Arrays.fill(lastOf, Relationship.NONE);
        Arrays.fill(spoken, Relationship.NONE);
    }

    /// Draws the line that health walks, too; null to stop.
    void draw(@Nullable Pen with) {
        pen = with;
    }

    // ---- what the fold tells

    @Override
    public void another(double[] belief) {
        steps.clear();
        silences.clear();
        sealed = 0;
        days = 0;
        count = 0;
        append(belief);
    }

    @Override
    public void begun(long when, double[] belief) {
        another(belief);
        if (pen != null) pen.begun(when, belief);
        Arrays.fill(spoken, Relationship.NONE);
    }

    @Override
    public void passed(double years, double phi) {
        int last = silences.size() - 1;
        if (last >= sealed && silences.get(last).phi == phi)
            silences.set(last, new Silence(phi, silences.get(last).years + years));
        else silences.add(new Silence(phi, years));
    }

    @Override
    public void passedDays(int some) {
        days += some;
    }

    @Override
    public void entry(Event event, long when) {
        cause = new Cause.OfEvent(event);
        at = when;
    }

    @Override
    public void entry(Deadline deadline, int episode, long when) {
        cause = new Cause.OfDeadline(deadline, episode, instant(when));
        at = when;
    }

    @Override
    public void encounter(Encounter encounter, double weight, Perception by, double[] before, double[] after) {
        Dimension dimension = cause instanceof Cause.OfDeadline ? Dimension.EXPERIENCE : by.dimension();
        lastOf[encounter.ordinal()] = at;
        step(encounter, null, by, dimension, weight, before, after);
    }

    @Override
    public void observation(Observation heard, @Nullable Dimension dimension, double[] before, double[] after) {
        step(null, heard, null, dimension == null ? heard.dimension() : dimension, Double.NaN, before, after);
    }

    private void step(
            @Nullable Encounter encounter,
            @Nullable Observation heard,
            @Nullable Perception noticed,
            Dimension dimension,
            double weight,
            double[] before,
            double[] after) {
        if (cause == null) throw new IllegalStateException("a step needs a cause");
        double points = 100 * (Beliefs.mean(after, worth) - Beliefs.mean(before, worth));
        Contribution step = new Contribution(cause, encounter, heard, noticed, dimension, weight, points, points);
        steps.add(step);
        if (pen != null) pen.step(at, before, after);
        append(after);
        spoken[dimension.ordinal()] = at;
        String goal = cause instanceof Cause.OfDeadline of
                ? ledger.goalOf(of.episode()).orElse(null)
                : null;
        jumps.add(new Jump(step.driver(goal), instant(at), points));
    }

    private void append(double[] belief) {
        if (count == since.length) {
            since = Arrays.copyOf(since, count * 2);
            beliefs = Arrays.copyOf(beliefs, count * 2 * size);
        }
        System.arraycopy(belief, 0, beliefs, count * size, size);
        since[count++] = isRhythm ? days : silences.size();
        sealed = silences.size();
    }

    // ---- reading

    /// What moved health on its days since this was last asked.
    List<Jump> takeJumps() {
        if (jumps.isEmpty()) return List.of();
        List<Jump> taken = List.copyOf(jumps);
        jumps.clear();
        return taken;
    }

    /// When this was last lived through.
    @Nullable
    Instant last(Encounter encounter) {
        long when = lastOf[encounter.ordinal()];
        return when == Relationship.NONE ? null : instant(when);
    }

    /// The contributions by dimension at the moment up to which silence was told.
    Dimensions dimensions(long now) {
        if (steps.isEmpty()) return Dimensions.NONE;
        bringUp();
        double[] points = new double[spoken.length];
        double before = health(0);
        for (int i = 1; i < count; i++) {
            double health = health(i);
            points[steps.get(i - 1).dimension().ordinal()] += health - before;
            before = health;
        }
        int heard = 0;
        for (int d = 0; d < spoken.length; d++)
            if (spoken[d] != Relationship.NONE && spoken[d] >= now - YEAR) heard |= 1 << d;
        return new Dimensions(points, heard);
    }

    /// All contributions at the moment up to which silence was told.
    Why why() {
        bringUp();
        double base = health(0);
        double before = base;
        List<Contribution> contributions = new ArrayList<>(steps.size());
        for (int i = 1; i < count; i++) {
            double health = health(i);
            contributions.add(steps.get(i - 1).leaving(health - before));
            before = health;
        }
        return new Why(base, contributions);
    }

    private double health(int i) {
        double sum = 0;
        for (int x = 0; x < size; x++) sum += beliefs[i * size + x] * worth[x];
        return 100 * sum;
    }

    /// Takes every belief through the silences since it was written.
    private void bringUp() {
        if (isRhythm) bringUpDays();
        else bringUpYears();
    }

    private void bringUpYears() {
        if (silences.isEmpty()) return;
        double[] product = null;
        int next = silences.size();
        for (int i = count - 1; i >= 0; i--) {
            for (; next > since[i]; next--) {
                double[] earlier = matrix(silences.get(next - 1), silences.size() == 1);
                product = product == null ? earlier : times(earlier, product);
            }
            if (product != null) pass(i * k, product);
            since[i] = 0;
        }
        silences.clear();
        sealed = 0;
    }

    private double[] matrix(Silence silence, boolean isWhole) {
        double[] known = isWhole ? matrices.get(silence) : null;
        if (known != null) return known;
        double[] made = model.flow(silence.phi).over(silence.years);
        if (isWhole && matrices.size() < MOST_REMEMBERED) matrices.put(silence, made);
        return made;
    }

    private double[] times(double[] a, double[] b) {
        double[] product = new double[k * k];
        double largest = 0;
        for (int i = 0; i < k; i++)
            for (int j = 0; j < k; j++) {
                double sum = 0;
                for (int m = 0; m < k; m++) sum += a[i * k + m] * b[m * k + j];
                product[i * k + j] = sum;
                largest = Math.max(largest, sum);
            }
        if (largest < 1e-100) for (int i = 0; i < product.length; i++) product[i] /= largest; // only ratios count
        return product;
    }

    private void pass(int from, double[] matrix) {
        double[] then = new double[k];
        double sum = 0;
        for (int j = 0; j < k; j++) {
            double x = 0;
            for (int i = 0; i < k; i++) x += beliefs[from + i] * matrix[i * k + j];
            then[j] = Math.max(0, x);
            sum += then[j];
        }
        if (!(sum > 0)) return; // nothing began
        for (int j = 0; j < k; j++) beliefs[from + j] = then[j] / sum;
    }

    private void bringUpDays() {
        double[] one = new double[size];
        for (int i = 0; i < count; i++) {
            if (since[i] == days) continue;
            System.arraycopy(beliefs, i * size, one, 0, size);
            model.tables().pass(one, days - since[i]);
            System.arraycopy(one, 0, beliefs, i * size, size);
        }
        Arrays.fill(since, 0, count, 0);
        days = 0;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
