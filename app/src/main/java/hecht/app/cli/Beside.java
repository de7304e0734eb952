package hecht.app.cli;

import hecht.app.security.LocalToken;
import hecht.app.server.Address;
import hecht.files.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The server that runs on a data folder, as a command beside it speaks to it: over loopback, with the folder's own token.
final class Beside implements AutoCloseable {
    private static final String ALIVE = "/api/local/alive";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final URI address;
    private final String token;
    private final HttpClient client;
    private final Conversation with;

    private Beside(URI address, String token, Conversation with) {
        this.address = address;
        this.token = token;
        this.with = with;
        this.client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .sslContext(asItIs())
                .build();
    }

    /// The server that runs on this folder; empty where none does, or where what answers there is something else.
    static Optional<Beside> of(Path data, Conversation with) {
        Optional<URI> address = Address.of(data);
        Optional<String> token = LocalToken.of(data);
        if (address.isEmpty() || token.isEmpty()) return Optional.empty();
        Beside found = new Beside(onThisMachine(address.get()), token.get(), with);
        if (found.answers()) return Optional.of(found);
        found.close();
        return Optional.empty();
    }

    /// A server that listens at every address of the machine is asked at loopback.
    private static URI onThisMachine(URI address) {
        return URI.create(address.getScheme() + "://localhost:" + address.getPort());
    }

    private boolean answers() {
        try {
            HttpRequest alive = request(ALIVE).timeout(PATIENCE).GET().build();
            return client.send(alive, BodyHandlers.discarding()).statusCode() == NO_CONTENT;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// Asks for something.
    ///
    /// @return empty when the server has none of it
    <T> Optional<T> find(String path, Class<T> type) throws Refusal {
        try (InputStream body = sent(request(path).GET().build(), true)) {
            return body == null ? Optional.empty() : Optional.of(read(body, type));
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /// Asks for something that streams; empty when the server has none of it. Whoever reads it closes it.
    Optional<InputStream> stream(String path) throws Refusal {
        return Optional.ofNullable(sent(request(path).GET().build(), true));
    }

    /// Has something done of which there is nothing to say.
    void post(String path, Object body) throws Refusal {
        try (InputStream answer = posted(path, "application/json", json(body))) {
            answer.skipNBytes(0);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /// Has something done, and takes the answer.
    <T> T post(String path, Object body, Class<T> type) throws Refusal {
        return post(path, "application/json", json(body), type);
    }

    <T> T post(String path, String kind, BodyPublisher body, Class<T> type) throws Refusal {
        try (InputStream answer = posted(path, kind, body)) {
            return read(answer, type);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private <T> T read(InputStream body, Class<T> type) throws Refusal {
        try {
            return JSON.readValue(body, type);
        } catch (JacksonIOException e) {
            throw lost(e);
        } catch (JacksonException e) {
            throw new Refusal(Refusal.Kind.SURROUNDINGS, with.say("beside.otherwise", address), e);
        }
    }

    private InputStream posted(String path, String kind, BodyPublisher body) throws Refusal {
        HttpRequest asked =
                request(path).header("Content-Type", kind).POST(body).build();
        return Objects.requireNonNull(sent(asked, false));
    }

    private @Nullable InputStream sent(HttpRequest asked, boolean mayBeNone) throws Refusal {
        try {
            HttpResponse<InputStream> answer = client.send(asked, BodyHandlers.ofInputStream());
            if (answer.statusCode() == OK) return answer.body();
            try (InputStream body = answer.body()) {
                if (answer.statusCode() == NOT_FOUND && mayBeNone) return null;
                throw refused(answer, new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw lost(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw lost(e);
        }
    }

    /// The server says in one sentence what is wrong where it is something that a person can mend. What programs from
    /// elsewhere may ask too is answered with a problem as JSON, which tells them nothing of this machine.
    private Refusal refused(HttpResponse<?> answer, String body) {
        boolean isSentence = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/plain"))
                .isPresent();
        return switch (answer.statusCode()) {
            case 409 -> new Refusal(Refusal.Kind.USE, body); // only ever a sentence
            case 503 ->
                new Refusal(Refusal.Kind.SURROUNDINGS, isSentence ? body : with.say("beside.no-database", address));
            default ->
                new Refusal(Refusal.Kind.SURROUNDINGS, with.say("beside.refused", address, (long) answer.statusCode()));
        };
    }

    Refusal lost(Exception e) {
        return new Refusal(Refusal.Kind.SURROUNDINGS, with.say("beside.lost", address), e);
    }

    @Override
    public void close() {
        client.close();
    }

    /// A certificate is made out to the name by which others know this machine, and not to loopback. Whoever answers there
    /// is on this machine, and is given nothing but a token that this server alone knows.
    private static SSLContext asItIs() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Loopback()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    private static final class Loopback extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
