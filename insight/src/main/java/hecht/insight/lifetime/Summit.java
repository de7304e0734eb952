package hecht.insight.lifetime;

import hecht.insight.regression.Cholesky;
import hecht.insight.regression.Covariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/// Where a climb up a likelihood ended, in logarithms of the parameters, and how the likelihood bends there.
///
/// On logarithms parameters stay positive and one step means as much for each; the log-likelihood is divided by the number of
/// observations, so that tolerances mean the same for a hundred customers and a million. First conjugate gradients by the analytic
/// slope, then Newton with second derivatives from differences of that slope.
final class Summit {
    private static final int EVALUATIONS = 2_000; // of the rough climb
    private static final int NEWTONS = 20; // 2 or 3 are usual
    private static final double FLAT = 1e-8; // relative gain in a mean log-likelihood at which Newton takes over
    private static final double LINE = 1e-4; // precision of a search along a line
    private static final double BELOW =
            -1e300; // stands for what is impossible, which a search along a line cannot weigh
    private static final double SMALL_STEP = 1e-7; // of a logarithm; the next step would be about its square
    private static final double ROUNDING = 1e-13; // of a mean log-likelihood, relative
    private static final double LONGEST = 1; // a step in a logarithm
    private static final double BEYOND = Math.log(1e8); // nothing is to be found so far from 1
    private static final double DIFFERENCE = 1e-4; // of a logarithm: errors of 1e-9 by curvature, 1e-12 by rounding

    private final Likelihood likelihood;
    private final int size;
    private final double[] units;
    private double[] at;
    private double[] slope;
    private double height; // mean log-likelihood
    private boolean arrived;
    private RealMatrix bend; // −d²(mean LL)/dln θ²

    private Summit(Likelihood likelihood, double[] start) {
        this.likelihood = likelihood;
        size = start.length;
        units = likelihood.units();
        at = new double[size];
        for (int i = 0; i < size; i++) at[i] = Math.log(start[i] / units[i]);
        slope = new double[size];
        height = evaluate(at, slope);
        bend = MatrixUtils.createRealIdentityMatrix(size);
    }

    /// @param start natural parameters, positive
    static Summit of(Likelihood likelihood, double... start) {
        Summit climb = new Summit(likelihood, start);
        climb.roughly();
        climb.exactly();
        return climb;
    }

    /// What the data can tell at this place.
    ///
    /// @param model from the parameters, in the order of the likelihood
    <M> Estimation<M> estimation(Function<double[], M> model) {
        double[] found = natural(at);
        double steepness = steepness();
        if (!(steepness >= Estimation.LEAST_STEEPNESS) || isFar())
            return new Estimation.NoHeterogeneity<>(model.apply(found), logLikelihood(), steepness);
        if (!arrived) return new Estimation.Undecided<>(Reason.OUT_OF_ROUNDS);
        double[] covariance = covariance(found);
        Covariance together = new Covariance(size, covariance);
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < size; i++)
            parameters.add(new Parameter(likelihood.names()[i], found[i], together.standardError(i)));
        return new Estimation.Identified<>(model.apply(found), parameters, together, logLikelihood(), steepness);
    }

    /// The natural parameters here.
    double[] natural() {
        return natural(at);
    }

    double logLikelihood() {
        return height * likelihood.observations();
    }

    private boolean isFar() {
        for (double each : at) if (Math.abs(each) > Math.log(Estimation.FARTHEST)) return true;
        return false;
    }

    /// The smallest eigenvalue of −d²LL/dln θ².
    private double steepness() {
        double[] values = new EigenDecompositionSymmetric(bend).getEigenvalues();
        return Arrays.stream(values).min().orElseThrow() * likelihood.observations();
    }

    /// Of the natural parameters, by the delta rule: θᵢθⱼ·cov(ln θᵢ, ln θⱼ).
    private double[] covariance(double[] found) {
        double[] inverse = cholesky().inverse();
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++) inverse[i * size + j] *= found[i] * found[j] / likelihood.observations();
        return inverse;
    }

    private Cholesky cholesky() {
        double[] rows = new double[size * size];
        for (int i = 0; i < size; i++) for (int j = 0; j < size; j++) rows[i * size + j] = bend.getEntry(i, j);
        return Cholesky.of(rows, size);
    }

    // ---- the way up

    /// By conjugate gradients, to where Newton's steps are safe; of a climb that finds no end, the highest place.
    private void roughly() {
        double[] gradient = new double[size];
        double[][] highest = {at};
        double[] most = {height};
        ObjectiveFunction value = new ObjectiveFunction(point -> {
            double reached = evaluate(point, gradient);
            if (!(reached > BELOW)) return BELOW;
            if (reached > most[0]) {
                most[0] = reached;
                highest[0] = point.clone();
            }
            return reached;
        });
        ObjectiveFunctionGradient slopes = new ObjectiveFunctionGradient(point -> {
            evaluate(point, gradient);
            return gradient.clone();
        });
        try {
            new NonLinearConjugateGradientOptimizer(
                            Formula.POLAK_RIBIERE, new SimpleValueChecker(FLAT, -1), LINE, LINE, LONGEST / 2)
                    .optimize(
                            value,
                            slopes,
                            GoalType.MAXIMIZE,
                            new InitialGuess(at),
                            new MaxEval(EVALUATIONS),
                            MaxIter.unlimited());
        } catch (MathIllegalStateException endless) {
            // the highest place so far will do: whether it is a top is seen there
        }
        at = highest[0];
        height = evaluate(at, slope);
    }

    private void exactly() {
        for (int round = 0; round < NEWTONS; round++) {
            bend = bend();
            Cholesky root = cholesky();
            if (!root.positive()) return; // flat or a saddle: steepness tells
            double[] way = root.solve(slope);
            if (longest(way) < SMALL_STEP) {
                stepped(way);
                arrived = true;
                return;
            }
            if (!stepped(way)) return;
        }
    }

    /// Goes along a way that leads up, halving until it is not lost ground; whether it came anywhere.
    private boolean stepped(double[] way) {
        double part = Math.min(1, LONGEST / longest(way));
        double[] next = new double[size];
        double[] there = new double[size];
        for (int halvings = 0; halvings < 40; halvings++, part /= 2) {
            for (int i = 0; i < size; i++) next[i] = at[i] + part * way[i];
            double reached = evaluate(next, there);
            if (reached >= height - ROUNDING * Math.abs(height)) { // false for NaN
                at = next;
                slope = there;
                height = reached;
                return true;
            }
        }
        return false;
    }

    private RealMatrix bend() {
        double[][] rows = new double[size][size];
        double[] above = new double[size];
        double[] below = new double[size];
        for (int i = 0; i < size; i++) {
            double[] near = at.clone();
            near[i] = at[i] + DIFFERENCE;
            evaluate(near, above);
            near[i] = at[i] - DIFFERENCE;
            evaluate(near, below);
            for (int j = 0; j < size; j++) rows[i][j] = (below[j] - above[j]) / (2 * DIFFERENCE);
        }
        for (int i = 0; i < size; i++)
            for (int j = 0; j < i; j++) rows[i][j] = rows[j][i] = (rows[i][j] + rows[j][i]) / 2;
        return MatrixUtils.createRealMatrix(rows);
    }

    private double evaluate(double[] logarithms, double[] gradient) {
        for (double each : logarithms) if (!(Math.abs(each) < BEYOND)) return Double.NEGATIVE_INFINITY;
        double[] parameters = natural(logarithms);
        double n = likelihood.observations();
        double sum = likelihood.at(parameters, gradient);
        for (int i = 0; i < size; i++) gradient[i] *= parameters[i] / n;
        return sum / n;
    }

    private double[] natural(double[] logarithms) {
        double[] parameters = new double[size];
        for (int i = 0; i < size; i++) parameters[i] = units[i] * Math.exp(logarithms[i]);
        return parameters;
    }

    // ---- small vectors

    private static double longest(double[] vector) {
        return Arrays.stream(vector).map(Math::abs).max().orElseThrow();
    }
}
