package hecht.insight.lifetime;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/// Gauss-Legendre quadrature: a sum at n places that is exact for polynomials up to degree 2n − 1.
final class Legendre {
    /// Enough for twelve digits of the Pareto/NBD's integral, see [ParetoIntegral].
    static final Legendre MANY = new Legendre(24);

    /// Enough for nine digits of an expectation that bends smoothly, as those over a few years do.
    static final Legendre FEW = new Legendre(10);

    final double[] place; // in (0, 1)
    final double[] weight; // sum to 1

    private Legendre(int places) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(places, 0, 1);
        place = new double[places];
        weight = new double[places];
        for (int i = 0; i < places; i++) {
            place[i] = rule.getPoint(i);
            weight[i] = rule.getWeight(i);
        }
    }

    double integral(double from, double to, DoubleUnaryOperator function) {
        double sum = 0;
        for (int i = 0; i < place.length; i++) sum += weight[i] * function.applyAsDouble(from + (to - from) * place[i]);
        return sum * (to - from);
    }
}
