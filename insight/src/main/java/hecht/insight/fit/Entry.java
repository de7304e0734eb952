package hecht.insight.fit;

import hecht.core.relation.Model;

/// The conditions of those whose history is cut off, where it begins: learned for itself, by how open their door was. A model
/// begins them at its own base, which follows from all of its parameters in no closed form; a fit that held it to that would have to
/// hold it fixed in every round, and lose ground when it is made anew.
///
/// @param shares `[band][condition]`
@SuppressWarnings("ArrayRecordComponent") // plain storage within the fit; never written to
record Entry(double[][] shares) {
    private static final double[] MIDDLES = {.15, .5, 1}; // φ of each band
    private static final double HALF_SHUT = .3;
    private static final double HALF_OPEN = .75;

    /// At the model's own base.
    static Entry of(Model model) {
        double[][] shares = new double[MIDDLES.length][];
        for (int band = 0; band < shares.length; band++)
            shares[band] = model.baseBehind(MIDDLES[band]).toArray();
        return new Entry(shares);
    }

    static int band(double phi) {
        return phi < HALF_SHUT ? 0 : phi < HALF_OPEN ? 1 : 2;
    }

    static int bands() {
        return MIDDLES.length;
    }
}
