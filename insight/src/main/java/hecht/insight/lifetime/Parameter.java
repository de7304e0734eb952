package hecht.insight.lifetime;

import hecht.insight.regression.Interval;

/// One parameter of a model, by the name its paper gives it.
///
/// @param standardError from the inverse of the observed information
public record Parameter(String name, double estimate, double standardError) {
    /// Even on the scale of the logarithm, as a parameter cannot be negative: estimate · exp(±z·se/estimate).
    public Interval interval(double level) {
        double reach = Math.exp(Interval.deviations(level) * standardError / estimate);
        return new Interval(estimate / reach, estimate * reach);
    }
}
