package hecht.insight.regression;

import java.util.ArrayList;
import java.util.List;

/// A symmetric positive matrix as L·Lᵀ, or the first row that is a combination of those before it. A pivot tells how much of a
/// row is its own: pivot / diagonal = 1 − R² of that row on the rows before it.
public final class Cholesky {
    /// Sums over a million rows keep about eleven digits; less of its own than this and a row cannot be told from the others.
    static final double OWN = 1e-10;

    private final int size;
    private final double[] lower; // [row][column], column ≤ row
    private final int dependent;

    private Cholesky(int size, double[] lower, int dependent) {
        this.size = size;
        this.lower = lower;
        this.dependent = dependent;
    }

    /// @param symmetric `[row][column]`, row after row; only column ≤ row is read
    public static Cholesky of(double[] symmetric, int size) {
        return of(symmetric, size, OWN);
    }

    /// @param own how much of a row must be its own, as a part of it
    static Cholesky of(double[] symmetric, int size, double own) {
        double[] lower = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double sum = symmetric[i * size + j];
                for (int k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k];
                lower[i * size + j] = sum / lower[j * size + j];
            }
            double diagonal = symmetric[i * size + i];
            double pivot = diagonal;
            for (int k = 0; k < i; k++) pivot -= lower[i * size + k] * lower[i * size + k];
            if (!(pivot > own * diagonal)) return new Cholesky(size, lower, i);
            lower[i * size + i] = Math.sqrt(pivot);
        }
        return new Cholesky(size, lower, -1);
    }

    /// Whether every row has something of its own; without that there is no solution.
    public boolean positive() {
        return dependent < 0;
    }

    /// The first row that is a combination of those before it.
    int dependent() {
        return dependent;
    }

    /// A direction in which nothing bends: matrix · direction = 0 as far as rounding tells; 1 at the dependent row.
    double[] flat() {
        double[] direction = new double[size];
        direction[dependent] = 1;
        for (int i = dependent - 1; i >= 0; i--) {
            double sum = 0;
            for (int k = i + 1; k <= dependent; k++) sum -= lower[k * size + i] * direction[k];
            direction[i] = sum / lower[i * size + i];
        }
        return direction;
    }

    /// The rows of which the dependent row is a combination: those with a part of it worth naming.
    List<Integer> combination() {
        double[] direction = flat();
        double most = 0;
        for (int i = 0; i < dependent; i++) most = Math.max(most, Math.abs(direction[i]));
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < dependent; i++) if (Math.abs(direction[i]) > 1e-4 * most) rows.add(i);
        return rows;
    }

    /// The x for which matrix · x = b.
    public double[] solve(double[] b) {
        if (!positive()) throw new IllegalStateException("row " + dependent + " depends on those before it");
        double[] x = b.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) x[i] -= lower[i * size + k] * x[k];
            x[i] /= lower[i * size + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) x[i] -= lower[k * size + i] * x[k];
            x[i] /= lower[i * size + i];
        }
        return x;
    }

    /// bᵀ · matrix⁻¹ · b.
    public double quadratic(double[] b) {
        double[] x = solve(b);
        double sum = 0;
        for (int i = 0; i < size; i++) sum += b[i] * x[i];
        return sum;
    }

    /// bᵀ · matrix · b.
    public double form(double[] b) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
            double part = 0; // of Lᵀb
            for (int i = j; i < size; i++) part += lower[i * size + j] * b[i];
            sum += part * part;
        }
        return sum;
    }

    /// The inverse, `[row][column]`, row after row.
    public double[] inverse() {
        double[] inverse = new double[size * size];
        for (int j = 0; j < size; j++) {
            double[] unit = new double[size];
            unit[j] = 1;
            double[] column = solve(unit);
            for (int i = 0; i < size; i++) inverse[i * size + j] = column[i];
        }
        return inverse;
    }
}
