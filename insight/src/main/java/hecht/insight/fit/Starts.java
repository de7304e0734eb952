package hecht.insight.fit;

import hecht.core.episode.Encounter;
import hecht.core.relation.Matrix;
import hecht.core.relation.Parameters;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Where fits begin: the first at the parameters that are given, others around them, always the same ones.
final class Starts {
    private static final double SPREAD = .5; // of the logarithm of each rate and each count
    private static final long SEED = 20261127;

    private Starts() {}

    static Parameters of(Parameters given, int number) {
        if (number == 0) return given;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + number);
        Map<Encounter, Matrix> moves = new EnumMap<>(Encounter.class);
        for (Encounter each : Encounter.values()) moves.put(each, shares(given.move(each), random));
        return new Parameters(
                shares(given.start(), random),
                shares(given.wonBack(), random),
                Coordinates.falling(rates(given.leaving(), random)),
                rates(given.up(), random),
                rates(given.down(), random),
                given.answering(),
                given.answers(),
                given.ownAnswers(),
                moves);
    }

    private static double factor(RandomGenerator random) {
        return StrictMath.exp(SPREAD * random.nextGaussian());
    }

    private static Matrix rates(Matrix given, RandomGenerator random) {
        double[] rates = given.toArray();
        for (int i = 0; i < rates.length; i++) rates[i] = Math.max(1e-3, rates[i]) * factor(random);
        return Matrix.row(rates);
    }

    private static Matrix shares(Matrix given, RandomGenerator random) {
        double[][] rows = new double[given.rows()][given.columns()];
        for (int i = 0; i < rows.length; i++) {
            double sum = 0;
            for (int j = 0; j < rows[i].length; j++) sum += rows[i][j] = given.at(i, j) * factor(random);
            for (int j = 0; j < rows[i].length; j++) rows[i][j] /= sum;
        }
        return Matrix.of(rows);
    }
}
