package hecht.demo;

import java.util.List;

/// The line of calibration (Cox 1958): logit P(it happened) = intercept + slope · logit(said). A slope of 1 says that
/// chances differ as much as they were said to; below 1 they were said to differ too much.
record Calibration(double intercept, double slope, double slopeError) {
    private static final int ROUNDS = 25; // of Newton's method, which needs about six

    /// @param said the chance that was given  @param happened whether it did
    record Case(double said, boolean happened) {}

    static Calibration of(List<Case> cases) {
        double a = 0;
        double b = 1;
        double error = Double.NaN;
        for (int round = 0; round < ROUNDS; round++) {
            double ga = 0;
            double gb = 0;
            double aa = 0;
            double ab = 0;
            double bb = 0;
            for (Case each : cases) {
                double x = Math.log(each.said / (1 - each.said));
                double p = 1 / (1 + Math.exp(-a - b * x));
                double miss = (each.happened ? 1 : 0) - p;
                double w = p * (1 - p);
                ga += miss;
                gb += miss * x;
                aa += w;
                ab += w * x;
                bb += w * x * x;
            }
            double determinant = aa * bb - ab * ab;
            a += (bb * ga - ab * gb) / determinant;
            b += (aa * gb - ab * ga) / determinant;
            error = Math.sqrt(aa / determinant);
        }
        return new Calibration(a, b, error);
    }
}
