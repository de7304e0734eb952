package hecht.store.event;

import hecht.core.event.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/// Makes rows of events. Not for several threads.
final class RowWriter {
    private final FieldsText text = new FieldsText();
    private final MessageDigest digest = sha256();
    private final ByteBuffer numbers = ByteBuffer.allocate(2 * Long.BYTES);
    private final boolean withEmployees;
    private byte[] lastSource = {};
    private String lastSourceText = "";

    /// @param withEmployees whether employees' names are kept at all
    RowWriter(boolean withEmployees) {
        this.withEmployees = withEmployees;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Row row(Event event) {
        byte[] fields = text.write(event);
        byte[] customer = event.customer().getBytes(StandardCharsets.UTF_8);
        long micros = micros(event.time());
        long content = digest(customer, micros, TypeWords.of(event.type()), fields);
        if (withEmployees && text.namesEmployee()) fields = text.withEmployee();
        byte[] id = event.envelope().id().getBytes(StandardCharsets.UTF_8);
        return new Row(
                event, micros, Row.rank(event), source(event.envelope().source()), id, customer, fields, content);
    }

    /// Many events on end come from one source.
    private byte[] source(String source) {
        if (!source.equals(lastSourceText)) {
            lastSourceText = source;
            lastSource = source.getBytes(StandardCharsets.UTF_8);
        }
        return lastSource;
    }

    /// Everything but source and id, the lengths too, so that no two parts run into one another.
    private long digest(byte[] customer, long micros, byte[] type, byte[] fields) {
        numbers.clear();
        numbers.putLong(micros).putInt(type.length).putInt(customer.length).flip();
        digest.update(numbers);
        digest.update(type);
        digest.update(customer);
        digest.update(fields);
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }
}
