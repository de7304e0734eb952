package hecht.app.cli;

import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// JSON for programs, one value a line, so that a million of them stream (NDJSON). Numbers are read back bit for bit; what is
/// absent is `null`, so that every object of a kind has the same fields.
final class Json {
    private final JsonGenerator out;

    Json(Destination to) {
        out = JsonFactory.builder()
                .rootValueSeparator((String) null)
                .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                .build()
                .createGenerator(ObjectWriteContext.empty(), new Handing(to));
    }

    Json open() {
        out.writeStartObject();
        return this;
    }

    Json open(String name) {
        out.writeName(name);
        return open();
    }

    Json close() {
        out.writeEndObject();
        return this;
    }

    Json openList(String name) {
        out.writeName(name);
        out.writeStartArray();
        return this;
    }

    Json closeList() {
        out.writeEndArray();
        return this;
    }

    Json text(String name, @Nullable String value) {
        out.writeName(name);
        return value(value);
    }

    Json number(String name, double value) {
        out.writeName(name);
        return value(value);
    }

    Json number(String name, @Nullable Double value) {
        return value == null ? text(name, null) : number(name, value.doubleValue());
    }

    Json whole(String name, long value) {
        out.writeName(name);
        out.writeNumber(value);
        return this;
    }

    /// A number that is written already, as JSON writes numbers.
    Json raw(String name, String number) {
        out.writeName(name);
        out.writeNumber(number);
        return this;
    }

    Json flag(String name, @Nullable Boolean value) {
        out.writeName(name);
        if (value == null) out.writeNull();
        else out.writeBoolean(value);
        return this;
    }

    Json moment(String name, @Nullable Instant value) {
        return text(name, value == null ? null : value.toString());
    }

    Json day(String name, @Nullable LocalDate value) {
        return text(name, value == null ? null : value.toString());
    }

    /// One more value of a list.
    Json value(@Nullable String value) {
        if (value == null) out.writeNull();
        else out.writeString(value);
        return this;
    }

    Json value(double value) {
        if (Double.isFinite(value)) out.writeNumber(value);
        else out.writeNull();
        return this;
    }

    /// Ends the line.
    void end() {
        out.writeRaw('\n');
        out.flush();
    }

    /// Gives what is written to a destination.
    private static final class Handing extends Writer {
        private final Destination to;

        Handing(Destination to) {
            this.to = to;
        }

        @Override
        public void write(char[] from, int start, int length) {
            to.write(java.nio.CharBuffer.wrap(from, start, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
