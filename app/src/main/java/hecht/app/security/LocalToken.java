package hecht.app.security;

import hecht.store.access.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// By this a command beside a running server proves that it may read the data folder: a secret in a file of that folder that
/// nobody else can read, fresh at every start, and good over loopback only.
@Component
public final class LocalToken {
    private static final String FILE = "local.token";

    private final byte[] digest;

    LocalToken(Premises premises) {
        Secret secret = Secret.fresh();
        this.digest = secret.digest();
        write(premises.data().resolve(FILE), secret.text());
    }

    /// For the command: what to send as `Authorization: Bearer …`; nothing where no server ever ran, or where the file belongs
    /// to somebody else.
    public static Optional<String> of(Path data) {
        try {
            return Optional.of(Files.readString(data.resolve(FILE)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean is(Secret secret) {
        return MessageDigest.isEqual(digest, secret.digest());
    }

    /// Under another name first, so that a command never reads half of it.
    private static void write(Path file, String text) {
        Path part = file.resolveSibling("." + FILE + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, forUsAlone());
            Files.writeString(part, text + "\n", StandardCharsets.US_ASCII);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private static FileAttribute<?>[] forUsAlone() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
