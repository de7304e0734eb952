package hecht.insight.lifetime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Purchases by customer and day, gathered to be summarised. Those of one customer on one day are one purchase with their amounts
/// together: the models take purchases for moments, and two baskets in an afternoon are one visit. Not thread-safe.
public final class Transactions {
    private static final double UNKNOWN = Double.NaN; // never leaves this class

    private final Map<String, Days> customers = new LinkedHashMap<>();

    /// A purchase whose amount is not known.
    public void add(String customer, LocalDate day) {
        customers.computeIfAbsent(customer, each -> new Days()).add(day.toEpochDay(), UNKNOWN);
    }

    /// @param amount in one currency for all; zero or more
    /// @throws IllegalArgumentException when the amount is negative or no number
    public void add(String customer, LocalDate day, double amount) {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException("amount must be a number of zero or more, was " + amount);
        customers.computeIfAbsent(customer, each -> new Days()).add(day.toEpochDay(), amount);
    }

    public boolean isEmpty() {
        return customers.isEmpty();
    }

    /// The last day on which anybody bought.
    ///
    /// @throws IllegalStateException when nobody did
    public LocalDate last() {
        return LocalDate.ofEpochDay(customers.values().stream()
                .mapToLong(Days::last)
                .max()
                .orElseThrow(() -> new IllegalStateException("there are no purchases")));
    }

    /// Everybody who bought by some day, in the order in which they were added; later purchases are left out.
    ///
    /// @param until   the last day that is looked at
    /// @param daysAUnit days in the unit of time: 7 for weeks
    public List<Purchaser> until(LocalDate until, double daysAUnit) {
        Positive.check("days in a unit", daysAUnit);
        List<Purchaser> all = new ArrayList<>();
        customers.forEach((customer, days) -> {
            if (days.first() <= until.toEpochDay()) all.add(days.until(customer, until.toEpochDay(), daysAUnit));
        });
        return all;
    }

    /// The purchases of one customer, as they came.
    private static final class Days {
        private long[] day = new long[2];
        private double[] amount = new double[2];
        private int size;

        void add(long on, double of) {
            if (size == day.length) {
                day = Arrays.copyOf(day, 2 * size);
                amount = Arrays.copyOf(amount, 2 * size);
            }
            day[size] = on;
            amount[size++] = of;
        }

        long first() {
            return Arrays.stream(day, 0, size).min().orElseThrow();
        }

        long last() {
            return Arrays.stream(day, 0, size).max().orElseThrow();
        }

        Purchaser until(String customer, long end, double daysAUnit) {
            long first = first();
            long[] later = Arrays.stream(day, 0, size)
                    .filter(each -> each > first && each <= end)
                    .sorted()
                    .distinct()
                    .toArray();
            double recency = later.length == 0 ? 0 : (later[later.length - 1] - first) / daysAUnit;
            return new Purchaser(
                    customer, new Summary(later.length, recency, (end - first) / daysAUnit), spending(later));
        }

        /// A day counts when the amount of any of its purchases is known.
        private Optional<Spending> spending(long[] days) {
            boolean[] known = new boolean[days.length];
            double sum = 0;
            for (int i = 0; i < size; i++) {
                int at = Arrays.binarySearch(days, day[i]);
                if (at < 0 || Double.isNaN(amount[i])) continue;
                known[at] = true;
                sum += amount[i];
            }
            int count = 0;
            for (boolean each : known) if (each) count++;
            return count == 0 ? Optional.empty() : Optional.of(new Spending(count, sum / count));
        }
    }
}
