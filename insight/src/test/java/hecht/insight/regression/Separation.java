package hecht.insight.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/// A slow and certain judge of separation: is there a direction in which no comparison loses and one gains? By a linear program,
/// max Σ zδ with every zδ ≥ 0 and |δ| ≤ 1. Konis (2007), *Linear programming algorithms for detecting separated data*, Oxford.
public final class Separation {
    private static final double ROUNDING = 1e-7;

    private Separation() {}

    /// @param comparisons `[comparison][covariate]`: what the one who said yes, or left, had more than the other
    public static boolean of(List<double[]> comparisons) {
        int size = comparisons.getFirst().length;
        double[] sum = new double[size];
        List<LinearConstraint> constraints = new ArrayList<>();
        for (double[] each : comparisons) {
            constraints.add(new LinearConstraint(each, Relationship.GEQ, 0));
            for (int j = 0; j < size; j++) sum[j] += each[j];
        }
        for (int j = 0; j < size; j++) {
            double[] one = new double[size];
            one[j] = 1;
            constraints.add(new LinearConstraint(one, Relationship.LEQ, 1));
            constraints.add(new LinearConstraint(one, Relationship.GEQ, -1));
        }
        double most = new SimplexSolver()
                .optimize(
                        new LinearObjectiveFunction(sum, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(false))
                .getValue();
        return most > ROUNDING * Math.max(1, Arrays.stream(sum).map(Math::abs).sum());
    }
}
