package hecht.store.backup;

import hecht.store.postgres.Trouble;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A backup that was looked through to its last byte and is whole.
public final class BackupFile implements AutoCloseable {
    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    /// Opens a backup and reads all of it, so that nothing is written anywhere because of a broken one.
    ///
    /// @param schema the number of the last migration that this hecht knows
    /// @throws Trouble when the file cannot be read, is broken, or is of a newer hecht
    public static BackupFile open(Path path, int schema) {
        ZipFile zip = null;
        try {
            if (!Files.isRegularFile(path)) throw new NoSuchFileException(path.toString());
            zip = new ZipFile(path.toFile());
            Manifest manifest = manifest(zip);
            if (manifest.format() > Manifest.FORMAT || manifest.schema() > schema) throw newer(path);
            BackupFile file = new BackupFile(path, zip, manifest);
            file.check();
            return file;
        } catch (NoSuchFileException e) {
            throw new Trouble(
                    Trouble.Kind.BROKEN, "The backup " + path + ": expected a file, found none; look at its name.", e);
        } catch (IOException | IllegalArgumentException e) {
            close(zip);
            throw broken(path, e);
        } catch (Trouble e) {
            close(zip);
            throw e;
        }
    }

    /// The digests in the manifest vouch for the tables; the zip's own sum, which nobody else looks at, for the manifest.
    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) throw new IOException("it has no manifest");
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readAllBytes();
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (sum.getValue() != entry.getCrc()) throw new IOException("its manifest is not what was written");
        return Manifest.read(new ByteArrayInputStream(bytes));
    }

    private static Trouble newer(Path path) {
        return new Trouble(
                Trouble.Kind.OTHER_VERSION,
                "The backup " + path
                        + ": expected one of this hecht or an older one, found one of a newer; restore it with"
                        + " that.");
    }

    static Trouble broken(Path path, Exception e) {
        return new Trouble(
                Trouble.Kind.BROKEN,
                "The backup " + path + ": expected a whole backup of hecht, found that it is not ("
                        + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
                        + "); nothing was written. Take another one.",
                e);
    }

    private void check() throws IOException {
        Set<String> known = Table.carried().stream().map(Table::name).collect(Collectors.toSet());
        List<String> tables =
                manifest.parts().stream().map(Manifest.Part::table).toList();
        if (!known.containsAll(tables) || Set.copyOf(tables).size() != tables.size())
            throw new IOException("its tables are not those of a store");
        for (Manifest.Part part : manifest.parts()) {
            MessageDigest digest = Digests.sha256();
            try (InputStream in = new DigestInputStream(rows(part), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(part.digest()))
                throw new IOException("its rows of " + part.table() + " are not those that were written");
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    Path path() {
        return path;
    }

    /// The rows of one table, as COPY reads them.
    InputStream rows(Manifest.Part part) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.entry(part.table()));
        if (entry == null) throw new IOException("it has no rows of " + part.table());
        return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
    }

    private static void close(@Nullable ZipFile zip) {
        try {
            if (zip != null) zip.close();
        } catch (IOException e) {
            // It was only read.
        }
    }

    @Override
    public void close() {
        close(zip);
    }
}
