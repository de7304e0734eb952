package hecht.core.judge;

/// Dense matrices as a textbook has them, `[row][column]`: slow and obvious.
final class Dense {
    private Dense() {}

    static double[][] identity(int size) {
        double[][] one = new double[size][size];
        for (int i = 0; i < size; i++) one[i][i] = 1;
        return one;
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++)
            for (int j = 0; j < b[0].length; j++) for (int k = 0; k < b.length; k++) product[i][j] += a[i][k] * b[k][j];
        return product;
    }

    /// a + f·b.
    static double[][] plus(double[][] a, double f, double[][] b) {
        double[][] sum = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) for (int j = 0; j < a[0].length; j++) sum[i][j] = a[i][j] + f * b[i][j];
        return sum;
    }

    /// exp(a·t), as (I + x/1! + x²/2! + …) of x = a·t/2ⁿ, squared n times.
    static double[][] exp(double[][] a, double t) {
        double largest = 0;
        for (double[] row : a) for (double each : row) largest = Math.max(largest, Math.abs(each * t));
        int n = 0;
        while (largest / Math.pow(2, n) > .01) n++;
        double[][] x = plus(identity(a.length), t / Math.pow(2, n), a);
        x = plus(x, -1, identity(a.length));
        double[][] sum = identity(a.length);
        double[][] term = identity(a.length);
        for (int k = 1; k <= 10; k++) {
            term = times(term, x);
            for (double[] row : term) for (int j = 0; j < row.length; j++) row[j] /= k;
            sum = plus(sum, 1, term);
        }
        for (int i = 0; i < n; i++) sum = times(sum, sum);
        return sum;
    }

    static double[] rowTimes(double[] row, double[][] m) {
        return times(new double[][] {row}, m)[0];
    }

    static double[] timesColumn(double[][] m, double[] column) {
        double[] product = new double[m.length];
        for (int i = 0; i < m.length; i++) for (int j = 0; j < column.length; j++) product[i] += m[i][j] * column[j];
        return product;
    }
}
