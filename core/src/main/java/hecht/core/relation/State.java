package hecht.core.relation;

import java.util.Arrays;
import java.util.HexFormat;

/// What the fold keeps of one customer: the state after the last event, in its binary form. Two states are equal when they
/// are so bit for bit, and then everything that is believed is equal. Immutable.
///
/// The first byte is the version of the form.
public final class State {
    static final byte VERSION = 1;

    /// Of whom nothing is known.
    public static final State NEW = new State(new byte[0]);

    private final byte[] bytes;

    private State(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @throws IllegalArgumentException when the bytes are of another version
    public static State of(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] != VERSION)
            throw new IllegalArgumentException(
                    "this state is of version " + bytes[0] + ", expected " + VERSION + "; fold its events anew");
        return bytes.length == 0 ? NEW : new State(bytes.clone());
    }

    static State own(byte[] bytes) {
        return new State(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] raw() {
        return bytes;
    }

    public int size() {
        return bytes.length;
    }

    /// SHA-256 of the binary form, in hexadecimal.
    public String digest() {
        return HexFormat.of().formatHex(Digest.sha256().digest(bytes));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof State state && Arrays.equals(bytes, state.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "State[" + bytes.length + " bytes, " + digest().substring(0, 12) + "]";
    }
}
