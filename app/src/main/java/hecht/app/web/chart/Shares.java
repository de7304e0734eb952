package hecht.app.web.chart;

import hecht.core.relation.Condition;

/// A number of customers, or a share of them, by condition: sums of beliefs, so not whole.
public record Shares(double los, double koel, double warm, double hecht) {
    public static final Shares NONE = new Shares(0, 0, 0, 0);

    public Shares {
        if (!(los >= 0 && koel >= 0 && warm >= 0 && hecht >= 0))
            throw new IllegalArgumentException(
                    "shares cannot be negative: " + los + " " + koel + " " + warm + " " + hecht);
    }

    public double of(Condition condition) {
        return switch (condition) {
            case LOS -> los;
            case KOEL -> koel;
            case WARM -> warm;
            case HECHT -> hecht;
        };
    }

    public double sum() {
        return los + koel + warm + hecht;
    }

    public Shares plus(Shares other) {
        return new Shares(los + other.los, koel + other.koel, warm + other.warm, hecht + other.hecht);
    }

    public Shares times(double factor) {
        return new Shares(los * factor, koel * factor, warm * factor, hecht * factor);
    }
}
