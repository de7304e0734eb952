package hecht.insight.survival;

/// How long each subject was followed, and whether it left then or was still there (censored). Any unit, the same for all;
/// a subject that left and one that was censored at the same moment: the censored one is taken to have stayed longer.
public final class Durations {
    private final double[] times;
    private final boolean[] left;
    private final int events;

    private Durations(double[] times, boolean[] left) {
        this.times = times;
        this.left = left;
        int count = 0;
        for (boolean each : left) if (each) count++;
        events = count;
    }

    /// @param times zero or more
    /// @param left  true: left at that time; false: still there, and not looked at afterwards
    /// @throws IllegalArgumentException when there is nobody, or naming the row whose time is negative or no number
    public static Durations of(double[] times, boolean[] left) {
        if (times.length != left.length)
            throw new IllegalArgumentException(
                    "expected one time and one outcome a subject, found " + times.length + " and " + left.length);
        if (times.length == 0) throw new IllegalArgumentException("expected at least one subject, found none");
        for (int i = 0; i < times.length; i++)
            if (!(times[i] >= 0 && times[i] < Double.POSITIVE_INFINITY))
                throw new IllegalArgumentException("row " + i + ": expected a time of zero or more, found " + times[i]);
        return new Durations(times.clone(), left.clone());
    }

    public int size() {
        return times.length;
    }

    /// How many left.
    public int events() {
        return events;
    }

    public double time(int subject) {
        return times[subject];
    }

    public boolean left(int subject) {
        return left[subject];
    }

    /// Those of some subjects; at least one.
    Durations of(int[] subjects) {
        double[] some = new double[subjects.length];
        boolean[] those = new boolean[subjects.length];
        for (int i = 0; i < subjects.length; i++) {
            some[i] = times[subjects[i]];
            those[i] = left[subjects[i]];
        }
        return new Durations(some, those);
    }

    /// Subjects from the shortest time to the longest; of equal times those who left first, then as they came.
    int[] order() {
        return TimeOrder.of(times, left);
    }
}
