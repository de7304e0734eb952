package hecht.app.ingest;

import hecht.core.event.CanonicalOrder;
import hecht.core.event.Envelope;
import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Profile;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads events out of the bytes that [Encoding] wrote. For one thread.
final class Decoding {
    private static final EventType[] TYPES = EventType.values();
    private static final long MICROS = 1_000_000;

    private final Vocabulary vocabulary;
    private final Forms forms;
    private final byte[] bytes;
    private int at;

    Decoding(Vocabulary vocabulary, Forms forms, byte[] bytes) {
        this.vocabulary = vocabulary;
        this.forms = forms;
        this.bytes = bytes;
    }

    // ---- what can be seen without reading all of it

    int length(int from) {
        return Bytes.intAt(bytes, from);
    }

    int customer(int from) {
        return Bytes.intAt(bytes, from + Encoding.CUSTOMER);
    }

    /// Microseconds since 1970.
    long time(int from) {
        return Bytes.longAt(bytes, from + Encoding.TIME);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    static long micros(Instant at) {
        return at.getEpochSecond() * MICROS + at.getNano() / 1_000;
    }

    /// Compares two events by [CanonicalOrder].
    int compare(int one, int other) {
        int order = Long.compare(time(one), time(other));
        if (order == 0) order = Integer.compare(rank(one), rank(other));
        return order == 0 ? compareNames(one, other) : order;
    }

    private int rank(int from) {
        return CanonicalOrder.rank(TYPES[bytes[from + Encoding.TYPE]]);
    }

    private int compareNames(int one, int other) {
        at = one + Encoding.NAME;
        String source = word();
        String id = text();
        at = other + Encoding.NAME;
        int order = CanonicalOrder.compareUtf8(source, word());
        return order == 0 ? CanonicalOrder.compareUtf8(id, text()) : order;
    }

    // ---- all of it

    /// @param customer the key under which the event counts
    Event event(int from, String customer) {
        int type = bytes[from + Encoding.TYPE];
        at = from + Encoding.NAME;
        String source = word();
        String id = text();
        Subject subject = (Subject) group(Encoding.SUBJECT, Subject.NONE);
        Handling handling = (Handling) group(Encoding.HANDLING, Handling.NONE);
        Profile profile = (Profile) group(Encoding.PROFILE, Profile.NONE);
        String said = text();
        Map<String, String> attributes = attributes();
        Envelope envelope = new Envelope(
                source,
                id,
                instant(time(from)),
                customer,
                subject,
                handling,
                profile,
                said.isEmpty() ? null : said,
                attributes);
        Form form = forms.of(type);
        return (Event) components(form, varying(), form.room(envelope));
    }

    private Map<String, String> attributes() {
        int size = (int) varying();
        if (size == 0) return Map.of();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < size; i++) attributes.put(word(), text());
        return attributes;
    }

    private Object group(Form form, Object none) {
        long there = varying();
        return there == 0 ? none : components(form, there, form.room(null));
    }

    private Object components(Form form, long there, @Nullable Object[] values) {
        for (int i = 0; i < form.size(); i++) if ((there & 1L << i) != 0) values[form.place(i)] = component(form, i);
        return form.make(values);
    }

    private Object component(Form form, int part) {
        return switch (form.kind(part)) {
            case WORD -> word();
            case TEXT -> text();
            case NUMBER -> Double.longBitsToDouble(Long.reverse(varying()));
            case COUNT -> (int) varying();
            case FLAG -> bytes[at++] != 0;
            case MOMENT -> {
                long seconds = Bytes.longAt(bytes, at);
                at += Long.BYTES;
                yield Instant.ofEpochSecond(seconds, varying());
            }
            case CHOICE -> form.choice(part, bytes[at++]);
            case GROUP -> {
                Form group = form.group(part);
                yield components(group, varying(), group.room(null));
            }
        };
    }

    private String word() {
        int number = (int) varying();
        return number == 0 ? text() : vocabulary.word(number - 1);
    }

    private String text() {
        int head = (int) varying();
        int characters = head >>> 1;
        if ((head & 1) == 0) {
            String text = new String(bytes, at, characters, StandardCharsets.ISO_8859_1);
            at += characters;
            return text;
        }
        char[] wide = new char[characters];
        for (int i = 0; i < characters; i++) {
            wide[i] = (char) (bytes[at] & 0xff | bytes[at + 1] << Byte.SIZE);
            at += Character.BYTES;
        }
        return new String(wide);
    }

    private long varying() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) return value;
        }
    }
}
