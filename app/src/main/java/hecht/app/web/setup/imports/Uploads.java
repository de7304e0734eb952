package hecht.app.web.setup.imports;

import hecht.app.security.Premises;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Files that were handed in and are not imported yet, each in a folder of its own in the data folder. They go when they are
/// imported or thrown away, after a day, and whenever the server starts or stops.
@Component
final class Uploads implements DisposableBean {
    /// So many may wait at a time: each may be a gigabyte.
    static final int MOST = 10;

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_STEM = 60;
    private static final int ID_BYTES = 12;

    private final Path folder;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();
    private final Map<String, Upload> all = new ConcurrentHashMap<>();

    Uploads(Premises premises, Clock clock) throws IOException {
        this.folder = premises.data().resolve("uploads");
        this.clock = clock;
        Files.createDirectories(folder);
        clear();
    }

    /// Keeps what a browser sent, under another name than the one it has there.
    ///
    /// @param look what to see of it at first
    /// @throws IOException when the disk is full or the folder not writable; nothing is left then
    Upload keep(MultipartFile sent, String by, UnaryOperator<Upload> look) throws IOException {
        sweep();
        byte[] random = new byte[ID_BYTES];
        chance.nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        Path own = Files.createDirectory(folder.resolve(id));
        try {
            Path file = own.resolve("file");
            sent.transferTo(file);
            String name = name(sent.getOriginalFilename() + "");
            Upload unread = new Upload(
                    id,
                    name,
                    file,
                    Files.size(file),
                    by,
                    clock.instant(),
                    false,
                    stem(name),
                    false,
                    "",
                    new Upload.Look.Rows(List.of()),
                    Trial.NONE);
            Upload looked = look.apply(unread);
            all.put(id, looked);
            return looked;
        } catch (IOException | RuntimeException e) {
            remove(own);
            throw e;
        }
    }

    /// What the browser says the file is called, without what could be a folder or a sign that does not show.
    static String name(String said) {
        String last = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
        String shown = last.replaceAll("\\p{Cntrl}", " ").strip();
        if (shown.isEmpty()) return "file";
        return shown.length() <= LONGEST_NAME ? shown : shown.substring(shown.length() - LONGEST_NAME);
    }

    /// What its mapping is called at first: `contacts` for `Contacts 2026.csv.gz`, without what changes from file to file.
    static String stem(String name) {
        int end = name.indexOf('.');
        String stem = (end <= 0 ? name : name.substring(0, end))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]+", "-")
                .replaceAll("^-+|-+$", "");
        return stem.isEmpty() ? "mapping" : stem.substring(0, Math.min(stem.length(), LONGEST_STEM));
    }

    boolean isFull() {
        sweep();
        return all.size() >= MOST;
    }

    Optional<Upload> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /// Newest first.
    List<Upload> waiting() {
        sweep();
        return all.values().stream()
                .sorted(Comparator.comparing(Upload::at).reversed())
                .toList();
    }

    /// Puts another in its place, unless it has gone.
    void change(String id, UnaryOperator<Upload> how) {
        all.computeIfPresent(id, (same, before) -> {
            Upload after = how.apply(before);
            if (after.trial() != before.trial()) before.trial().stop();
            return after;
        });
    }

    /// Gives the file to who imports it, who then owns it.
    Optional<Upload> release(String id) {
        Upload upload = all.remove(id);
        if (upload != null) upload.trial().stop();
        return Optional.ofNullable(upload);
    }

    void discard(String id) {
        release(id).ifPresent(Uploads::delete);
    }

    /// Deletes a file that was released.
    static void delete(Upload upload) {
        remove(upload.file().resolveSibling(""));
    }

    private void sweep() {
        Instant until = clock.instant().minus(KEPT);
        for (Upload each : all.values()) if (each.at().isBefore(until)) discard(each.id());
    }

    private void clear() {
        try (Stream<Path> left = Files.list(folder)) {
            left.filter(Files::isDirectory).forEach(Uploads::remove);
        } catch (IOException e) {
            throw new UncheckedIOException("clearing the uploads", e);
        }
    }

    private static void remove(Path own) {
        try (Stream<Path> parts = Files.walk(own)) {
            for (Path each : parts.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
        } catch (IOException e) {
            // Somebody reads it still, or it is gone; the next start clears the folder.
        }
    }

    @Override
    public void destroy() {
        for (Upload each : all.values()) each.trial().stop();
        all.clear();
        clear();
    }
}
