package hecht.store.backup;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import hecht.store.postgres.Database;
import hecht.store.postgres.Disk;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes all that a store holds into one file, as it stood at one moment, whatever comes in meanwhile. Rows are text as
/// PostgreSQL's COPY writes it, which every version reads; the manifest, with a digest of each table, comes last, so that a
/// file cut short is known by it.
///
/// The file holds everything that is known of people, the digests of their passwords, and the key of the tombstones.
public final class Backup {
    private static final int LEVEL = 4; // of deflate: half of what can be saved for a fifth of the time

    private final Database database;
    private final int schema;

    /// @param schema the number of the last migration
    public Backup(Database database, int schema) {
        this.database = database;
        this.schema = schema;
    }

    /// Writes the file, for its user's eyes only: under another name until it is whole and on the disk.
    ///
    /// @param made the moment to note in it
    /// @throws hecht.store.postgres.Trouble not writable, disk full, or what befell the database; then no file is left
    public Manifest write(Path file, Instant made) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            Manifest manifest;
            try (FileChannel channel = FileChannel.open(part, Set.of(CREATE_NEW, WRITE), Disk.onlyOurs("rw-------"))) {
                manifest = write(Channels.newOutputStream(channel), made);
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (IOException e) {
            remove(part);
            throw Disk.trouble("The backup " + file, "name another place for it", file, e);
        } catch (RuntimeException e) {
            remove(part);
            throw e;
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // It is known as a part by its name.
        }
    }

    /// Writes the same to wherever it goes, and leaves that open.
    ///
    /// @throws IOException when it cannot be written there
    public Manifest write(OutputStream to, Instant made) throws IOException {
        try {
            return database.snapshot(connection -> {
                try {
                    return write(connection, to, made);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Manifest write(Connection connection, OutputStream to, Instant made) throws IOException, SQLException {
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(to, 1 << 16));
        zip.setLevel(LEVEL);
        List<Manifest.Part> parts = new ArrayList<>();
        for (Table table : Table.carried()) {
            Columns columns = Columns.of(connection, table.name());
            zip.putNextEntry(new ZipEntry(Manifest.entry(table.name())));
            MessageDigest digest = Digests.sha256();
            long rows = Database.copy(connection)
                    .copyOut(
                            "COPY " + Columns.list(table.name(), columns.names()) + " TO STDOUT (ENCODING 'UTF8')",
                            new DigestOutputStream(zip, digest));
            zip.closeEntry();
            parts.add(new Manifest.Part(
                    table.name(), columns.names(), rows, HexFormat.of().formatHex(digest.digest())));
        }
        Manifest manifest = new Manifest(Manifest.FORMAT, schema, made, parts);
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.json());
        zip.closeEntry();
        zip.finish();
        zip.flush();
        return manifest;
    }
}
