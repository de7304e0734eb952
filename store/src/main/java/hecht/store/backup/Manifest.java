package hecht.store.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// What a backup says of itself.
///
/// @param format how the file is laid out  @param schema the number of the last migration of the store it was made of
/// @param made when
public record Manifest(int format, int schema, Instant made, List<Part> parts) {
    /// The layout that this hecht writes, and the highest it reads.
    static final int FORMAT = 1;

    static final String NAME = "manifest.json";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    public Manifest {
        parts = List.copyOf(parts);
    }

    /// The rows of one table.
    ///
    /// @param columns in the order in which the rows have them  @param digest SHA-256 of the rows as they stand in the file
    public record Part(String table, List<String> columns, long rows, String digest) {
        public Part {
            columns = List.copyOf(columns);
        }
    }

    /// The name of a table's entry in the file.
    static String entry(String table) {
        return "tables/" + table + ".copy";
    }

    /// Rows in all tables.
    public long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }

    byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeNumberProperty("format", format);
            json.writeNumberProperty("schema", schema);
            json.writeStringProperty("made", made.toString());
            json.writeArrayPropertyStart("tables");
            for (Part part : parts) {
                json.writeStartObject();
                json.writeStringProperty("table", part.table);
                json.writeArrayPropertyStart("columns");
                for (String column : part.columns) json.writeString(column);
                json.writeEndArray();
                json.writeNumberProperty("rows", part.rows);
                json.writeStringProperty("digest", part.digest);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /// @throws IOException when it is no manifest; the message says what was found
    static Manifest read(InputStream from) throws IOException {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), from)) {
            return read(json);
        } catch (JacksonException | DateTimeException e) {
            throw new IOException("its manifest cannot be read", e);
        }
    }

    private static Manifest read(JsonParser json) throws IOException {
        int format = 0;
        int schema = 0;
        Instant made = Instant.EPOCH;
        List<Part> parts = new ArrayList<>();
        expect(json, JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "format" -> format = json.getIntValue();
                case "schema" -> schema = json.getIntValue();
                case "made" -> made = Instant.parse(json.getString());
                case "tables" -> {
                    while (json.nextToken() == JsonToken.START_OBJECT) parts.add(part(json));
                }
                default -> json.skipChildren();
            }
        }
        if (format < 1 || schema < 1 || parts.isEmpty()) throw new IOException("its manifest is not whole");
        return new Manifest(format, schema, made, parts);
    }

    private static Part part(JsonParser json) throws IOException {
        String table = "";
        List<String> columns = new ArrayList<>();
        long rows = -1;
        String digest = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "table" -> table = json.getString();
                case "columns" -> {
                    while (json.nextToken() == JsonToken.VALUE_STRING) columns.add(json.getString());
                }
                case "rows" -> rows = json.getLongValue();
                case "digest" -> digest = json.getString();
                default -> json.skipChildren();
            }
        }
        if (table.isEmpty() || columns.isEmpty() || rows < 0 || digest.isEmpty())
            throw new IOException("its manifest is not whole");
        return new Part(table, columns, rows, digest);
    }

    private static void expect(JsonParser json, JsonToken token) throws IOException {
        if (json.nextToken() != token) throw new IOException("its manifest is not whole");
    }
}
