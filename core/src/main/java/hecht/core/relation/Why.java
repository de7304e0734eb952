package hecht.core.relation;

import hecht.core.event.Dimension;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Why health is what it is: what silence alone would say, and what every event still does on top of that.
///
/// @param base what silence alone would say, in points of health  @param contributions in the order of their steps
public record Why(double base, List<Contribution> contributions) {
    public Why {
        contributions = List.copyOf(contributions);
    }

    /// base + Σ now: the health that it explains.
    public double health() {
        double sum = base;
        for (Contribution each : contributions) sum += each.now();
        return sum;
    }

    /// The contributions by dimension, in points around zero.
    public Map<Dimension, Double> dimensions() {
        Map<Dimension, Double> sums = new EnumMap<>(Dimension.class);
        for (Dimension each : Dimension.values()) sums.put(each, 0.0);
        for (Contribution each : contributions) sums.merge(each.dimension(), each.now(), Double::sum);
        return sums;
    }
}
