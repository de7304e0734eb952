package hecht.lab;

import hecht.app.security.LocalToken;
import hecht.app.server.Address;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `hecht serve` on a folder, as a process of its own that may be killed. What programs ask is asked with the folder's own
/// token; pages are looked at by its owner, after [#signIn].
final class Served {
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_WORK = Duration.ofMinutes(30);
    private static final String HEAP = "-Xmx768m";
    private static final double RESTS_BELOW = .05; // of one core, over a while
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static final String OWNER = "owner";
    private static final String PASSWORD = "as long as it takes";
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final Path data;
    private final Path words;
    private final List<String> launch;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final HttpClient owner =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private volatile Process process;
    private volatile URI address = URI.create("http://localhost"); // until it says another
    private volatile String token = "";

    private Served(Path data, Path words, List<String> launch) throws IOException {
        this.data = data;
        this.words = words;
        this.launch = launch;
        this.process = begin();
    }

    /// @param words takes what it says
    static Served start(Path data, Path words) throws IOException, InterruptedException {
        return start(data, words, command());
    }

    /// @param launch what begins its command line
    static Served start(Path data, Path words, List<String> launch) throws IOException, InterruptedException {
        Served served = new Served(data, words, launch);
        served.awaitReady();
        return served;
    }

    /// A command of this hecht, run by the same Java.
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                HEAP,
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
        List<String> command = new ArrayList<>(launch);
        command.addAll(List.of("serve", "--data", "" + data, "--port", "0"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HECHT_JAVA_OPTIONS", HEAP);
        return builder.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
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

    // ---- pages

    /// Signs its owner in; the first time by the link that a new house writes down.
    void signIn() throws IOException, InterruptedException {
        Path link = data.resolve("link-" + OWNER + ".txt");
        if (Files.exists(link)) {
            URI address = URI.create(Files.readString(link).strip());
            submit(address, Map.of("name", OWNER, "password", PASSWORD, "again", PASSWORD));
            Files.delete(link);
        } else submit(address.resolve("/sign-in"), Map.of("name", OWNER, "password", PASSWORD));
        if (page("/pulse").statusCode() != 200) throw new IllegalStateException("nobody was let in");
    }

    private void submit(URI form, Map<String, String> fields) throws IOException, InterruptedException {
        HttpRequest shown = HttpRequest.newBuilder(form).build();
        Matcher token = FORM_TOKEN.matcher(
                owner.send(shown, HttpResponse.BodyHandlers.ofString()).body());
        if (!token.find()) throw new IllegalStateException("no form at " + form.getPath());
        StringBuilder body = new StringBuilder("form=").append(encoded(token.group(1)));
        fields.forEach(
                (name, value) -> body.append('&').append(name).append('=').append(encoded(value)));
        HttpRequest sent = HttpRequest.newBuilder(form)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("" + body))
                .build();
        owner.send(sent, HttpResponse.BodyHandlers.discarding());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// A page, as its owner gets it.
    HttpResponse<String> page(String path) throws IOException, InterruptedException {
        HttpRequest asked = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .build();
        return owner.send(asked, HttpResponse.BodyHandlers.ofString());
    }

    // ---- what it does with the machine

    /// Waits until it has nothing to do any more, as its use of the processor tells.
    ///
    /// @return how long that took, without the while by which it is told
    Duration awaitRest() throws InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < LONGEST_WORK.toNanos()) {
            Duration before = cpu();
            Thread.sleep(A_WHILE);
            double used = (double) cpu().minus(before).toNanos() / A_WHILE.toNanos();
            if (used < RESTS_BELOW)
                return Duration.ofNanos(System.nanoTime() - start).minus(A_WHILE);
        }
        throw new IllegalStateException("it still works after " + LONGEST_WORK);
    }

    /// Of the server and its database together.
    private Duration cpu() {
        Duration all = cpu(process.toHandle());
        try {
            for (ProcessHandle each : database().children().toList()) all = all.plus(cpu(each));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static Duration cpu(ProcessHandle of) {
        return of.info().totalCpuDuration().orElse(Duration.ZERO); // it ended meanwhile
    }

    /// The process of the server.
    ProcessHandle handle() {
        return process.toHandle();
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
