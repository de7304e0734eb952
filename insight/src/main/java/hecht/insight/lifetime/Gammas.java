package hecht.insight.lifetime;

import org.hipparchus.special.Gamma;

/// Logarithms of the gamma function, their differences and their slope.
final class Gammas {
    private static final int FEW = 50; // factors that are taken one by one
    private static final double ASYMPTOTIC = 12;

    private Gammas() {}

    /// ln Γ(s + k) − ln Γ(s).
    static double rising(double s, int k) {
        if (k > FEW) return Gamma.logGamma(s + k) - Gamma.logGamma(s);
        double sum = 0;
        for (int i = 0; i < k; i++) sum += Math.log(s + i);
        return sum;
    }

    /// ψ(x), x positive: Abramowitz & Stegun (1964) 6.3.18 from 12 on, there right to 1e−16; below it by ψ(x) = ψ(x+1) − 1/x.
    /// Hipparchus 4.0.3 is off by 3e−9 just above 49, which second derivatives show.
    static double digamma(double x) {
        double sum = 0;
        double at = x;
        for (; at < ASYMPTOTIC; at++) sum -= 1 / at;
        double inverse = 1 / (at * at);
        double series = inverse
                * (1 / 12.0
                        - inverse
                                * (1 / 120.0
                                        - inverse
                                                * (1 / 252.0
                                                        - inverse
                                                                * (1 / 240.0
                                                                        - inverse
                                                                                * (1 / 132.0
                                                                                        - inverse
                                                                                                * (691 / 32760.0
                                                                                                        - inverse
                                                                                                                / 12))))));
        return sum + Math.log(at) - .5 / at - series;
    }
}
