package hecht.store.event;

import hecht.core.event.Event;
import hecht.core.event.EventReader;
import hecht.core.event.Field;
import hecht.core.event.NamedValues;
import hecht.core.event.Reading;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads rows of a binary COPY of `customer, time, source, id, type, fields` back into events. Texts that come again on end,
/// a customer and a source, are one String. Not for several threads.
final class RowReader {
    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final int HEADER = 19;
    private static final byte FIRST_OF_SIGNATURE = 'P';
    private static final int VALUES = 6;
    private static final long POSTGRES_EPOCH_MICROS = 946_684_800_000_000L;
    private static final int DAY_SECONDS = 86_400;
    private static final int MICROS = 1_000_000;

    private final EventReader reader = new EventReader(null, Instant.MAX); // its moments were believed when they came
    private final NamedValues values = new NamedValues();
    private final Latest customers = new Latest();
    private final Latest sources = new Latest();
    private final char[] moment = "0000-00-00T00:00:00.000000Z".toCharArray();
    private long day = Long.MIN_VALUE; // that stands in `moment`
    private ByteBuffer in = ByteBuffer.allocate(0);

    /// A text and the bytes it was read from.
    private static final class Latest {
        private byte[] bytes = {};
        private String text = "";

        String read(byte[] from, int at, int length) {
            if (Arrays.equals(bytes, 0, bytes.length, from, at, at + length)) return text;
            bytes = Arrays.copyOfRange(from, at, at + length);
            text = new String(bytes, StandardCharsets.UTF_8);
            return text;
        }
    }

    /// @param message what COPY sent: the header, a row, both, or the end
    /// @return whether there is a row in it
    boolean begin(byte[] message) {
        in = ByteBuffer.wrap(message);
        if (message.length >= HEADER && message[0] == FIRST_OF_SIGNATURE) in.position(HEADER);
        return in.remaining() > Short.BYTES && in.getShort() == VALUES;
    }

    Event event() {
        values.clear();
        values.put(Field.CUSTOMER, customers.read(in.array(), length(), last));
        length();
        values.put(Field.TIME, moment(in.getLong(in.position() - Long.BYTES) + POSTGRES_EPOCH_MICROS));
        values.put(Field.SOURCE, sources.read(in.array(), length(), last));
        values.put(Field.ID, new String(in.array(), length(), last, StandardCharsets.UTF_8));
        values.put(Field.TYPE, TypeWords.read(in.array(), length(), last));
        int fields = length();
        if (last > 2) fields(in.array(), fields, last);
        return switch (reader.read(values)) {
            case Reading.Accepted accepted -> accepted.event();
            case Reading.Refused refused ->
                throw new IllegalStateException("an event in the database cannot be read back: field "
                        + refused.problems().getFirst().field() + " of an event of type " + values.get(Field.TYPE));
        };
    }

    private int last; // length of the value that was passed last

    /// Passes over a value.
    ///
    /// @return where it begins
    private int length() {
        last = in.getInt();
        int at = in.position();
        in.position(at + last);
        return at;
    }

    private void fields(byte[] bytes, int from, int length) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, from, length)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_OBJECT) attributes(parser);
                else values.put(name, parser.getString());
            }
        }
    }

    private void attributes(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            values.putAttribute(name, parser.getString());
        }
    }

    /// As core's reader reads it fastest; the day is written only when it is another one.
    private String moment(long micros) {
        long seconds = Math.floorDiv(micros, MICROS);
        long epochDay = Math.floorDiv(seconds, DAY_SECONDS);
        if (epochDay != day) {
            LocalDate date = LocalDate.ofEpochDay(epochDay);
            digits(0, 4, date.getYear());
            digits(5, 2, date.getMonthValue());
            digits(8, 2, date.getDayOfMonth());
            day = epochDay;
        }
        int ofDay = (int) Math.floorMod(seconds, DAY_SECONDS);
        digits(11, 2, ofDay / 3_600);
        digits(14, 2, ofDay / 60 % 60);
        digits(17, 2, ofDay % 60);
        digits(20, 6, (int) Math.floorMod(micros, MICROS));
        return new String(moment);
    }

    private void digits(int at, int count, int value) {
        int rest = value;
        for (int i = at + count - 1; i >= at; i--) {
            moment[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
