package hecht.insight.regression;

import java.util.List;

/// Where a climb ended.
public sealed interface Ascent {
    /// The top: there the slope is nil and every direction leads down.
    final class Top implements Ascent {
        private final double[] point;
        private final Cholesky information;
        private final double start;
        private final double height;
        private final double score;
        private final int rounds;

        Top(double[] point, Cholesky information, double start, double height, double score, int rounds) {
            this.point = point;
            this.information = information;
            this.start = start;
            this.height = height;
            this.score = score;
            this.rounds = rounds;
        }

        public double[] point() {
            return point.clone();
        }

        /// Inverse of the information, `[row][column]`, row after row.
        public double[] covariance() {
            return information.inverse();
        }

        /// pointᵀ·I·point: Wald's statistic, where nothing is the null hypothesis.
        public double wald() {
            return information.form(point);
        }

        /// Log-likelihood at the start.
        public double start() {
            return start;
        }

        /// Log-likelihood at the top.
        public double height() {
            return height;
        }

        /// Uᵀ·I⁻¹·U at the start: Rao's score statistic, where the start is the null hypothesis.
        public double score() {
            return score;
        }

        public int rounds() {
            return rounds;
        }
    }

    /// At the start already one coordinate follows from those in `with`, or moves nothing when there are none.
    record Flat(int coordinate, List<Integer> with) implements Ascent {
        public Flat {
            with = List.copyOf(with);
        }
    }

    /// There is no top: the likelihood grows for ever along these coordinates.
    record Endless(List<Integer> coordinates) implements Ascent {
        public Endless {
            coordinates = List.copyOf(coordinates);
        }
    }

    /// Neither a top nor a proof that there is none.
    record OutOfRounds(int rounds) implements Ascent {}

    /// The reason in words, for a climb without top.
    default Reason reason(List<String> names) {
        return switch (this) {
            case Top _ -> throw new IllegalStateException("a top needs no reason");
            case Flat flat -> new Reason.Collinear(names.get(flat.coordinate()), named(flat.with(), names));
            case Endless endless -> new Reason.Separated(named(endless.coordinates(), names));
            case OutOfRounds stopped -> new Reason.OutOfRounds(stopped.rounds());
        };
    }

    private static List<String> named(List<Integer> coordinates, List<String> names) {
        return coordinates.stream().map(names::get).toList();
    }
}
