package hecht.core.relation;

/// Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations (Golub & Van Loan 2013, *Matrix
/// Computations*, section 8.5): slow for large matrices, and for six rows as exact as doubles allow.
final class Jacobi {
    private static final int SWEEPS = 60;

    private Jacobi() {}

    /// Makes `s` diagonal in place, its eigenvalues on the diagonal.
    ///
    /// @return the eigenvectors, `[row][eigenvalue]`
    static double[][] diagonalise(double[][] s) {
        int n = s.length;
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) vectors[i][i] = 1;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double off = 0;
            for (int p = 0; p < n; p++) for (int q = p + 1; q < n; q++) off += s[p][q] * s[p][q];
            if (off == 0) break;
            for (int p = 0; p < n; p++) for (int q = p + 1; q < n; q++) if (s[p][q] != 0) rotate(s, vectors, p, q);
        }
        return vectors;
    }

    private static void rotate(double[][] s, double[][] vectors, int p, int q) {
        double tau = (s[q][q] - s[p][p]) / (2 * s[p][q]);
        double t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + StrictMath.sqrt(1 + tau * tau));
        if (Double.isInfinite(tau)) t = 0;
        double c = 1 / StrictMath.sqrt(1 + t * t);
        double sine = t * c;
        for (int i = 0; i < s.length; i++) {
            double ip = s[i][p];
            double iq = s[i][q];
            s[i][p] = c * ip - sine * iq;
            s[i][q] = sine * ip + c * iq;
        }
        for (int i = 0; i < s.length; i++) {
            double pi = s[p][i];
            double qi = s[q][i];
            s[p][i] = c * pi - sine * qi;
            s[q][i] = sine * pi + c * qi;
            double vp = vectors[i][p];
            double vq = vectors[i][q];
            vectors[i][p] = c * vp - sine * vq;
            vectors[i][q] = sine * vp + c * vq;
        }
        s[p][q] = 0;
        s[q][p] = 0;
    }
}
