package hecht.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's own programs, unpacked once: `initdb`, `pg_ctl` and `postgres`, with their libraries beside them. There is
/// no `pg_dump` among them.
///
/// @param folder holds `bin`, `lib` and `share`
record Programs(Path folder) {
    /// The version that this hecht brings.
    static final String VERSION = version();

    /// The part before the first point: a cluster made by one major version is read by no other.
    static String major() {
        return VERSION.substring(0, VERSION.indexOf('.'));
    }

    /// Unpacks the programs below a folder, unless they are there; programs of other versions that hecht unpacked there go.
    static Programs in(Path parent) throws IOException {
        Path folder = parent.resolve("postgres-" + VERSION);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(parent);
            Path part = Files.createTempDirectory(parent, "postgres.part");
            try {
                unpack(part);
                keep(part, folder);
            } finally {
                DataFolder.remove(part);
            }
            removeOthers(parent, folder);
        }
        return new Programs(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(isWindows() ? name + ".exe" : name);
    }

    static boolean isWindows() {
        return system().equals("windows");
    }

    private static void unpack(Path to) throws IOException {
        try (InputStream packed = packed();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = to.resolve(entry.getName()).normalize();
                if (!path.startsWith(to)) throw new IOException("the archive leaves its folder: " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Path above = path.getParent();
                    if (above != null) Files.createDirectories(above);
                    if (entry.isSymbolicLink()) {
                        Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                        continue;
                    }
                    Files.copy(tar, path);
                }
                // Whoever runs the server must be able to read them, whatever our umask is.
                if (DataFolder.isPosix(path)) Files.setPosixFilePermissions(path, rights(entry));
            }
        }
    }

    private static Set<PosixFilePermission> rights(TarArchiveEntry entry) {
        Set<PosixFilePermission> rights = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (entry.isDirectory() || (entry.getMode() & 0100) != 0)
            rights.addAll(EnumSet.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        return rights;
    }

    /// Another process may have unpacked the same meanwhile; then theirs is as good as ours.
    private static void keep(Path part, Path folder) throws IOException {
        if (DataFolder.isPosix(part)) Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, folder);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) throw e;
        }
    }

    private static void removeOthers(Path parent, Path kept) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            for (Path each : all.filter(path -> path.getFileName().toString().startsWith("postgres-"))
                    .filter(path -> !path.equals(kept))
                    .toList()) DataFolder.remove(each);
        }
    }

    private static InputStream packed() {
        for (String machine : machines()) {
            InputStream found = Programs.class.getResourceAsStream("/postgres-" + system() + "-" + machine + ".txz");
            if (found != null) return found;
        }
        throw new Trouble(
                Trouble.Kind.NOT_STARTED,
                "The database: expected PostgreSQL's programs for " + System.getProperty("os.name") + " on "
                        + System.getProperty("os.arch")
                        + " in this hecht, found none; build hecht on such a machine, or"
                        + " set HECHT_DATABASE_URL to a PostgreSQL " + Database.OLDEST + " or newer of your own.");
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) return "windows";
        return name.startsWith("mac") ? "darwin" : "linux";
    }

    private static List<String> machines() {
        String machine = System.getProperty("os.arch");
        return machine.equals("aarch64") || machine.equals("arm64") ? List.of("arm_64", "arm64") : List.of("x86_64");
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = Programs.class.getResourceAsStream("programs.properties")) {
            if (in == null) throw new IllegalStateException("programs.properties is missing from this build");
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("programs.properties cannot be read", e);
        }
        return properties.getProperty("version");
    }
}
