package hecht.insight.fit;

import hecht.core.relation.Model;
import hecht.insight.fit.Quantity.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/// How sure the learned numbers are: the information in customers' scores (the empirical Fisher information, Berndt, Hall, Hall
/// & Hausman 1974), and in the prior. A customer's score follows from what is expected of that customer (Fisher's identity; Louis
/// 1982). Immutable.
///
/// Coordinates: the logarithm of a rate, the logit of a chance that stands alone, and for chances that sum to one the logarithm of
/// each against the largest.
public final class Uncertainty {
    private static final double STEP = 1e-4; // in a logarithm, for slopes

    private final Model at;
    private final List<Row> rows;
    private final RealMatrix covariance;

    private Uncertainty(Model at, List<Row> rows, RealMatrix covariance) {
        this.at = at;
        this.rows = rows;
        this.covariance = covariance;
    }

    /// @param at the model that was learned from this evidence with this prior
    static Uncertainty of(Sequences evidence, Model at, Prior prior) {
        List<Row> rows = Quantity.rows(at.parameters(), at.answering());
        int size = rows.stream().mapToInt(Uncertainty::free).sum();
        double[][] information = new double[size][size];
        Smoother.Laws laws = new Smoother.Laws(at, Entry.of(at), evidence.doors);
        Smoother smoother = new Smoother(laws);
        for (Sequences.Block block : evidence.blocks) {
            int from = 0;
            for (int end : block.ends()) {
                Expected sums = laws.nothing();
                smoother.smooth(block, from, end, sums);
                double[] score = score(rows, size, sums, laws.flows.lived(sums.passed));
                for (int i = 0; i < size; i++) {
                    if (score[i] == 0) continue;
                    for (int j = 0; j <= i; j++) information[i][j] += score[i] * score[j];
                }
                from = end;
            }
        }
        for (int i = 0; i < size; i++) for (int j = 0; j < i; j++) information[j][i] = information[i][j];
        addPrior(rows, prior, information);
        RealMatrix covariance = new CholeskyDecomposition(MatrixUtils.createRealMatrix(information), 1e-9, 1e-12)
                .getSolver()
                .getInverse();
        return new Uncertainty(at, rows, covariance);
    }

    private static int free(Row row) {
        return row.isShares() ? row.values().size() - 1 : 1;
    }

    // ---- scores

    /// The slopes of the logarithm of the likelihood, summed over customers.
    static double[] score(Sequences evidence, Model at, List<Row> rows) {
        Smoother.Laws laws = new Smoother.Laws(at, Entry.of(at), evidence.doors);
        Smoother smoother = new Smoother(laws);
        Expected sums = laws.nothing();
        for (Sequences.Block block : evidence.blocks) {
            int from = 0;
            for (int end : block.ends()) {
                smoother.smooth(block, from, end, sums);
                from = end;
            }
        }
        int size = rows.stream().mapToInt(Uncertainty::free).sum();
        return score(rows, size, sums, laws.flows.lived(sums.passed));
    }

    private static double[] score(List<Row> rows, int size, Expected sums, Flows.Lived lived) {
        double[] score = new double[size];
        int at = 0;
        for (Row row : rows) {
            if (row.isShares()) {
                double all = 0;
                for (Quantity each : row.quantities()) all += count(each, sums);
                for (int i = 0; i < row.values().size(); i++) {
                    if (i == row.largest()) continue;
                    score[at++] =
                            count(row.quantities().get(i), sums) - row.values().get(i) * all;
                }
            } else score[at++] = score(row.quantities().getFirst(), row.values().getFirst(), sums, lived);
        }
        return score;
    }

    private static double count(Quantity of, Expected sums) {
        return switch (of.kind()) {
            case START -> sums.started[of.to()];
            case WON_BACK -> sums.wonBack[of.to()];
            case ANSWER -> sums.said[of.observationOfAnswer().orElseThrow().ordinal()][of.from()][of.to()];
            case MOVE -> sums.moved[of.encounterOfMove().orElseThrow().ordinal()][of.from() * sums.k + of.to()];
            case LEAVING, DRIFT, ANSWERING -> throw new IllegalArgumentException(of + " stands alone");
        };
    }

    private static double score(Quantity of, double value, Expected sums, Flows.Lived lived) {
        int i = of.from();
        return switch (of.kind()) {
            case LEAVING -> sums.left[i] - value * lived.open()[i];
            case DRIFT -> {
                double jumps = of.to() > i ? lived.up()[i] : lived.down()[of.to()];
                yield jumps - value * lived.years()[i];
            }
            case ANSWERING -> (1 - value) * sums.answered[i] - value * sums.unanswered[i];
            case START, WON_BACK, ANSWER, MOVE -> throw new IllegalArgumentException(of + " does not stand alone");
        };
    }

    private static void addPrior(List<Row> rows, Prior prior, double[][] information) {
        int at = 0;
        for (Row row : rows) {
            if (row.isShares()) {
                int first = at;
                int largest = row.largest();
                for (int i = 0, a = 0; i < row.values().size(); i++) {
                    if (i == largest) continue;
                    for (int j = 0, b = 0; j < row.values().size(); j++) {
                        if (j == largest) continue;
                        double both = row.values().get(i) * row.values().get(j);
                        information[first + a][first + b] +=
                                prior.events() * ((i == j ? row.values().get(i) : 0) - both);
                        b++;
                    }
                    a++;
                }
                at += free(row);
            } else {
                double value = row.values().getFirst();
                information[at][at] += row.quantities().getFirst().isRate()
                        ? prior.years() * value
                        : prior.events() * value * (1 - value);
                at++;
            }
        }
    }

    // ---- what comes of it

    /// Every number that was learned, with its standard error and interval.
    public List<Estimate> estimates() {
        List<Estimate> all = new ArrayList<>();
        int at = 0;
        for (Row row : rows) {
            if (row.isShares()) shares(row, at, all);
            else {
                Quantity of = row.quantities().getFirst();
                double value = row.values().getFirst();
                double error = Math.sqrt(covariance.getEntry(at, at));
                all.add(
                        of.isRate()
                                ? Estimate.rate(of, value, error)
                                : Estimate.chance(of, value, error * value * (1 - value)));
            }
            at += free(row);
        }
        return all;
    }

    private void shares(Row row, int first, List<Estimate> all) {
        int size = row.values().size();
        int largest = row.largest();
        for (int i = 0; i < size; i++) {
            double variance = 0;
            for (int a = 0, p = 0; a < size; a++) {
                if (a == largest) continue;
                for (int b = 0, q = 0; b < size; b++) {
                    if (b == largest) continue;
                    variance += slope(row, i, a) * slope(row, i, b) * covariance.getEntry(first + p, first + q++);
                }
                p++;
            }
            all.add(Estimate.chance(row.quantities().get(i), row.values().get(i), Math.sqrt(Math.max(0, variance))));
        }
    }

    /// ∂m_i/∂θ_a of chances that sum to one.
    private static double slope(Row row, int i, int a) {
        return row.values().get(i) * ((i == a ? 1 : 0) - row.values().get(a));
    }

    /// The standard error of something that follows from the law, by its slopes (the delta rule).
    double of(ToDoubleFunction<Model> what) {
        double[] point = Coordinates.of(at.parameters());
        int size = covariance.getRowDimension();
        double[] slopes = new double[size];
        int free = 0;
        int place = 0; // of the row's first number among the coordinates
        for (Row row : rows) {
            for (int i = 0; i < row.values().size(); i++) {
                if (row.isShares() && i == row.largest()) continue;
                double up = what.applyAsDouble(moved(point, place + i, STEP));
                double down = what.applyAsDouble(moved(point, place + i, -STEP));
                slopes[free++] = (up - down) / (2 * STEP);
            }
            place += row.values().size();
        }
        double variance = 0;
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++) variance += slopes[i] * slopes[j] * covariance.getEntry(i, j);
        return Math.sqrt(Math.max(0, variance));
    }

    private Model moved(double[] point, int coordinate, double by) {
        double[] to = point.clone();
        to[coordinate] += by;
        return at.with(Coordinates.at(to, at.parameters()));
    }
}
