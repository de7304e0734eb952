package hecht.insight.lifetime;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/// ln Γ(s + k) − ln Γ(s) and its slope ψ(s + k) − ψ(s), for the whole numbers k that occur: the logarithm of the rising factorial
/// s(s + 1)…(s + k − 1). Summed factor by factor, which loses nothing where s is 10⁶ and both gammas have seven digits before the point.
final class Rising {
    private static final int LONG = 1000; // a gap of more factors is left to the gamma function

    private final int[] steps; // distinct, ascending
    private final double[] logarithm; // [place in steps]
    private final double[] slope;

    /// @param steps not negative
    Rising(int[] steps) {
        this.steps = Arrays.stream(steps).sorted().distinct().toArray();
        logarithm = new double[this.steps.length];
        slope = new double[this.steps.length];
    }

    /// Where each of some steps is kept.
    int[] places(int[] some) {
        int[] places = new int[some.length];
        for (int i = 0; i < some.length; i++) places[i] = Arrays.binarySearch(steps, some[i]);
        return places;
    }

    void from(double s) {
        double sum = 0;
        double inverse = 0;
        int k = 0;
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] - k > LONG) {
                sum += Gamma.logGamma(s + steps[i]) - Gamma.logGamma(s + k);
                inverse += Gammas.digamma(s + steps[i]) - Gammas.digamma(s + k);
                k = steps[i];
            }
            for (; k < steps[i]; k++) {
                sum += Math.log(s + k);
                inverse += 1 / (s + k);
            }
            logarithm[i] = sum;
            slope[i] = inverse;
        }
    }

    double logarithm(int place) {
        return logarithm[place];
    }

    double slope(int place) {
        return slope[place];
    }
}
