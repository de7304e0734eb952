package hecht.insight.regression;

/// How estimates move together; symmetric.
public final class Covariance {
    private final int size;
    private final double[] entries;

    /// @param entries `[row][column]`, row after row
    public Covariance(int size, double[] entries) {
        if (entries.length != size * size) throw new IllegalArgumentException("a covariance is square");
        this.size = size;
        this.entries = entries.clone();
    }

    public double at(int row, int column) {
        return entries[row * size + column];
    }

    public double standardError(int row) {
        return Math.sqrt(at(row, row));
    }

    /// The variance of Σ partⱼ·estimateⱼ.
    public double variance(double[] parts) {
        double sum = 0;
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++) sum += parts[i] * parts[j] * entries[i * size + j];
        return Math.max(0, sum);
    }
}
