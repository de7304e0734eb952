package hecht.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.store.Where;
import hecht.store.postgres.Embedded;
import hecht.store.postgres.Login;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseHealthTest {
    @TempDir
    Path folder;

    @Test
    void a_server_is_ready_while_its_database_answers() throws Exception {
        Path data = folder.resolve("data");
        try (Embedded database = Embedded.start(data, Path.of("../store/target/test-postgres"));
                Server server = Server.start(on(database.login()), Clock.systemUTC());
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(readiness(client, server)).isEqualTo(200);

            long process = Long.parseLong(
                    Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst());
            ProcessHandle.of(process).orElseThrow().destroyForcibly();
            Instant end = Instant.now().plus(Duration.ofSeconds(60));
            Thread.sleep(500); // killed and not yet started again, it may answer for the last time
            while (readiness(client, server) != 200) assertThat(Instant.now()).isBefore(end);
            assertThat(server.store().events().totals().events()).isZero();

            database.close();
            assertThat(readiness(client, server)).isEqualTo(503);
            assertThat(liveness(client, server)).isEqualTo(200);
        }
    }

    private Settings on(Login login) {
        return Settings.onLoopback(
                folder.resolve("server"), new Where.Own(login.url(), login.user(), login.password()), 0);
    }

    private static int readiness(HttpClient client, Server server) throws Exception {
        return status(client, server, "/actuator/health/readiness");
    }

    private static int liveness(HttpClient client, Server server) throws Exception {
        return status(client, server, "/actuator/health/liveness");
    }

    private static int status(HttpClient client, Server server, String path) throws Exception {
        URI address = server.address().resolve(path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
