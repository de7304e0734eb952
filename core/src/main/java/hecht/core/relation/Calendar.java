package hecht.core.relation;

import java.util.Arrays;

/// The twelve months ahead under the door as it is known: locks that end, windows that open, and locks that renew.
final class Calendar {
    private Calendar() {}

    /// The chance to stay by choice for twelve months, under the known calendar of the door, with usual encounters. Where a
    /// first lock ends, the organisation's own share of locks that renewed says how likely it is to renew.
    static double staying(Relationship it) {
        if (it.door.isEmpty()) return Beliefs.mean(it.belief, it.model.stays());
        double renewed = it.model.usual().locksRenewed();
        long end = it.time + (long) Model.MICROS_A_YEAR;
        if (renewed == 0 || !it.door.hasFirstLockBetween(it.time, end)) return staying(it, it.door, end);
        return renewed * staying(it, it.door.renewed(), end) + (1 - renewed) * staying(it, it.door, end);
    }

    /// The same by condition, for another time ahead.
    ///
    /// @param micros the time ahead, below two years
    static double[] stayingByCondition(Relationship it, long micros) {
        double renewed = it.model.usual().locksRenewed();
        long end = it.time + micros;
        double[] asItIs = worth(it.model, it.door, it.time, end);
        if (renewed == 0 || !it.door.hasFirstLockBetween(it.time, end)) return asItIs;
        double[] ifRenewed = worth(it.model, it.door.renewed(), it.time, end);
        double[] both = new double[asItIs.length];
        for (int i = 0; i < both.length; i++) both[i] = renewed * ifRenewed[i] + (1 - renewed) * asItIs[i];
        return both;
    }

    private static double staying(Relationship it, Door door, long end) {
        if (door.nextChange(it.time) >= end)
            return Beliefs.mean(it.belief, it.model.staysBehind(door.expectedPhi(it.time)));
        return Beliefs.mean(it.belief, worth(it.model, door, it.time, end));
    }

    private static double[] worth(Model model, Door door, long from, long end) {
        long next = Math.min(door.nextChange(from), end);
        double[] later;
        if (next < end) {
            later = worth(model, door, next, end);
        } else {
            later = new double[model.conditions()];
            Arrays.fill(later, 1);
        }
        return model.back(later, door.expectedPhi(from), next - from);
    }
}
