package hecht.app.ingest;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Numbers for customers' keys, 0 first, in the order in which they are met; some 100 bytes a customer where a `HashMap`
/// takes 120. To be read by several threads once nobody adds to it.
///
/// An open-addressing table that knows a key by 96 bits of it and does not look at its characters: those lie three jumps
/// through memory further on, which with a million customers took longer than reading the row. Two of a million keys are
/// taken for one once in 10¹⁷ readings; the seeds are drawn anew each time, so that nobody can choose keys that meet.
final class Customers {
    static final int UNKNOWN = -1;

    private static final int WORDS =
            2; // 64 bits of the key; then 32 others above and number + 1 below, where 0 is free
    private static final long LOW = 0xffff_ffffL;

    private final long seed;
    private final long otherSeed;
    private String[] keys = new String[16];
    private long[] table = new long[32 * WORDS]; // at least twice as many places as there are keys
    private int size;

    Customers() {
        SplittableRandom random = new SplittableRandom();
        seed = random.nextLong();
        otherSeed = random.nextLong();
    }

    int size() {
        return size;
    }

    String key(int number) {
        return keys[number];
    }

    /// The number of a key, a new one where it was not met before.
    int number(String key) {
        long print = Fingerprint.of(key, seed);
        long more = Fingerprint.of(key, otherSeed) & ~LOW;
        int place = place(print, more);
        if (table[place + 1] != 0) return number(table[place + 1]);
        if (size == keys.length) {
            grow();
            place = place(print, more);
        }
        keys[size] = key;
        table[place] = print;
        table[place + 1] = more | ++size;
        return size - 1;
    }

    /// The number of a key, [#UNKNOWN] where it was not met.
    int find(String key) {
        return number(table[place(Fingerprint.of(key, seed), Fingerprint.of(key, otherSeed) & ~LOW) + 1]);
    }

    private static int number(long entry) {
        return (int) (entry & LOW) - 1;
    }

    private int place(long print, long more) {
        int mask = table.length - 1;
        int place = (int) print * WORDS & mask;
        while (table[place + 1] != 0 && (table[place] != print || (table[place + 1] & ~LOW) != more))
            place = place + WORDS & mask;
        return place;
    }

    private void grow() {
        long[] before = table;
        keys = Arrays.copyOf(keys, size * 2);
        table = new long[before.length * 2];
        for (int i = 0; i < before.length; i += WORDS) {
            if (before[i + 1] == 0) continue;
            int place = place(before[i], before[i + 1] & ~LOW);
            table[place] = before[i];
            table[place + 1] = before[i + 1];
        }
    }
}
