package hecht.core.episode;

import org.jspecify.annotations.Nullable;

/// Names as 64-bit keys, so that a state of fixed size can hold them. FNV-1a over the UTF-16 units (Fowler, Noll & Vo),
/// finished with the mixer of SplittableRandom (Steele, Lea & Flood 2014); two names of one customer collide once in 10¹⁸.
public final class Keys {
    /// No name.
    public static final long NONE = 0;

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Keys() {}

    public static long of(@Nullable String name) {
        if (name == null) return NONE;
        long hash = OFFSET;
        for (int i = 0; i < name.length(); i++) hash = (hash ^ name.charAt(i)) * PRIME;
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == NONE ? 1 : hash;
    }
}
