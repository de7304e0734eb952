package hecht.files;

import hecht.core.event.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Rows of an NDJSON file: one object a line. What lies deeper has the names on the way to it: `{"a": {"b": 1}}` is a cell
/// `a.b`, and the first of a list `a.0`. Numbers are kept as they are written; `null` is no cell.
final class NdjsonRows extends LooseRows {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Characters in;

    private char[] text = new char[1 << 16];
    private int limit; // end of what was read into text
    private int start; // of the current line in text
    private int end; // of the current line in text
    private int next; // where the next one starts
    private boolean ended;

    NdjsonRows(String file, Characters in) {
        super(file);
        this.in = in;
    }

    @Override
    public boolean next() throws IOException {
        do {
            problems = List.of();
            if (!nextLine()) return false;
            number++;
        } while (isBlank());
        cells.clear();
        if (problems.isEmpty()) parse();
        return true;
    }

    private boolean isBlank() {
        for (int i = start; i < end; i++) if (text[i] > ' ') return false;
        return problems.isEmpty();
    }

    /// Finds the next line; one that is too long is passed over, and only its beginning is kept.
    private boolean nextLine() throws IOException {
        start = next;
        int at = start;
        while (true) {
            while (at < limit && text[at] != '\n') at++;
            if (at < limit) break;
            int length = at - start;
            if (length > CsvRows.LONGEST) return longLine();
            boolean more = more();
            at = start + length; // what was read may have moved
            if (!more) break;
        }
        end = at;
        next = Math.min(at + 1, limit);
        return end > start || next > end;
    }

    private boolean longLine() throws IOException {
        problems = List.of(new Problem("", "a line of at most 1 MiB", "a longer one", ""));
        end = start + 1000;
        while (true) {
            int at = end;
            while (at < limit && text[at] != '\n') at++;
            if (at < limit) {
                next = at + 1;
                return true;
            }
            limit = end;
            if (!more()) {
                next = limit;
                return true;
            }
        }
    }

    private boolean more() throws IOException {
        if (ended) return false;
        if (start > 0) {
            System.arraycopy(text, start, text, 0, limit - start);
            limit -= start;
            end -= start;
            start = 0;
        }
        if (limit + 2 > text.length) text = Arrays.copyOf(text, text.length * 2);
        int read = in.read(text, limit, text.length - limit);
        ended = read < 0;
        if (!ended) limit += read;
        return !ended;
    }

    private void parse() {
        if (in.isSpoiled() && line().indexOf(Characters.NO_TEXT) >= 0) {
            wrong("text in " + in.charset(), "bytes that are none", "");
            return;
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text, start, end - start)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) wrong("a JSON object", beginning(), "");
            else {
                object(parser, "");
                if (parser.nextToken() != null) wrong("one JSON object a line", "more after it", "");
            }
        } catch (JacksonException e) {
            String message = e.getOriginalMessage() + "";
            boolean twice = message.contains("uplicate");
            if (twice) wrong("each name once", message, "");
            else wrong("a JSON object on one line", beginning(), "");
        }
    }

    private void object(JsonParser parser, String above) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = above + parser.currentName();
            parser.nextToken();
            value(parser, name);
        }
    }

    private void value(JsonParser parser, String name) {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, name + ".");
            case START_ARRAY -> {
                for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) value(parser, name + "." + i);
            }
            case VALUE_NULL -> put(name, null);
            default -> put(name, parser.getString());
        }
    }

    private void wrong(String expected, String found, String remedy) {
        problems = List.of(new Problem("", expected, found, remedy));
    }

    private String beginning() {
        return new String(text, start, Math.min(end - start, 100)).strip();
    }

    @Override
    public String line() {
        return new String(text, start, end - start).strip();
    }

    @Override
    public long bytesRead() {
        return in.bytesRead();
    }

    @Override
    public void close() {
        in.close();
    }
}
