package hecht.app.server;

import hecht.files.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Where a server that runs on a data folder is found by the commands beside it: a file in that folder. A server that was
/// killed leaves it behind, so who reads it must see whether somebody answers.
public final class Address {
    private static final String FILE = "address";

    private Address() {}

    /// Under another name first, so that a command never reads half of it.
    static void write(Path data, URI address) throws Refusal {
        Path part = data.resolve("." + FILE + ".part");
        try {
            Files.writeString(part, address + "\n");
            Files.move(part, data.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Kind.SURROUNDINGS,
                    data + ": expected a folder that can be written, found: " + e.getMessage() + ".",
                    e);
        }
    }

    /// What the folder says; empty where it says nothing that could be an address.
    public static Optional<URI> of(Path data) {
        try {
            URI said = URI.create(Files.readString(data.resolve(FILE)).strip());
            return said.getScheme() == null || said.getPort() < 0 ? Optional.empty() : Optional.of(said);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static void remove(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            // Whoever reads it finds that nobody answers.
        }
    }
}
