package hecht.demo;

import java.util.List;

/// Draws by lot that come out the same for the same seed, on every machine and at every size of Lichtland. For one thread.
///
/// SplitMix64 (Steele, Lea & Flood 2014, *Fast splittable pseudorandom number generators*). Written out here because the
/// JDK promises no sequence over its versions, and a truth that changes with the JDK is none.
public final class Chance {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final long origin;
    private long state;

    private Chance(long origin) {
        this.origin = origin;
        this.state = origin;
    }

    /// The draws of one subject (a customer by number, the grid) under a seed.
    public static Chance of(long seed, long subject) {
        return new Chance(mix(mix(seed + GOLDEN) + subject * GOLDEN));
    }

    /// Draws that do not depend on how many this one has given, so that a change in one matter leaves the others alone.
    public Chance about(String matter) {
        return new Chance(mix(origin ^ matter.hashCode() * GOLDEN));
    }

    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /// Uniform on [0, 1).
    double uniform() {
        state += GOLDEN;
        return (mix(state) >>> 11) * 0x1p-53;
    }

    public boolean happens(double probability) {
        return uniform() < probability;
    }

    /// One of 0 … n − 1.
    public int below(int n) {
        return (int) (uniform() * n);
    }

    /// One of from … to, both ends included.
    int between(int from, int to) {
        return from + below(to - from + 1);
    }

    /// Exponential with mean 1.
    double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    /// A multiple with median 1 and the given spread of its logarithm (Box & Muller 1958).
    double multiple(double spread) {
        double normal = StrictMath.sqrt(2 * exponential()) * StrictMath.cos(2 * Math.PI * uniform());
        return StrictMath.exp(spread * normal);
    }

    /// A place among weights that sum to 1.
    int among(double... weights) {
        double left = uniform();
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) return i;
        }
        return weights.length - 1;
    }

    <T> T of(List<T> some) {
        return some.get(below(some.size()));
    }
}
