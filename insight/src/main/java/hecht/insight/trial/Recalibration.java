package hecht.insight.trial;

import hecht.insight.judgement.Isotonic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What came of chances that were given: from it, the rising curve that corrects them. Chances are taken together in groups of
/// equal size first, each with half a yes and half a no more than it had, so that nothing is called certain.
///
/// Zadrozny & Elkan (2002), *KDD*: isotonic regression on chances.
final class Recalibration {
    private static final int GROUPS = 20;
    private static final int FEWEST = 20; // of either outcome

    private final List<Given> given = new ArrayList<>();

    private record Given(double chance, boolean came) {}

    void add(double chance, boolean came) {
        given.add(new Given(chance, came));
    }

    /// Empty where too few came, or did not.
    Optional<Isotonic> learned() {
        long yes = given.stream().filter(Given::came).count();
        if (yes < FEWEST || given.size() - yes < FEWEST) return Optional.empty();
        List<Given> sorted =
                given.stream().sorted(Comparator.comparingDouble(Given::chance)).toList();
        int groups = Math.min(GROUPS, sorted.size() / FEWEST);
        double[] said = new double[groups];
        double[] seen = new double[groups];
        double[] size = new double[groups];
        for (int g = 0; g < groups; g++) {
            List<Given> group = sorted.subList(
                    (int) ((long) sorted.size() * g / groups), (int) ((long) sorted.size() * (g + 1) / groups));
            size[g] = group.size();
            said[g] = group.stream().mapToDouble(Given::chance).average().orElseThrow();
            seen[g] = (group.stream().filter(Given::came).count() + .5) / (size[g] + 1);
        }
        return Optional.of(Isotonic.fit(said, seen, size));
    }
}
