package hecht.insight.fit;

import hecht.core.relation.Model;
import hecht.core.relation.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Learns the law of conditions from the evidence of many customers by expectation–maximisation: what is expected of their
/// hidden ways by the present parameters, then the parameters that are likeliest by that (Dempster, Laird & Rubin 1977; for
/// intervals of any length, Liu et al. 2015). It begins at several starts, follows each for some rounds, and the best to its
/// end.
///
/// Sums are made in blocks of customers that do not depend on the number of threads, and added in their order: the same data
/// give the same parameters, bit for bit.
public final class Fitting implements AutoCloseable {
    private static final int MOST_ROUNDS = 1_000;
    private static final int ROUNDS_A_START = 30;
    private static final int STARTS = 3;
    private static final double CONVERGED = 1e-7; // gain a customer, in nats
    private static final double ROUNDING = 1e-9; // of the log-posterior, by which a round may seem to lose
    private static final double LONGEST = 1e3; // of a stride, in steps
    private static final int MOST_BASES = 5;
    private static final double BASE_STANDS = 1e-4; // change of any share of the base

    private final Sequences evidence;
    private final Maximiser maximiser;
    private final ExecutorService threads;
    private @Nullable Progress progress;

    /// Told after every round; says whether to go on.
    public interface Progress {
        /// @param start which of the starts, from 0; −1 for the last stretch  @param round from 1
        /// @param logPosterior after it  @param gain of this round
        /// @return whether to go on
        boolean goesOn(int start, int round, double logPosterior, double gain);
    }

    public Fitting(Sequences evidence, Prior prior, Moves moves, int threads) {
        this.evidence = evidence;
        this.maximiser = new Maximiser(prior, moves);
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("fit-", 1).daemon(true).factory());
    }

    public Fitting telling(Progress to) {
        progress = to;
        return this;
    }

    /// Where a start stands.
    private record Stand(Model model, double logLikelihood, double logPosterior, int rounds, double gain) {}

    /// Thrown within a fit to leave it.
    private static final class Ends extends RuntimeException {
        private final transient Fit as;

        Ends(Fit as) {
            super("", null, false, false);
            this.as = as;
        }
    }

    /// Learns from here on.
    ///
    /// @param from zone, mode, what is usual, and the parameters of the first start
    public Fit from(Model from) {
        if (evidence.customers() == 0) return new Fit.NothingToLearn(Fit.NothingToLearn.Why.NOBODY);
        if (evidence.departures() == 0) return new Fit.NothingToLearn(Fit.NothingToLearn.Why.NOBODY_LEFT);
        if (!evidence.hasTime()) return new Fit.NothingToLearn(Fit.NothingToLearn.Why.NO_TIME);
        try {
            Stand best = startAt(from, 0);
            for (int start = 1; start < STARTS; start++) {
                Stand other = startAt(from, start);
                if (other.logPosterior > best.logPosterior) best = other;
            }
            return finish(best);
        } catch (Ends e) {
            return e.as;
        }
    }

    private Stand startAt(Model from, int number) {
        Model first = from.with(maximiser.starting(Starts.of(from.parameters(), number)));
        return climb(first, first, number, ROUNDS_A_START);
    }

    /// The base at which histories begin that are cut off is held while the rest is learned, since it follows from all of it
    /// in no closed form; then it is made anew, until it stands.
    private Fit finish(Stand best) {
        Stand stand = best;
        for (int base = 0; base < MOST_BASES; base++) {
            Model before = stand.model;
            stand = climb(before, before, -1, MOST_ROUNDS);
            if (stand.rounds >= MOST_ROUNDS && stand.gain > enough())
                return new Fit.OutOfRounds(stand.model, stand.logLikelihood, stand.gain);
            if (!evidence.hasCutOff() || apart(before, stand.model) < BASE_STANDS) break;
        }
        return new Fit.Converged(stand.model, stand.rounds, stand.logLikelihood, stand.logPosterior);
    }

    private static double apart(Model one, Model other) {
        double most = 0;
        for (int i = 0; i < one.base().columns(); i++)
            most = Math.max(most, Math.abs(one.base().at(i) - other.base().at(i)));
        return most;
    }

    private double enough() {
        return CONVERGED * evidence.customers();
    }

    /// Follows one start until a cycle gains less than enough, or for `most` rounds. Each cycle makes two steps of
    /// expectation–maximisation and goes on from where they lead, further the steadier they are; where that would lose ground
    /// the steps themselves stand (Varadhan & Roland 2008, scheme S3).
    private Stand climb(Model from, Model base, int start, int most) {
        Point at = point(from, base);
        for (int rounds = 0; ; ) {
            Point one = gaining(at, step(at, base), rounds);
            Point two = gaining(one, step(one, base), rounds);
            Point far = beyond(at, one, two, base);
            Point then = far != null && far.logPosterior >= two.logPosterior ? far : two;
            double gain = then.logPosterior - at.logPosterior;
            rounds += far == null ? 2 : 3;
            if (progress != null && !progress.goesOn(start, rounds, then.logPosterior, gain))
                throw new Ends(new Fit.Stopped(rounds));
            if (rounds >= most || gain < enough())
                return new Stand(then.model, then.sums.logLikelihood, then.logPosterior, rounds, gain);
            at = then;
        }
    }

    /// A model with what is expected by it.
    private record Point(Model model, Smoother.Laws laws, Expected sums, double logPosterior) {
        double[] coordinates() {
            return Coordinates.of(model.parameters());
        }
    }

    private Point point(Model model, Model base) {
        Smoother.Laws laws = new Smoother.Laws(model, base, evidence.doors);
        Expected sums = expect(laws);
        return new Point(model, laws, sums, sums.logLikelihood + maximiser.logPrior(model.parameters(), model));
    }

    private Point step(Point from, Model base) {
        Flows.Lived lived = from.laws.flows.lived(from.sums.passed);
        return point(from.model.with(maximiser.of(from.sums, from.model, lived)), base);
    }

    private static Point gaining(Point before, Point after, int rounds) {
        double lost = before.logPosterior - after.logPosterior;
        if (lost <= ROUNDING * Math.abs(before.logPosterior)) return after;
        throw new Ends(new Fit.Fell(rounds, before.logPosterior, after.logPosterior));
    }

    /// Where the steps lead, if it is any further than they went and keeps conditions in order.
    private @Nullable Point beyond(Point zero, Point one, Point two, Model base) {
        double[] from = zero.coordinates();
        double[] first = one.coordinates();
        double[] second = two.coordinates();
        double step = 0;
        double turn = 0;
        for (int i = 0; i < from.length; i++) {
            step += square(first[i] - from[i]);
            turn += square(second[i] - 2 * first[i] + from[i]);
        }
        double length = StrictMath.sqrt(step / turn);
        if (!(length > 1 && length < LONGEST)) return null;
        double[] to = new double[from.length];
        for (int i = 0; i < to.length; i++)
            to[i] = from[i]
                    + 2 * length * (first[i] - from[i])
                    + length * length * (second[i] - 2 * first[i] + from[i]);
        Parameters there = Coordinates.at(to, two.model.parameters());
        return there.leaving().equals(Coordinates.falling(there.leaving()))
                ? point(zero.model.with(there), base)
                : null;
    }

    private static double square(double x) {
        return x * x;
    }

    // ---- expectation

    private Expected expect(Smoother.Laws laws) {
        List<Callable<Expected>> tasks = new ArrayList<>();
        for (Sequences.Block block : evidence.blocks) tasks.add(() -> expect(laws, block));
        Expected all = laws.nothing();
        try {
            for (Future<Expected> each : threads.invokeAll(tasks)) all.add(each.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the fit was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the fit failed", e.getCause());
        }
        return all;
    }

    private static Expected expect(Smoother.Laws laws, Sequences.Block block) {
        Expected sums = laws.nothing();
        Smoother smoother = new Smoother(laws);
        int from = 0;
        for (int end : block.ends()) {
            smoother.smooth(block, from, end, sums);
            from = end;
        }
        return sums;
    }

    /// How sure the numbers are that were learned from this evidence.
    public Uncertainty uncertainty(Model learned) {
        return Uncertainty.of(evidence, learned, maximiser.prior());
    }

    /// The logarithm of how likely this evidence is by a model; for evidence that was not learned from.
    public double logLikelihood(Model by) {
        return logLikelihood(by, by);
    }

    double logLikelihood(Model by, Model base) {
        return expect(new Smoother.Laws(by, base, evidence.doors)).logLikelihood;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
