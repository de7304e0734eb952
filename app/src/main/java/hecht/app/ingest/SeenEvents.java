package hecht.app.ingest;

/// Remembers of every event met its name, that is source and id, and its content, as 128 bits: 96 of the name and 32 of the
/// content. Two names are taken for one once in 10¹⁴ readings of 20 million events; of conflicting contents one in four
/// thousand million passes for a repetition.
///
/// An open-addressing table in segments, so that growing copies only one of them at a time: 21 to 43 bytes an event.
final class SeenEvents {
    /// What an event is to those before it.
    enum Meeting {
        FIRST,
        REPEATED,
        CONFLICTING
    }

    private static final int SEGMENTS = 256;
    private static final int SEGMENT_BITS = 8;
    private static final int WORDS = 2;
    private static final long NAME_PART = 0xffff_ffff_0000_0000L;

    private final long[][] segments = new long[SEGMENTS][WORDS * 16];
    private final int[] sizes = new int[SEGMENTS];

    /// @param name 64 bits of source and id  @param more 64 other bits of the same  @param content 64 bits of the rest
    Meeting meet(long name, long more, long content) {
        long first = name == 0 ? 1 : name; // 0 says that a place is free
        long second = more & NAME_PART | content >>> Integer.SIZE;
        int segment = (int) (first >>> Long.SIZE - SEGMENT_BITS);
        long[] table = segments[segment];
        int place = place(table, first, second);
        if (table[place] != 0) return table[place + 1] == second ? Meeting.REPEATED : Meeting.CONFLICTING;
        table[place] = first;
        table[place + 1] = second;
        int places = table.length / WORDS;
        if (++sizes[segment] > places - places / 4) segments[segment] = grown(table);
        return Meeting.FIRST;
    }

    private static int place(long[] table, long first, long second) {
        int mask = table.length - 1;
        int place = (int) first * WORDS & mask;
        while (table[place] != 0 && (table[place] != first || (table[place + 1] ^ second) >>> Integer.SIZE != 0))
            place = place + WORDS & mask;
        return place;
    }

    private static long[] grown(long[] table) {
        long[] larger = new long[table.length * 2];
        for (int i = 0; i < table.length; i += WORDS) {
            if (table[i] == 0) continue;
            int place = place(larger, table[i], table[i + 1]);
            larger[place] = table[i];
            larger[place + 1] = table[i + 1];
        }
        return larger;
    }
}
