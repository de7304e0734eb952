package hecht.insight.lifetime;

/// What a customer spends at a time.
///
/// @param purchases x, of which the amount is known; the first of a customer is not among them, as it is often unlike the others
/// @param mean      z̄, their average amount; zero or more
public record Spending(int purchases, double mean) {
    public Spending {
        if (purchases < 1) throw new IllegalArgumentException("purchases must be at least 1, was " + purchases);
        if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException("mean spending must be a number of zero or more, was " + mean);
    }
}
