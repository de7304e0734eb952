package hecht.app.cli;

import hecht.app.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One command that was run to its end, in this process, as a shell would have run it.
record Ran(int code, String out, String err) {
    private static final Instant TODAY = Instant.parse("2026-11-01T12:00:00Z");

    static Ran hecht(String... args) {
        return new Setting().hecht(args);
    }

    List<String> lines() {
        return out.lines().toList();
    }

    /// A file of the cast: Anna (close), Bram (unheard), Chris (held by the door), Dora who left, Eva who was only described,
    /// and a customer whose key is a formula.
    static String file(String name) {
        try {
            return Path.of(Ran.class.getResource(name).toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(String name) {
        try (InputStream in = Ran.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where a command runs; by default nobody looks on, the locale is English and it is 1 November 2026.
    static final class Setting {
        private final Map<String, String> environment = new HashMap<>(Map.of("LANG", "en_GB.UTF-8"));
        private Terminal terminal = Terminal.NONE;
        private InputStream in = InputStream.nullInputStream();

        Setting with(String name, String value) {
            environment.put(name, value);
            return this;
        }

        Setting onTerminal(int columns) {
            terminal = new Terminal(true, false, () -> columns);
            return this;
        }

        Setting reading(String text) {
            in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Ran hecht(String... args) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = run(out, err, args);
            return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }

        int run(OutputStream out, OutputStream err, String... args) {
            return Main.run(
                    args, new Surroundings(in, out, err, environment, Clock.fixed(TODAY, ZoneOffset.UTC), terminal));
        }
    }
}
