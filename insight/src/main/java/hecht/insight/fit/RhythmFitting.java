package hecht.insight.fit;

import hecht.core.relation.Matrix;
import hecht.core.relation.Model;
import hecht.core.relation.RhythmParameters;
import hecht.core.relation.Surprise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.jspecify.annotations.Nullable;

/// Learns the law of purchases where leaving is not seen: nine numbers by maximum a posteriori. `health.md`, section 4. Without
/// the prior the rates of drifting run to zero. The optimiser is Powell's BOBYQA (2009), which needs no slopes.
///
/// Nine numbers need few customers: of more than [#MOST_CUSTOMERS] some blocks are taken, evenly over all.
public final class RhythmFitting implements AutoCloseable {
    /// More would say the same.
    public static final int MOST_CUSTOMERS = 20_000;

    private static final int MOST_EVALUATIONS = 3_000;
    /// α, the shape of customers' own rates, where they are to be alike.
    public static final double ONE_PACE = 10;

    private static final double FIRST_STRIDE = .4;
    private static final double LAST_STRIDE = 1e-4;
    private static final double REACH = 7; // around the prior's mean, in each coordinate

    // ln α, ln β, logit m₁, ln d₁ d₂ d₃, ln u₀ u₁ u₂
    private static final double[] MEAN = {-.5, 2, 0, -3.5, -3.5, -3.5, -3.5, -3.5, -3.5};
    private static final double[] DEVIATION = {2, 2, 1.5, 1.25, 1.25, 1.25, 1.25, 1.25, 1.25};

    private final List<Sequences.Block> blocks;
    private final double[] doors;
    private final int customers;
    private final long purchases;
    private final boolean hasTime;
    private final ExecutorService threads;
    private Fitting.@Nullable Progress progress;
    private int fixed; // leading coordinates that are not learned

    public RhythmFitting(Sequences evidence, int threads) {
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("fit-", 1).daemon(true).factory());
        blocks = some(evidence);
        doors = evidence.doors;
        customers = blocks.stream().mapToInt(each -> each.ends().length).sum();
        purchases = evidence.purchases();
        hasTime = evidence.hasTime();
    }

    private static List<Sequences.Block> some(Sequences evidence) {
        int every = Math.ceilDiv(evidence.customers(), MOST_CUSTOMERS);
        List<Sequences.Block> some = new ArrayList<>();
        for (int i = 0; i < evidence.blocks.size(); i += Math.max(1, every)) some.add(evidence.blocks.get(i));
        return some;
    }

    public RhythmFitting telling(Fitting.Progress to) {
        progress = to;
        return this;
    }

    /// Have everybody buy at nearly one pace: α is held at [#ONE_PACE], where customers' own rates vary by a third.
    public RhythmFitting inOnePace() {
        fixed = 1;
        return this;
    }

    /// How many customers are learned from.
    public int customers() {
        return customers;
    }

    /// Thrown within the optimiser to leave it.
    private static final class Stops extends RuntimeException {
        Stops() {
            super("", null, false, false);
        }
    }

    /// @param from a model in rhythm
    public Fit from(Model from) {
        if (customers == 0) return new Fit.NothingToLearn(Fit.NothingToLearn.Why.NOBODY);
        if (purchases == 0) return new Fit.NothingToLearn(Fit.NothingToLearn.Why.NOBODY_RETURNED);
        if (!hasTime) return new Fit.NothingToLearn(Fit.NothingToLearn.Why.NO_TIME);
        double[] whole = point(from.rhythm());
        if (fixed > 0) whole[0] = Math.log(ONE_PACE);
        int free = whole.length - fixed;
        int[] evaluations = {0};
        double[] best = {Double.NEGATIVE_INFINITY};
        ObjectiveFunction posterior = new ObjectiveFunction(part -> {
            System.arraycopy(part, 0, whole, fixed, free);
            double value = logLikelihood(at(from, whole)) + logPrior(whole);
            double gain = value - best[0];
            best[0] = Math.max(best[0], value);
            evaluations[0]++;
            if (progress != null && !progress.goesOn(-1, evaluations[0], best[0], Math.max(0, gain))) throw new Stops();
            return value;
        });
        double[] low = new double[free];
        double[] high = new double[free];
        for (int i = 0; i < free; i++) {
            low[i] = MEAN[fixed + i] - REACH;
            high[i] = MEAN[fixed + i] + REACH;
        }
        try {
            PointValuePair found = new BOBYQAOptimizer(2 * free + 1, FIRST_STRIDE, LAST_STRIDE)
                    .optimize(
                            posterior,
                            GoalType.MAXIMIZE,
                            new InitialGuess(Arrays.copyOfRange(whole, fixed, whole.length)),
                            new SimpleBounds(low, high),
                            new MaxEval(MOST_EVALUATIONS));
            System.arraycopy(found.getPoint(), 0, whole, fixed, free);
            Model learned = at(from, whole);
            return new Fit.Converged(learned, evaluations[0], logLikelihood(learned), found.getValue());
        } catch (Stops e) {
            return new Fit.Stopped(evaluations[0]);
        } catch (MathIllegalStateException e) {
            return new Fit.OutOfRounds(from, best[0], Double.NaN);
        }
    }

    static double[] point(RhythmParameters of) {
        return new double[] {
            Math.log(of.shape()),
            Math.log(of.rate()),
            Math.log(of.cool() / (1 - of.cool())),
            Math.log(of.down().at(0)),
            Math.log(of.down().at(1)),
            Math.log(of.down().at(2)),
            Math.log(of.up().at(0)),
            Math.log(of.up().at(1)),
            Math.log(of.up().at(2))
        };
    }

    private static Model at(Model from, double[] point) {
        RhythmParameters there = new RhythmParameters(
                StrictMath.exp(point[0]),
                StrictMath.exp(point[1]),
                1 / (1 + StrictMath.exp(-point[2])),
                Matrix.row(StrictMath.exp(point[3]), StrictMath.exp(point[4]), StrictMath.exp(point[5])),
                Matrix.row(StrictMath.exp(point[6]), StrictMath.exp(point[7]), StrictMath.exp(point[8])));
        return from.with(there);
    }

    private static double logPrior(double[] point) {
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            double z = (point[i] - MEAN[i]) / DEVIATION[i];
            sum -= z * z / 2;
        }
        return sum;
    }

    /// ln of how likely the purchases and silences are by a model, in purchases a week.
    public double logLikelihood(Model by) {
        List<Callable<Double>> tasks = new ArrayList<>();
        for (Sequences.Block block : blocks) tasks.add(() -> logLikelihood(block, by));
        double sum = 0;
        try {
            for (Future<Double> each : threads.invokeAll(tasks)) sum += each.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the fit was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the fit failed", e.getCause());
        }
        return sum;
    }

    private double logLikelihood(Sequences.Block block, Model by) {
        Surprise surprise = new Surprise(by);
        int from = 0;
        for (int end : block.ends()) {
            block.tell(from, end, doors, surprise);
            from = end;
        }
        return surprise.logLikelihood();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
