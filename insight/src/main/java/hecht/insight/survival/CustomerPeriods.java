package hecht.insight.survival;

import hecht.insight.regression.Covariates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Customers counted by period: a row is a period, covariates, how many of those were there when it began, and how many of them left
/// in it. Periods count from 1.
public final class CustomerPeriods {
    private static final int MOST_ROWS = 20_000_000;

    final int[] period;
    final Covariates covariates;
    final double[] left;
    final double[] atRisk;

    private CustomerPeriods(int[] period, Covariates covariates, double[] left, double[] atRisk) {
        this.period = period;
        this.covariates = covariates;
        this.left = left;
        this.atRisk = atRisk;
    }

    /// @throws IllegalArgumentException naming the row whose period is before the first, or which lost more than there were
    public static CustomerPeriods of(int[] period, Covariates covariates, double[] left, double[] atRisk) {
        int rows = period.length;
        if (rows == 0) throw new IllegalArgumentException("expected at least one row, found none");
        if (covariates.rows() != rows || left.length != rows || atRisk.length != rows)
            throw new IllegalArgumentException("expected " + rows + " rows everywhere, found " + covariates.rows()
                    + " of covariates, " + left.length + " of leavers, " + atRisk.length + " of customers");
        for (int i = 0; i < rows; i++) {
            if (period[i] < 1)
                throw new IllegalArgumentException(
                        "row " + i + ": expected a period of 1 or later, found " + period[i]);
            if (!(left[i] >= 0 && left[i] <= atRisk[i] && atRisk[i] < Double.POSITIVE_INFINITY))
                throw new IllegalArgumentException(
                        "row " + i + ": expected 0 ≤ left ≤ at risk, found " + left[i] + " of " + atRisk[i]);
        }
        return new CustomerPeriods(period.clone(), covariates, left.clone(), atRisk.clone());
    }

    /// Customers that stayed whole periods: one of time 3 was there in periods 1, 2 and 3, and left in period 3 or after it was not
    /// looked at any more. Customers alike in every covariate are counted together.
    ///
    /// @throws IllegalArgumentException naming the row whose time is not whole, or which left before its first period
    public static CustomerPeriods of(Durations durations, Covariates covariates) {
        if (covariates.rows() != durations.size())
            throw new IllegalArgumentException("expected a row of covariates for each of " + durations.size()
                    + " customers, found " + covariates.rows());
        Map<List<Double>, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < durations.size(); i++) {
            double time = durations.time(i);
            if (time != Math.rint(time) || time > MOST_ROWS || time < 1 && durations.left(i))
                throw new IllegalArgumentException(
                        "row " + i + ": expected a whole number of periods, at least 1 for who left, found " + time);
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < covariates.columns(); j++) row.add(covariates.at(i, j) + 0.0);
            alike.computeIfAbsent(row, _ -> new ArrayList<>()).add(i);
        }
        return counted(durations, covariates.names(), alike);
    }

    private static CustomerPeriods counted(
            Durations durations, List<String> names, Map<List<Double>, List<Integer>> alike) {
        long rows = 0;
        for (List<Integer> group : alike.values()) rows += longest(durations, group);
        if (rows == 0)
            throw new IllegalArgumentException("expected at least one customer with a whole period, found none");
        if (rows > MOST_ROWS)
            throw new IllegalArgumentException("expected at most " + MOST_ROWS + " rows, found " + rows
                    + "; take longer periods or coarser covariates");
        int[] period = new int[(int) rows];
        double[] left = new double[(int) rows];
        double[] atRisk = new double[(int) rows];
        double[] values = new double[Math.multiplyExact((int) rows, names.size())];
        int at = 0;
        for (Map.Entry<List<Double>, List<Integer>> each : alike.entrySet()) {
            int begin = at;
            int longest = longest(durations, each.getValue());
            for (int t = 1; t <= longest; t++, at++) {
                period[at] = t;
                for (int j = 0; j < names.size(); j++)
                    values[at * names.size() + j] = each.getKey().get(j);
            }
            for (int customer : each.getValue()) {
                int last = begin + (int) durations.time(customer) - 1;
                if (last < begin) continue; // looked at before its first period was over
                atRisk[last]++;
                if (durations.left(customer)) left[last]++;
            }
            for (int t = at - 2; t >= begin; t--) atRisk[t] += atRisk[t + 1]; // who was there later was there before
        }
        return new CustomerPeriods(period, Covariates.of(names, (int) rows, values), left, atRisk);
    }

    private static int longest(Durations durations, List<Integer> customers) {
        double longest = 0;
        for (int customer : customers) longest = Math.max(longest, durations.time(customer));
        return (int) longest;
    }

    public int rows() {
        return period.length;
    }

    /// The different periods, in order.
    int[] periods() {
        return Arrays.stream(period).sorted().distinct().toArray();
    }
}
