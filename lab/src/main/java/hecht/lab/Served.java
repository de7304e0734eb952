package hecht.lab;

import hecht.app.security.LocalToken;
import hecht.app.server.Address;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// `hecht serve` on a folder, as a process of its own that may be killed.
final class Served {
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final Path data;
    private final Path words;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private volatile Process process;
    private volatile URI address = URI.create("http://localhost"); // until it says another
    private volatile String token = "";

    private Served(Path data, Path words) throws IOException {
        this.data = data;
        this.words = words;
        this.process = begin();
    }

    /// @param words takes what it says
    static Served start(Path data, Path words) throws IOException, InterruptedException {
        Served served = new Served(data, words);
        served.awaitReady();
        return served;
    }

    /// A command of this hecht, run by the same Java.
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx768m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "hecht.app.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Starts it and waits until it is ready.
    ///
    /// @return how long that took
    Duration restart() throws IOException, InterruptedException {
        long start = System.nanoTime();
        process = begin();
        awaitReady();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Process begin() throws IOException {
        Files.deleteIfExists(data.resolve("address")); // what was killed left it behind
        return new ProcessBuilder(command("serve", "--data", "" + data, "--port", "0"))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(words.toFile()))
                .start();
    }

    private void awaitReady() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!isReady()) {
            if (!process.isAlive())
                throw new IllegalStateException(
                        "serve ended with " + process.exitValue() + ": " + Files.readString(words));
            if (System.nanoTime() - start > LONGEST_START.toNanos())
                throw new IllegalStateException("serve is not ready after " + LONGEST_START);
            Thread.sleep(50);
        }
    }

    private boolean isReady() throws InterruptedException {
        URI found = Address.of(data).orElse(null);
        String secret = LocalToken.of(data).orElse(null);
        if (found == null || secret == null) return false;
        address = found;
        token = secret;
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String lines) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(lines))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// As `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// As `kill` does: it ends as it should.
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /// The process of its database, and those that process has, which serve one connection each or write its files.
    ProcessHandle database() throws IOException {
        return ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(data.resolve("database").resolve("postmaster.pid"))
                                .getFirst()))
                .orElseThrow(() -> new IOException("the database does not run"));
    }
}
