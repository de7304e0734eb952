package hecht.app.ingest;

import hecht.core.relation.Matrix;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Quadrant;
import hecht.core.relation.Standing;
import java.util.EnumMap;
import java.util.Map;

/// Adds up running relationships: first all of them for the means, then all of them again for what is held against a mean.
final class Figures {
    private final boolean isContract;
    private final double[] conditions;
    private final Map<Quadrant, Integer> quadrants = new EnumMap<>(Quadrant.class);
    private int running;
    private int inView;
    private double health;
    private double variance;
    private double attitude;
    private double latentLeavers;

    Figures(Model model) {
        isContract = model.mode() == Mode.CONTRACT;
        conditions = new double[model.parameters().conditions()];
        for (Quadrant each : Quadrant.values()) quadrants.put(each, 0);
    }

    void add(Standing standing) {
        running++;
        if (standing.isInView()) inView++;
        double p = standing.health() / 100;
        health += p;
        variance += p * (1 - p);
        attitude += standing.attitude();
        for (int i = 0; i < conditions.length; i++)
            conditions[i] += standing.belief().at(i);
        if (isContract) latentLeavers += standing.latentLeaving();
    }

    void place(Standing standing) {
        quadrants.merge(standing.quadrant(mean(attitude)), 1, Integer::sum);
    }

    Summary summary(int closed, int notBegun) {
        double[] shares = new double[conditions.length];
        for (int i = 0; i < shares.length; i++) shares[i] = mean(conditions[i]);
        return new Summary(
                running + closed + notBegun,
                running,
                closed,
                notBegun,
                inView,
                100 * mean(health),
                running == 0 ? 0 : 100 * StrictMath.sqrt(variance) / running,
                Matrix.row(shares),
                mean(attitude),
                quadrants,
                latentLeavers);
    }

    private double mean(double sum) {
        return running == 0 ? 0 : sum / running;
    }
}
