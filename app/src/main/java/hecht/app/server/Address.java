package hecht.app.server;

import hecht.files.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a server that runs on a data folder is found by the commands beside it: a file in that folder. A server that was
/// killed leaves it behind, so who reads it must see whether somebody answers.
public final class Address {
    private static final String FILE = "address";

    private Address() {}

    static void write(Path data, URI address) throws Refusal {
        try {
            Files.writeString(data.resolve(FILE), address + "\n");
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Kind.SURROUNDINGS,
                    data + ": expected a folder that can be written, found: " + e.getMessage() + ".",
                    e);
        }
    }

    /// What the folder says; empty where it says nothing.
    public static Optional<URI> of(Path data) {
        try {
            return Optional.of(URI.create(Files.readString(data.resolve(FILE)).strip()));
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
