package hecht.demo;

import hecht.core.episode.Encounter;
import java.util.Arrays;

/// The hidden condition of one customer on its way through time, and how much reason to leave has gathered on it.
///
/// The condition follows a path that nobody leaves. Beside it runs H = ∫ μ dt, the reason to leave with the door open, and
/// ∫ φμ dt, the reason that the door lets through. Each customer has one patience, exponential with mean 1, and leaves by
/// choice when the second exceeds it. As an exponential forgets, what is left of the patience at any month t also says who
/// would leave within the next twelve with the door open from t on: those for whom it is below H(t + 12) − H(t).
final class Path {
    static final long NEVER = Long.MAX_VALUE;

    private final Law law;
    private final Chance lot;
    private final double patience;
    private final double[] open =
            new double[Timeline.MONTHS_AND_A_YEAR + 1]; // H at each month's end; NaN before it began
    private final double[] through = new double[Timeline.MONTHS_AND_A_YEAR + 1]; // ∫ φμ at each month's end
    private final int[] conditions = new int[Timeline.MONTHS_AND_A_YEAR + 1]; // at each month's end

    private int condition;
    private long now;
    private long moves; // when time alone moves it next
    private int month;
    private double reasonOpen;
    private double reason;
    private long left = NEVER;
    private int wouldLeave;

    /// @param patience 1 on average
    Path(Law law, Chance lot, long begins, int condition, double patience) {
        this.law = law;
        this.lot = lot;
        this.now = begins;
        this.condition = condition;
        this.patience = patience;
        this.month = Timeline.monthOf(begins);
        Arrays.fill(open, Double.NaN);
        drawMove();
    }

    int condition() {
        return condition;
    }

    long now() {
        return now;
    }

    /// When the customer leaves by choice, as far as the path has come; [#NEVER] otherwise.
    long left() {
        return left;
    }

    /// The month in which they would leave if the door had stood open from the beginning; 0 for never.
    int wouldLeave() {
        return wouldLeave;
    }

    int conditionAt(int monthsEnd) {
        return conditions[monthsEnd];
    }

    /// Whether one who is there at a month's end would leave within twelve months if the door stood open from then on.
    boolean wouldLeaveAfter(int monthsEnd) {
        return patience - through[monthsEnd] <= open[monthsEnd + 12] - open[monthsEnd];
    }

    private void drawMove() {
        double rate = law.up(condition) + law.down(condition);
        moves = now + (long) (lot.exponential() / rate * Timeline.YEAR);
    }

    /// Lets time pass behind a door, up to a moment or until the customer leaves.
    ///
    /// @return whether they are still there
    boolean pass(long to, Door door) {
        while (now < to) {
            long next = Math.min(Math.min(to, moves), Math.min(Timeline.monthEnd(month), door.nextChange(now)));
            if (gather(next, door.phi(now))) return false;
            arrive();
        }
        return true;
    }

    /// Goes on as if nobody had left, with what is usual, to the end of the year after the last month.
    void goOnAsUsual() {
        double rate = 0;
        for (Encounter each : Encounter.values()) rate += law.usualRate(each);
        long end = Timeline.monthEnd(Timeline.MONTHS_AND_A_YEAR);
        long meets = now + (long) (lot.exponential() / rate * Timeline.YEAR);
        while (now < end) {
            gather(Math.min(Math.min(moves, meets), Timeline.monthEnd(month)), 0);
            if (now == meets) {
                encounter(usual(rate), 1);
                meets = now + (long) (lot.exponential() / rate * Timeline.YEAR);
            }
            arrive();
        }
    }

    private Encounter usual(double rate) {
        double left = lot.uniform() * rate;
        for (Encounter each : Encounter.values()) {
            left -= law.usualRate(each);
            if (left < 0) return each;
        }
        return Encounter.BAD;
    }

    /// Gathers reason up to `next`; true when patience ran out on the way, and then it is that moment.
    private boolean gather(long next, double phi) {
        double years = (next - now) / Timeline.YEAR;
        double leaving = law.leaving(condition);
        if (wouldLeave == 0 && reasonOpen + leaving * years >= patience) wouldLeave = month;
        if (left == NEVER && reason + phi * leaving * years >= patience) {
            long at = now + Math.max(1, (long) ((patience - reason) / (phi * leaving) * Timeline.YEAR));
            left = Math.min(at, next);
            years = (left - now) / Timeline.YEAR;
            next = left;
        }
        reasonOpen += leaving * years;
        reason += phi * leaving * years;
        now = next;
        return now == left;
    }

    private void arrive() {
        if (now == moves) {
            double up = law.up(condition);
            condition += lot.happens(up / (up + law.down(condition))) ? 1 : -1;
            drawMove();
        }
        while (month <= Timeline.MONTHS_AND_A_YEAR && now >= Timeline.monthEnd(month)) {
            open[month] = reasonOpen;
            through[month] = reason;
            conditions[month] = condition;
            if (month == Timeline.MONTHS_AND_A_YEAR) break;
            month++;
        }
    }

    /// Lives through an encounter now.
    ///
    /// @return points of health that it gave or took
    double encounter(Encounter encounter, double weight) {
        int before = condition;
        condition = law.moved(condition, encounter, weight, lot);
        if (condition == before) return 0;
        drawMove();
        return law.points(condition) - law.points(before);
    }
}
