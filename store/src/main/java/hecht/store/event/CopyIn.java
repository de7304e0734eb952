package hecht.store.event;

import hecht.store.postgres.Database;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Rows on their way into a table by PostgreSQL's COPY in its binary format: of each row the number of values, of each value
/// its length and its bytes. Close it only after [#end]: closing before that takes everything back.
final class CopyIn implements AutoCloseable {
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NO_VALUE = -1;
    private static final int SENT_AT = 1 << 16;
    private static final long POSTGRES_EPOCH_MICROS = 946_684_800_000_000L; // 2000-01-01

    private final org.postgresql.copy.CopyIn copy;
    private byte[] bytes = new byte[SENT_AT * 2];
    private ByteBuffer out = ByteBuffer.wrap(bytes);

    /// @param sql `COPY table (columns) FROM STDIN (FORMAT binary)`
    CopyIn(Connection connection, String sql) throws SQLException {
        copy = Database.copy(connection).copyIn(sql);
        out.put(SIGNATURE).putInt(0).putInt(0);
    }

    CopyIn row(int values) throws SQLException {
        if (out.position() > SENT_AT) send();
        room(Short.BYTES);
        out.putShort((short) values);
        return this;
    }

    CopyIn text(byte @Nullable [] value) {
        room(Integer.BYTES + (value == null ? 0 : value.length));
        if (value == null) out.putInt(NO_VALUE);
        else out.putInt(value.length).put(value);
        return this;
    }

    CopyIn text(String value) {
        return text(value.getBytes(StandardCharsets.UTF_8));
    }

    /// @param micros since 1970
    CopyIn moment(long micros) {
        return number(micros - POSTGRES_EPOCH_MICROS);
    }

    CopyIn number(long value) {
        room(Integer.BYTES + Long.BYTES);
        out.putInt(Long.BYTES).putLong(value);
        return this;
    }

    CopyIn small(int value) {
        room(Integer.BYTES + Short.BYTES);
        out.putInt(Short.BYTES).putShort((short) value);
        return this;
    }

    CopyIn flag(boolean value) {
        room(Integer.BYTES + 1);
        out.putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    private void room(int more) {
        if (out.remaining() >= more) return;
        int filled = out.position();
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, filled + more));
        out = ByteBuffer.wrap(bytes).position(filled);
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes, 0, out.position());
        out.clear();
    }

    /// @return how many rows went in
    long end() throws SQLException {
        room(Short.BYTES);
        out.putShort((short) NO_VALUE);
        send();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) copy.cancelCopy();
    }
}
