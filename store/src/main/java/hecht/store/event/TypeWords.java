package hecht.store.event;

import hecht.core.event.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The words of the types as bytes, and back: every row has one.
final class TypeWords {
    private static final EventType[] TYPES = EventType.values();
    private static final byte[][] WORDS = new byte[TYPES.length][];
    private static final int PLACES = 256;
    private static final int[][] BY_HASH = new int[PLACES][0];

    static {
        for (int i = 0; i < TYPES.length; i++) {
            WORDS[i] = TYPES[i].word().getBytes(StandardCharsets.UTF_8);
            int place = place(WORDS[i], 0, WORDS[i].length);
            BY_HASH[place] = Arrays.copyOf(BY_HASH[place], BY_HASH[place].length + 1);
            BY_HASH[place][BY_HASH[place].length - 1] = i;
        }
    }

    private TypeWords() {}

    static byte[] of(EventType type) {
        return WORDS[type.ordinal()];
    }

    /// @throws IllegalStateException when a newer hecht wrote a type that this one does not know
    static String read(byte[] bytes, int from, int length) {
        for (int each : BY_HASH[place(bytes, from, length)])
            if (Arrays.equals(WORDS[each], 0, WORDS[each].length, bytes, from, from + length))
                return TYPES[each].word();
        throw new IllegalStateException("the database holds a type of event that this hecht does not know");
    }

    private static int place(byte[] bytes, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) hash = hash * 31 + bytes[i];
        return (hash ^ hash >>> 8) & PLACES - 1;
    }
}
