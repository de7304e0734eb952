package hecht.insight.lifetime;

/// All that the models of purchases need of one customer. Purchases on one day are one; the first is where counting starts.
///
/// @param frequency x, purchases after the first
/// @param recency   t_x, from the first purchase to the last, in any unit of time; 0 where x is 0
/// @param age       T, from the first purchase to the end of looking, in the same unit
public record Summary(int frequency, double recency, double age) {
    public Summary {
        if (frequency < 0) throw new IllegalArgumentException("frequency must not be negative, was " + frequency);
        if (!(age >= 0 && age < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException("age must be a number of zero or more, was " + age);
        if (!(recency >= 0 && recency <= age))
            throw new IllegalArgumentException("recency must be between 0 and the age of " + age + ", was " + recency);
        if (frequency == 0 && recency > 0)
            throw new IllegalArgumentException(
                    "recency must be 0 for who did not buy again, was " + recency + "; is the first purchase counted?");
    }
}
