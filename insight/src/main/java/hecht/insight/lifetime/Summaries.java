package hecht.insight.lifetime;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/// The summaries of many customers. Equal ones are kept once, with how many they stand for, so that a likelihood costs as much as
/// there are different customers: a million whose purchases are dated by the day are about a tenth of that. Immutable.
public final class Summaries {
    private final int size;
    final int[] frequency; // [row]
    final double[] recency; // [row]
    final double[] age; // [row]
    final double[] weight; // [row], how many customers are like this
    private final double customers;

    private Summaries(int size, int[] frequency, double[] recency, double[] age, double[] weight) {
        this.size = size;
        this.frequency = Arrays.copyOf(frequency, size);
        this.recency = Arrays.copyOf(recency, size);
        this.age = Arrays.copyOf(age, size);
        this.weight = Arrays.copyOf(weight, size);
        customers = Arrays.stream(this.weight).sum();
    }

    public static Summaries of(Collection<Summary> customers) {
        int[] frequency = new int[customers.size()];
        double[] recency = new double[customers.size()];
        double[] age = new double[customers.size()];
        int i = 0;
        for (Summary each : customers) {
            frequency[i] = each.frequency();
            recency[i] = each.recency();
            age[i++] = each.age();
        }
        return of(frequency, recency, age);
    }

    /// @param frequency `[customer]`, as are the others; see [Summary]
    /// @throws IllegalArgumentException naming the row that cannot be
    public static Summaries of(int[] frequency, double[] recency, double[] age) {
        double[] ones = new double[frequency.length];
        Arrays.fill(ones, 1);
        return of(frequency, recency, age, ones);
    }

    /// @param weight `[row]`, how many customers a row stands for; positive
    /// @throws IllegalArgumentException naming the row that cannot be
    public static Summaries of(int[] frequency, double[] recency, double[] age, double[] weight) {
        if (frequency.length != recency.length || frequency.length != age.length || frequency.length != weight.length)
            throw new IllegalArgumentException("expected as many of each, found " + frequency.length + ", "
                    + recency.length + ", " + age.length + " and " + weight.length);
        for (int i = 0; i < frequency.length; i++) check(i, frequency[i], recency[i], age[i], weight[i]);
        return new Distinct(frequency.length).add(frequency, recency, age, weight);
    }

    private static void check(int row, int frequency, double recency, double age, double weight) {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException("row " + row + ": weight must be a positive number, was " + weight);
        try {
            new Summary(frequency, recency, age);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("row " + row + ": " + e.getMessage(), e);
        }
    }

    /// How many different ones there are.
    public int rows() {
        return size;
    }

    /// How many customers there are.
    public double customers() {
        return customers;
    }

    /// How many purchases after the first all of them made.
    public double purchases() {
        double sum = 0;
        for (int i = 0; i < size; i++) sum += weight[i] * frequency[i];
        return sum;
    }

    /// The ages of all of them together.
    public double exposure() {
        double sum = 0;
        for (int i = 0; i < size; i++) sum += weight[i] * age[i];
        return sum;
    }

    /// Why nothing can be told of buying; empty where something may be.
    Optional<Reason> shortage() {
        if (customers < 2) return Optional.of(Reason.ONE_CUSTOMER);
        if (exposure() == 0) return Optional.of(Reason.ONE_DAY);
        if (purchases() == 0) return Optional.of(Reason.NOBODY_RETURNED);
        return Optional.empty();
    }

    /// The same without when the last purchase was, which says nothing where nobody drops out.
    Summaries withoutRecency() {
        return new Distinct(size).add(frequency, new double[size], age, weight);
    }

    /// A table of rows by what is in them: open addressing, in the order in which they were first seen.
    private static final class Distinct {
        private final int[] slots; // row + 1; 0 is free
        private int size;

        Distinct(int rows) {
            slots = new int[Integer.highestOneBit(Math.max(1, rows)) * 4];
        }

        Summaries add(int[] frequency, double[] recency, double[] age, double[] weight) {
            int n = frequency.length;
            int[] x = new int[n];
            double[] last = new double[n];
            double[] until = new double[n];
            double[] many = new double[n];
            for (int i = 0; i < n; i++) {
                int slot = slot(frequency[i], recency[i], age[i]);
                int row;
                while ((row = slots[slot] - 1) >= 0
                        && !(x[row] == frequency[i] && last[row] == recency[i] && until[row] == age[i]))
                    slot = slot + 1 & slots.length - 1;
                if (row < 0) {
                    row = size++;
                    slots[slot] = size;
                    x[row] = frequency[i];
                    last[row] = recency[i];
                    until[row] = age[i];
                }
                many[row] += weight[i];
            }
            return new Summaries(size, x, last, until, many);
        }

        private int slot(int frequency, double recency, double age) {
            long mixed = (frequency * 31L + Double.doubleToRawLongBits(recency + 0.0)) * 0x9E3779B97F4A7C15L
                    + Double.doubleToRawLongBits(age + 0.0); // −0 becomes 0
            mixed *= 0xBF58476D1CE4E5B9L;
            return (int) (mixed >>> 32) & slots.length - 1;
        }
    }
}
