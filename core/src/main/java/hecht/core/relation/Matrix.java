package hecht.core.relation;

import java.util.Arrays;

/// A small immutable matrix of doubles, row-major: `at(from, to)`. A row of numbers is a matrix of one row.
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] entries;

    private Matrix(int rows, int columns, double[] entries) {
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
    }

    /// @param rows of equal length
    public static Matrix of(double[]... rows) {
        int columns = rows[0].length;
        double[] entries = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) throw new IllegalArgumentException("rows must have equal length");
            System.arraycopy(rows[i], 0, entries, i * columns, columns);
        }
        return new Matrix(rows.length, columns, entries);
    }

    public static Matrix row(double... entries) {
        return new Matrix(1, entries.length, entries.clone());
    }

    public static Matrix identity(int size) {
        double[] entries = new double[size * size];
        for (int i = 0; i < size; i++) entries[i * size + i] = 1;
        return new Matrix(size, size, entries);
    }

    public static Matrix diagonal(Matrix row) {
        double[] entries = new double[row.columns * row.columns];
        for (int i = 0; i < row.columns; i++) entries[i * row.columns + i] = row.entries[i];
        return new Matrix(row.columns, row.columns, entries);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public double at(int row, int column) {
        return entries[row * columns + column];
    }

    /// The entry of a matrix of one row.
    public double at(int column) {
        return entries[column];
    }

    public double[] toArray() {
        return entries.clone();
    }

    public Matrix plus(Matrix other) {
        double[] sum = entries.clone();
        for (int i = 0; i < sum.length; i++) sum[i] += other.entries[i];
        return new Matrix(rows, columns, sum);
    }

    public Matrix times(double factor) {
        double[] product = entries.clone();
        for (int i = 0; i < product.length; i++) product[i] *= factor;
        return new Matrix(rows, columns, product);
    }

    /// This matrix times a column.
    double[] timesColumn(double[] column) {
        double[] product = new double[rows];
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) sum += entries[i * columns + j] * column[j];
            product[i] = sum;
        }
        return product;
    }

    public Matrix times(Matrix other) {
        double[] product = new double[rows * other.columns];
        for (int i = 0; i < rows; i++)
            for (int k = 0; k < columns; k++) {
                double factor = entries[i * columns + k];
                if (factor == 0) continue;
                for (int j = 0; j < other.columns; j++)
                    product[i * other.columns + j] += factor * other.entries[k * other.columns + j];
            }
        return new Matrix(rows, other.columns, product);
    }

    /// The row sums, as a row: the matrix times a column of ones.
    public Matrix rowSums() {
        double[] sums = new double[rows];
        for (int i = 0; i < rows; i++) for (int j = 0; j < columns; j++) sums[i] += entries[i * columns + j];
        return new Matrix(1, rows, sums);
    }

    /// exp of a square matrix, by scaling and squaring around its Taylor series; the argument is halved until its norm is
    /// below 1/2, and then 18 terms leave less than 1e−19 (Moler & Van Loan 2003, *SIAM Review* 45(1), method 3).
    public Matrix exp() {
        double norm = 0;
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) sum += Math.abs(entries[i * columns + j]);
            norm = Math.max(norm, sum);
        }
        int halvings = norm > .5 ? Math.getExponent(norm) + 2 : 0;
        Matrix small = times(1 / (double) (1L << halvings));
        Matrix sum = identity(rows);
        Matrix term = sum;
        for (int n = 1; n <= 18; n++) {
            term = term.times(small).times(1.0 / n);
            sum = sum.plus(term);
        }
        for (int i = 0; i < halvings; i++) sum = sum.times(sum);
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix m && rows == m.rows && columns == m.columns && Arrays.equals(entries, m.entries);
    }

    @Override
    public int hashCode() {
        return 31 * rows + Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < rows; i++)
            out.append(Arrays.toString(Arrays.copyOfRange(entries, i * columns, (i + 1) * columns)))
                    .append('\n');
        return out.toString();
    }
}
