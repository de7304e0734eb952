package hecht.core.relation;

import hecht.core.episode.Deadline;
import hecht.core.episode.Encounter;
import hecht.core.event.Dimension;
import hecht.core.event.Event;
import hecht.core.perception.Perception;
import hecht.core.relation.Contribution.Cause;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps account of every step of a belief, so that health can be told as a sum. `health.md`, section 6.
///
/// b⁽ⁱ⁾ is the belief after the steps 1 … i and silence since; the contribution of step i is h(b⁽ⁱ⁾) − h(b⁽ⁱ⁻¹⁾). Silence is
/// linear but for its scaling, so all b⁽ⁱ⁾ come from one pass backwards: with R the product of the silences since step i,
/// h(b⁽ⁱ⁾) = 100·(b_i·R·s)/(b_i·R·1), and R·s and R·1 are two vectors carried back from now. That costs one step of time an
/// entry instead of one for every pair of entries.
final class Account implements Watch {
    private final Model model;
    private final double[] worth;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Cause cause;
    private double[] start;

    Account(Model model) {
        this.model = model;
        this.worth = model.worth();
        this.start = new double[model.size()];
    }

    private sealed interface Line {
        /// Silence, in years with the door at φ, or in days.
        record Silence(double years, double phi, int days) implements Line {}

        /// @param onItsDay points of health on the day itself  @param after the belief after it
        record Step(
                Cause cause,
                @Nullable Encounter encounter,
                @Nullable Observation heard,
                @Nullable Perception noticed,
                Dimension dimension,
                double weight,
                double onItsDay,
                Matrix after)
                implements Line {}
    }

    @Override
    public void another(double[] belief) {
        lines.clear();
        start = belief.clone();
    }

    @Override
    public void begun(long at, double[] belief) {
        another(belief);
    }

    @Override
    public void passed(double years, double phi) {
        lines.add(new Line.Silence(years, phi, 0));
    }

    @Override
    public void passedDays(int days) {
        lines.add(new Line.Silence(0, 0, days));
    }

    @Override
    public void entry(Event event, long at) {
        cause = new Cause.OfEvent(event);
    }

    @Override
    public void entry(Deadline deadline, int episode, long at) {
        cause = new Cause.OfDeadline(deadline, episode, Instant.EPOCH.plus(at, ChronoUnit.MICROS));
    }

    @Override
    public void encounter(Encounter encounter, double weight, Perception by, double[] before, double[] after) {
        Dimension dimension = cause instanceof Cause.OfDeadline ? Dimension.EXPERIENCE : by.dimension();
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
        double onItsDay = 100 * (Beliefs.mean(after, worth) - Beliefs.mean(before, worth));
        lines.add(new Line.Step(cause, encounter, heard, noticed, dimension, weight, onItsDay, Matrix.row(after)));
    }

    /// The account as it stands, after the silence until now.
    Why close() {
        double[] value = worth.clone();
        double[] one = new double[value.length];
        java.util.Arrays.fill(one, 1);
        double[] now = new double[lines.size()];
        for (int i = lines.size() - 1; i >= 0; i--) {
            switch (lines.get(i)) {
                case Line.Step step -> now[i] = health(step.after.toArray(), value, one);
                case Line.Silence silence -> {
                    back(value, silence);
                    back(one, silence);
                    rescale(value, one);
                }
            }
        }
        double base = health(start, value, one);
        double before = base;
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!(lines.get(i) instanceof Line.Step s)) continue;
            contributions.add(new Contribution(
                    s.cause, s.encounter, s.heard, s.noticed, s.dimension, s.weight, s.onItsDay, now[i] - before));
            before = now[i];
        }
        return new Why(base, Collections.unmodifiableList(contributions));
    }

    /// 0 where nothing began.
    private static double health(double[] belief, double[] value, double[] one) {
        double all = Beliefs.mean(belief, one);
        return all == 0 ? 0 : 100 * Beliefs.mean(belief, value) / all;
    }

    private void back(double[] value, Line.Silence silence) {
        if (model.mode() == Mode.RHYTHM) model.tables().back(value, silence.days);
        else model.flow(silence.phi).back(value, silence.years);
    }

    /// Both vectors shrink with the chance of long silences; only their ratio counts.
    private static void rescale(double[] value, double[] one) {
        double largest = 0;
        for (double each : one) largest = Math.max(largest, each);
        if (largest > 1e-100) return;
        for (int i = 0; i < one.length; i++) {
            value[i] /= largest;
            one[i] /= largest;
        }
    }
}
