package hecht.insight.regression;

import java.util.ArrayList;
import java.util.List;

/// The way up a concave log-likelihood: Newton-Raphson, each step halved until it does not lose ground.
///
/// With gradient U and information I a step is δ = I⁻¹U, and Uᵀδ is twice what it is about to gain. Near the top the steps shrink
/// quadratically; where outcomes are separated the gain shrinks too, but the steps do not: each goes about 1 further in the linear
/// predictor, for ever. So a climb has arrived when gain *and* step are small, and is endless when the gain is small, the step is
/// not, and the likelihood itself confirms that this direction never leads down.
public final class Newton {
    private static final int ROUNDS =
            100; // separated outcomes show themselves after 15 to 30, others need 3 to 10, the wildest covariates 60
    private static final int HALVINGS = 40;
    private static final double SMALL_STEP =
            1e-6; // standard deviations; the step after it would be its square, standard errors are off by as much
    private static final double SMALL_GAIN = 1e-8;
    private static final double SUSPECT_GAIN = 1e-5;
    private static final double NONE = 1e-10; // of the usual information: what is left after rounding is no information
    private static final double ON_THE_WAY =
            1e-13; // what a row must have of its own to give a direction; halving mends a poor one
    private static final double ROUNDING = 1e-13; // of a log-likelihood, relative

    private Newton() {}

    public static Ascent climb(Concave hill, double[] start) {
        int size = hill.size();
        double[] at = start.clone();
        double[] gradient = new double[size];
        double[] information = new double[size * size];
        double height = hill.evaluate(at, gradient, information);
        double usual = hill.usualInformation();
        for (int j = 0; j < size; j++)
            if (!(information[j * size + j] > NONE * usual)) return new Ascent.Flat(j, List.of());
        double first = height;
        double score = 0;
        double[] step = new double[size];
        for (int round = 0; round < ROUNDS; round++) {
            Cholesky root = Cholesky.of(information, size, round == 0 ? Cholesky.OWN : ON_THE_WAY);
            if (!root.positive()) {
                if (round == 0) return new Ascent.Flat(root.dependent(), root.combination());
                for (double[] way : new double[][] {step, upward(root.flat(), gradient), less(at, start)})
                    if (hill.endless(way)) return endless(way);
                return new Ascent.OutOfRounds(round);
            }
            step = root.solve(gradient);
            double gain = 0;
            double longest = 0;
            for (int j = 0; j < size; j++) {
                gain += gradient[j] * step[j];
                longest = Math.max(longest, Math.abs(step[j]));
            }
            if (round == 0) score = gain;
            if (gain < SMALL_GAIN && longest < SMALL_STEP) {
                for (int j = 0; j < size; j++)
                    at[j] += step[j]; // too small to tell the height or the information from before
                return new Ascent.Top(at, root, first, height + gain / 2, score, round);
            }
            if (gain < SUSPECT_GAIN && hill.endless(step)) return endless(step);

            double[] next = new double[size];
            double reached = Double.NaN;
            int halvings = 0;
            for (double part = 1; halvings <= HALVINGS; part /= 2, halvings++) {
                for (int j = 0; j < size; j++) next[j] = at[j] + part * step[j];
                reached = hill.evaluate(next, gradient, information);
                if (reached >= height - ROUNDING * Math.abs(height)) break; // false for NaN
            }
            if (halvings > HALVINGS) return new Ascent.OutOfRounds(round);
            height = reached;
            at = next;
        }
        return new Ascent.OutOfRounds(ROUNDS);
    }

    /// The way along a direction that goes up, with a longest coordinate of 1.
    private static double[] upward(double[] direction, double[] gradient) {
        double slope = 0;
        double longest = 0;
        for (int j = 0; j < direction.length; j++) {
            slope += direction[j] * gradient[j];
            longest = Math.max(longest, Math.abs(direction[j]));
        }
        double[] way = direction.clone();
        for (int j = 0; j < way.length; j++) way[j] *= Math.signum(slope) / longest;
        return way;
    }

    private static double[] less(double[] at, double[] start) {
        double[] way = at.clone();
        for (int j = 0; j < way.length; j++) way[j] -= start[j];
        return way;
    }

    private static Ascent endless(double[] step) {
        double longest = 0;
        for (double each : step) longest = Math.max(longest, Math.abs(each));
        List<Integer> moving = new ArrayList<>();
        for (int j = 0; j < step.length; j++) if (Math.abs(step[j]) > .01 * longest) moving.add(j);
        return new Ascent.Endless(moving);
    }
}
