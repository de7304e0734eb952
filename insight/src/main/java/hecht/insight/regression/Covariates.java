package hecht.insight.regression;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// What is known of every row: names and numbers, `[row][covariate]`, kept in one array, row after row. Immutable.
public final class Covariates {
    /// Squares of larger numbers, summed over millions of rows, leave the range of a double.
    private static final double LARGEST = 1e100;

    private final List<String> names;
    private final int rows;
    private final double[] values;

    private Covariates(List<String> names, int rows, double[] values) {
        this.names = names;
        this.rows = rows;
        this.values = values;
    }

    /// @param rows `[row][covariate]`
    /// @throws IllegalArgumentException naming the row and covariate that is not a number within ±1e100
    public static Covariates of(List<String> names, double[][] rows) {
        double[] values = new double[Math.multiplyExact(rows.length, names.size())];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != names.size())
                throw new IllegalArgumentException(
                        "row " + i + ": expected " + names.size() + " covariates, found " + rows[i].length);
            System.arraycopy(rows[i], 0, values, i * names.size(), names.size());
        }
        return checked(names, rows.length, values);
    }

    /// @param values row after row, copied; as many as rows × names
    /// @throws IllegalArgumentException naming the row and covariate that is not a number within ±1e100
    public static Covariates of(List<String> names, int rows, double[] values) {
        if (values.length != (long) rows * names.size())
            throw new IllegalArgumentException("expected " + rows + " rows of " + names.size() + " covariates, found "
                    + values.length + " numbers");
        return checked(names, rows, values.clone());
    }

    private static Covariates checked(List<String> names, int rows, double[] values) {
        if (new HashSet<>(names).size() < names.size())
            throw new IllegalArgumentException("covariates must have different names, were " + names);
        for (int i = 0; i < values.length; i++)
            if (!(Math.abs(values[i]) <= LARGEST))
                throw new IllegalArgumentException("row " + i / names.size() + ", " + names.get(i % names.size())
                        + ": expected a number between −1e100 and 1e100, found " + values[i]);
        return new Covariates(List.copyOf(names), rows, values);
    }

    public List<String> names() {
        return names;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return names.size();
    }

    public double at(int row, int column) {
        return values[row * names.size() + column];
    }

    /// The same rows less their mean, in standard deviations.
    public Standardised standardised() {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return standardised(ones);
    }

    /// The same, with the mean and deviation of weighted rows; weights are not negative and not all zero.
    Standardised standardised(double[] weights) {
        return new Standardised(names, values, weights);
    }
}
