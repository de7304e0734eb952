package hecht.files;

import hecht.core.event.Event;
import hecht.core.event.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// All that an input brought.
final class Heard implements Sink {
    static final Instant LATEST = Instant.parse("2026-12-31T00:00:00Z");

    final List<Event> events = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    int skipped;

    @Override
    public void accept(Event event, Row row) {
        events.add(event);
    }

    @Override
    public void refuse(List<Problem> problems, Row row) {
        for (Problem each : problems) refusals.add(new Reject(row.file(), row.number(), each).sentence());
    }

    @Override
    public void skip(Row row) {
        skipped++;
    }

    List<String> ids() {
        return events.stream().map(event -> event.envelope().id()).toList();
    }

    List<String> customers() {
        return events.stream().map(Event::customer).toList();
    }

    static Heard of(Path file) throws Refusal {
        return of(null, file);
    }

    static Heard of(@Nullable Mapping mapping, Path... files) throws Refusal {
        Heard heard = new Heard();
        try (Input input = open(mapping, files)) {
            input.read(heard, Progress.SILENT);
        }
        return heard;
    }

    static Input open(@Nullable Mapping mapping, Path... files) throws Refusal {
        List<String> names = new ArrayList<>();
        for (Path file : files) names.add(file.toString());
        return Input.open(names, new Input.Settings(mapping, null, LATEST), new ByteArrayInputStream(new byte[0]));
    }

    static Mapping mapping(String yaml) throws Refusal {
        return MappingReader.read(Yaml.parse("shop.yaml", yaml), "shop.yaml");
    }

    static Path write(Path folder, String name, String text) {
        return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A file with hecht's own columns and as many messages, each of another customer.
    static String messages(int rows) {
        StringBuilder text = new StringBuilder("source,id,time,customer,type\n");
        for (int i = 1; i <= rows; i++)
            text.append("crm,m")
                    .append(i)
                    .append(",2026-03-01T09:30:00Z,c")
                    .append(i)
                    .append(",message_sent\n");
        return text.toString();
    }
}
