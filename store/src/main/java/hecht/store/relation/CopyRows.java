package hecht.store.relation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows for one table in PostgreSQL's binary form of COPY, gathered in memory by one thread and sent by another: of each row
/// the number of values, of each value its length and its bytes. For one thread at a time.
final class CopyRows {
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NO_VALUE = -1;
    private static final int SENT_AT_ONCE = 1 << 16;
    private static final long POSTGRES_EPOCH_MICROS = 946_684_800_000_000L; // 2000-01-01
    private static final int INT4 = 23; // pg_type.oid
    private static final int TEXT = 25;
    private static final int FLOAT8 = 701;
    private static final int FLOAT4 = 700;

    private byte[] bytes = new byte[1 << 12];
    private ByteBuffer out = ByteBuffer.wrap(bytes);

    CopyRows row(int values) {
        room(Short.BYTES);
        out.putShort((short) values);
        return this;
    }

    CopyRows none() {
        room(Integer.BYTES);
        out.putInt(NO_VALUE);
        return this;
    }

    CopyRows bytes(byte[] value) {
        room(Integer.BYTES + value.length);
        out.putInt(value.length).put(value);
        return this;
    }

    CopyRows text(@Nullable String value) {
        return value == null ? none() : bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    CopyRows moment(@Nullable Instant at) {
        if (at == null) return none();
        return number(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000 - POSTGRES_EPOCH_MICROS);
    }

    /// A `bigint`.
    CopyRows number(long value) {
        room(Integer.BYTES + Long.BYTES);
        out.putInt(Long.BYTES).putLong(value);
        return this;
    }

    /// An `integer`, or a `date` as days since 2000.
    CopyRows integer(int value) {
        room(2 * Integer.BYTES);
        out.putInt(Integer.BYTES).putInt(value);
        return this;
    }

    CopyRows small(int value) {
        room(Integer.BYTES + Short.BYTES);
        out.putInt(Short.BYTES).putShort((short) value);
        return this;
    }

    CopyRows real(double value) {
        room(Integer.BYTES + Double.BYTES);
        out.putInt(Double.BYTES).putDouble(value);
        return this;
    }

    CopyRows real(@Nullable Double value) {
        return value == null ? none() : real(value.doubleValue());
    }

    CopyRows flag(boolean value) {
        room(Integer.BYTES + 1);
        out.putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    CopyRows flag(@Nullable Boolean value) {
        return value == null ? none() : flag(value.booleanValue());
    }

    CopyRows texts(List<String> values) {
        int start = array(TEXT, values.size());
        for (String each : values) text(each);
        return arrayEnds(start);
    }

    CopyRows integers(Collection<Integer> values) {
        int start = array(INT4, values.size());
        for (int each : values) integer(each);
        return arrayEnds(start);
    }

    CopyRows reals(double[] values) {
        int start = array(FLOAT8, values.length);
        for (double each : values) real(each);
        return arrayEnds(start);
    }

    CopyRows floats(float[] values) {
        int start = array(FLOAT4, values.length);
        for (float each : values) {
            room(Integer.BYTES + Float.BYTES);
            out.putInt(Float.BYTES).putFloat(each);
        }
        return arrayEnds(start);
    }

    /// @return where the array's length is to be written when it is known
    private int array(int type, int length) {
        room(6 * Integer.BYTES);
        int start = out.position();
        out.putInt(0);
        out.putInt(length == 0 ? 0 : 1).putInt(0).putInt(type);
        if (length > 0) out.putInt(length).putInt(1);
        return start;
    }

    private CopyRows arrayEnds(int start) {
        out.putInt(start, out.position() - start - Integer.BYTES);
        return this;
    }

    private void room(int more) {
        if (out.remaining() >= more) return;
        int filled = out.position();
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, filled + more));
        out = ByteBuffer.wrap(bytes).position(filled);
    }

    /// Of everything in it: FNV-1a, 64 bits (Fowler, Noll & Vo 1991).
    long hash() {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < out.position(); i++) hash = (hash ^ bytes[i] & 0xff) * 0x100000001b3L;
        return hash;
    }

    boolean isEmpty() {
        return out.position() == 0;
    }

    /// Sends what several gathered, in this order.
    ///
    /// @param sql `COPY table (columns) FROM STDIN (FORMAT binary)`
    static void send(Connection connection, String sql, List<CopyRows> parts) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            byte[] head = Arrays.copyOf(SIGNATURE, SIGNATURE.length + 2 * Integer.BYTES);
            copy.writeToCopy(head, 0, head.length);
            for (CopyRows part : parts)
                for (int at = 0; at < part.out.position(); at += SENT_AT_ONCE)
                    copy.writeToCopy(part.bytes, at, Math.min(SENT_AT_ONCE, part.out.position() - at));
            copy.writeToCopy(new byte[] {(byte) NO_VALUE, (byte) NO_VALUE}, 0, Short.BYTES);
            copy.endCopy();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }
}
