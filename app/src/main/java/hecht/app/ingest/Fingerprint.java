package hecht.app.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// 64 bits that stand for some bytes or a text: eight bytes a step, multiplied to 128 bits and folded (as in wyhash, Wang
/// 2019), finished with the mixer of SplittableRandom (Steele, Lea & Flood 2014). A seed chooses the multiplier too, so that
/// what meets under one seed does not meet under another. Not for secrets.
///
/// The upper half of each product is what carries a difference in the last of eight characters down to all bits. With the
/// lower half alone ids that differ in three letters met under every seed.
final class Fingerprint {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ODD = 0x9e3779b97f4a7c15L;

    private Fingerprint() {}

    /// Of `bytes[from, to)`.
    static long of(byte[] bytes, int from, int to, long seed) {
        long times = multiplier(seed);
        long hash = seed ^ (to - from) * ODD;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) hash = step(hash, (long) LONG.get(bytes, at), times);
        long rest = 0;
        for (; at < to; at++) rest = rest << Byte.SIZE | bytes[at] & 0xff;
        return mixed(step(hash, rest, times));
    }

    /// Of a text's characters, four a step.
    static long of(String text, long seed) {
        int length = text.length();
        long times = multiplier(seed);
        long hash = seed ^ length * ODD;
        int at = 0;
        for (; at + 4 <= length; at += 4)
            hash = step(
                    hash,
                    text.charAt(at)
                            | (long) text.charAt(at + 1) << 16
                            | (long) text.charAt(at + 2) << 32
                            | (long) text.charAt(at + 3) << 48,
                    times);
        long rest = 0;
        for (; at < length; at++) rest = rest << Character.SIZE | text.charAt(at);
        return mixed(step(hash, rest, times));
    }

    private static long multiplier(long seed) {
        return mixed(seed ^ ODD) | 1;
    }

    private static long step(long hash, long word, long times) {
        long mixed = hash ^ word;
        return mixed * times ^ Math.unsignedMultiplyHigh(mixed, times);
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
