package hecht.insight.judgement;

import hecht.insight.regression.Interval;

/// Predictions that were alike, and how they came out.
///
/// @param low, high     the bin holds probabilities in `[low, high)`
/// @param observed      share of yes
/// @param observedWithin Wilson's interval of that share
public record CalibrationBin(
        double low, double high, int size, double meanPredicted, double observed, Interval observedWithin) {}
