package hecht.insight.trial;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// Which customers and months are learned from, and which are judged by. Half of the customers are learned from, up to the
/// cutoff; the others are judged, by the months after it.
///
/// @param first the first event of all  @param asOf the end of what is known  @param months judged: 12, 6 or 3
public record Period(Instant first, Instant asOf, int months) {
    private static final int[] HORIZONS = {3, 6, 12};
    private static final Duration MONTH = Duration.ofMinutes(Math.round(365.25 / 12 * 24 * 60));

    /// As many months as leave at least as many to learn from; empty where the data do not reach over half a year.
    public static Optional<Period> of(Instant first, Instant asOf) {
        for (int i = HORIZONS.length - 1; i >= 0; i--)
            if (!asOf.minus(length(2 * HORIZONS[i])).isBefore(first))
                return Optional.of(new Period(first, asOf, HORIZONS[i]));
        return Optional.empty();
    }

    /// A month is a twelfth of 365.25 days.
    static Duration length(int months) {
        return MONTH.multipliedBy(months);
    }

    public Instant cutoff() {
        return asOf.minus(length(months));
    }

    /// The months ahead that are forecast: 3, 6, 12 as far as they are judged.
    int[] horizons() {
        return IntStream.of(HORIZONS).filter(each -> each <= months).toArray();
    }

    /// Whether a customer is learned from; by the key alone, so that it is always the same half.
    public boolean learns(String customer) {
        CRC32 sum = new CRC32();
        sum.update(customer.getBytes(StandardCharsets.UTF_8));
        return (sum.getValue() >>> 7 & 1) == 0;
    }
}
