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
    private static final double CONVERGED = 1e-6; // gain a customer in a cycle, in nats
    private static final double ROUNDING = 1e-9; // of the log-posterior, by which a round may seem to lose
    private static final double LONGEST = 1e3; // of a stride, in steps
    private static final int LAST_STRETCH = -1;

    private final Sequences evidence;
    private final Maximiser maximiser;
    private final ExecutorService threads;
    private @Nullable Progress progress;

    /// Told after every round; says whether to go on.
    public interface Progress {
        /// @param start which of the starts, from 0; −1 for the last stretch from the best  @param round from 1
        /// @param logPosterior after it  @param gain of this round
        /// @return whether to go on
        boolean goesOn(int start, int round, double logPosterior, double gain);
    }

    public Fitting(Sequences evidence, Prior prior, Moves moves, int threads) {
        this.evidence = evidence;
        this.maximiser = new Maximiser(prior, moves, evidence.heard());
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("fit-", 1).daemon(true).factory());
    }

    public Fitting telling(Progress to) {
        progress = to;
        return this;
    }

    /// Parameters with what is expected by them.
    private record Point(Model model, Entry entry, Smoother.Laws laws, Expected sums, double logPosterior) {
        double[] coordinates() {
            return Coordinates.of(model.parameters(), entry);
        }
    }

    /// Where a start stands.
    private record Stand(Point at, int rounds, double gain) {}

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
        Entry held = Entry.of(from);
        try {
            Point best = startAt(from, held, 0);
            for (int start = 1; start < STARTS; start++) {
                Point other = startAt(from, held, start);
                if (other.logPosterior > best.logPosterior) best = other;
            }
            Stand stand = climb(best, held, LAST_STRETCH, MOST_ROUNDS);
            Point top = stand.at;
            return stand.gain < enough()
                    ? new Fit.Converged(top.model, stand.rounds, top.sums.logLikelihood, top.logPosterior)
                    : new Fit.OutOfRounds(top.model, top.sums.logLikelihood, stand.gain);
        } catch (Ends e) {
            return e.as;
        }
    }

    private Point startAt(Model from, Entry held, int number) {
        Model first = from.with(maximiser.starting(Starts.of(from.parameters(), number)));
        return climb(point(first, held, held), held, number, ROUNDS_A_START).at;
    }

    private double enough() {
        return CONVERGED * evidence.customers();
    }

    /// Follows one start until a cycle gains less than enough, or for `most` rounds. Each cycle makes two steps of
    /// expectation–maximisation and goes on from where they lead, further the steadier they are; where that would lose ground
    /// the steps themselves stand (Varadhan & Roland 2008, scheme S3).
    private Stand climb(Point from, Entry held, int start, int most) {
        Point at = from;
        for (int rounds = 0; ; ) {
            Point one = gaining(at, step(at, held), rounds);
            Point two = gaining(one, step(one, held), rounds);
            Point far = beyond(at, one, two, held);
            Point then = far != null && far.logPosterior >= two.logPosterior ? far : two;
            double gain = then.logPosterior - at.logPosterior;
            rounds += far == null ? 2 : 3;
            if (progress != null && !progress.goesOn(start, rounds, then.logPosterior, gain))
                throw new Ends(new Fit.Stopped(rounds));
            if (rounds >= most || gain < enough()) return new Stand(then, rounds, gain);
            at = then;
        }
    }

    private Point point(Model model, Entry entry, Entry held) {
        Smoother.Laws laws = new Smoother.Laws(model, entry, evidence.doors);
        Expected sums = expect(laws);
        double prior = maximiser.logPrior(model.parameters(), model, entry, held);
        return new Point(model, entry, laws, sums, sums.logLikelihood + prior);
    }

    private Point step(Point from, Entry held) {
        Flows.Lived lived = from.laws.flows.lived(from.sums.passed);
        Model model = from.model.with(maximiser.of(from.sums, from.model, lived));
        return point(model, maximiser.entry(from.sums, held), held);
    }

    private static Point gaining(Point before, Point after, int rounds) {
        double lost = before.logPosterior - after.logPosterior;
        if (lost <= ROUNDING * Math.abs(before.logPosterior)) return after;
        throw new Ends(new Fit.Fell(rounds, before.logPosterior, after.logPosterior));
    }

    /// Where the steps lead, if it is any further than they went and keeps conditions in order.
    private @Nullable Point beyond(Point zero, Point one, Point two, Entry held) {
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
        if (!there.leaving().equals(Coordinates.falling(there.leaving()))) return null;
        return point(zero.model.with(there), Coordinates.entryAt(to, two.entry), held);
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
        return logLikelihood(by, Entry.of(by));
    }

    double logLikelihood(Model by, Entry entry) {
        return expect(new Smoother.Laws(by, entry, evidence.doors)).logLikelihood;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
