package hecht.core.relation;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// One digest for all states of an organisation, the same in whatever order customers are added: the sum modulo 2²⁵⁶ of the
/// SHA-256 of each customer's key (its length in UTF-8 bytes, then the bytes) followed by the bytes of the state. Each
/// customer is added once. Mutable; for one thread, but those of several threads add up.
///
/// It tells two results apart that differ by a fault; it is no proof against somebody who seeks states with the same sum.
public final class Digest {
    private static final int BYTES = 32;
    private static final long WORD = 0xffff_ffffL;

    private final MessageDigest sha256;
    private final int[] sum = new int[BYTES / Integer.BYTES]; // the lowest 32 bits first
    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);

    public Digest() {
        sha256 = sha256();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Adds one customer.
    public Digest add(String customer, State state) {
        byte[] key = customer.getBytes(StandardCharsets.UTF_8);
        sha256.update(length.putInt(0, key.length).array());
        sha256.update(key);
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest(state.raw()));
        long carry = 0;
        for (int i = 0; i < sum.length; i++) {
            carry += (sum[i] & WORD) + (hash.getInt(BYTES - Integer.BYTES * (i + 1)) & WORD);
            sum[i] = (int) carry;
            carry >>>= Integer.SIZE;
        }
        return this;
    }

    /// Adds the customers of another digest, which must be others than these.
    public Digest plus(Digest other) {
        long carry = 0;
        for (int i = 0; i < sum.length; i++) {
            carry += (sum[i] & WORD) + (other.sum[i] & WORD);
            sum[i] = (int) carry;
            carry >>>= Integer.SIZE;
        }
        return this;
    }

    /// 64 hexadecimal digits; zeros without customers.
    public String hex() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        for (int i = sum.length - 1; i >= 0; i--) bytes.putInt(sum[i]);
        return "%064x".formatted(new BigInteger(1, bytes.array()));
    }

    @Override
    public String toString() {
        return hex();
    }
}
