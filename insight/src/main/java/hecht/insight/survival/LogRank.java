package hecht.insight.survival;

import hecht.insight.regression.ChiSquare;
import hecht.insight.regression.Cholesky;
import hecht.insight.regression.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Whether groups leave equally fast. At every time of leaving, d leavers among n at risk would fall on groups by their size: group
/// g expects d·n_g/n, and the counts vary together as in a draw without replacement. With the differences O − E summed over time and
/// V their covariance, of all groups but one, (O − E)ᵀV⁻¹(O − E) is a chi-square.
///
/// Mantel (1966), *Cancer Chemotherapy Reports* 50(3); Peto & Peto (1972), *JRSS A* 135(2).
public sealed interface LogRank {
    /// @param observed leavers    @param expected leavers, had all groups left alike
    record Group(String name, int subjects, int observed, double expected) {}

    record Compared(List<Group> groups, ChiSquare test) implements LogRank {
        public Compared {
            groups = List.copyOf(groups);
        }
    }

    record Undecided(Reason why) implements LogRank {}

    /// @param groups one for every subject, at least two different ones
    /// @throws IllegalArgumentException when there is one group
    static LogRank of(Durations durations, List<String> groups) {
        Map<String, int[]> members = Groups.of(durations, groups);
        int k = members.size();
        if (k < 2)
            throw new IllegalArgumentException(
                    "expected at least two groups to compare, found only " + members.keySet());
        if (durations.events() == 0) return new Undecided(new Reason.NoEvents());
        int[] group = new int[durations.size()];
        int number = 0;
        for (int[] subjects : members.values()) {
            for (int subject : subjects) group[subject] = number;
            number++;
        }
        double[] atRisk = new double[k];
        for (int each : group) atRisk[each]++;
        double[] observed = new double[k];
        double[] expected = new double[k];
        double[] covariance = new double[k * k];
        int[] order = durations.order();
        double n = order.length;
        for (int i = 0; i < order.length; ) {
            double time = durations.time(order[i]);
            double[] gone = new double[k];
            double deaths = 0;
            for (; i < order.length && durations.time(order[i]) == time; i++) {
                gone[group[order[i]]]++;
                if (!durations.left(order[i])) continue;
                observed[group[order[i]]]++;
                deaths++;
            }
            double spread = n > 1 ? deaths * (n - deaths) / (n * n * (n - 1)) : 0;
            for (int g = 0; g < k; g++) {
                expected[g] += deaths * atRisk[g] / n;
                for (int h = 0; h < k; h++)
                    covariance[g * k + h] += spread * atRisk[g] * ((g == h ? n : 0) - atRisk[h]);
            }
            for (int g = 0; g < k; g++) {
                atRisk[g] -= gone[g];
                n -= gone[g];
            }
        }
        List<Group> found = new ArrayList<>();
        number = 0;
        for (Map.Entry<String, int[]> each : members.entrySet()) {
            found.add(new Group(each.getKey(), each.getValue().length, (int) observed[number], expected[number]));
            number++;
        }
        return test(found, observed, expected, covariance);
    }

    /// Without a group that never was at risk with others when somebody left, there is nothing to tell of it: it is left out of the sum.
    private static LogRank test(List<Group> groups, double[] observed, double[] expected, double[] covariance) {
        int k = observed.length;
        int[] varying =
                IntStream.range(0, k).filter(g -> covariance[g * k + g] > 0).toArray();
        int size = varying.length - 1; // they sum to nothing, so that one follows from the rest
        if (size < 1) return new Undecided(new Reason.NobodyStayed());
        double[] off = new double[size];
        double[] v = new double[size * size];
        for (int i = 0; i < size; i++) {
            off[i] = observed[varying[i]] - expected[varying[i]];
            for (int j = 0; j < size; j++) v[i * size + j] = covariance[varying[i] * k + varying[j]];
        }
        Cholesky root = Cholesky.of(v, size);
        if (!root.positive()) return new Undecided(new Reason.NobodyStayed());
        return new Compared(groups, ChiSquare.of(root.quadratic(off), size));
    }
}
