package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a command says where the server beside it is not the one it knows.
class BesideTest {
    @TempDir
    Path data;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/local/alive", asked -> {
            asked.sendResponseHeaders(204, -1);
            asked.close();
        });
        server.start();
        Ran.write(data.resolve("address"), address() + "\n");
        Ran.write(data.resolve("local.token"), "secret\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private Ran digest(int status, String type, String answer) {
        server.createContext("/api/local/digest", asked -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            asked.getResponseHeaders().set("Content-Type", type);
            asked.sendResponseHeaders(status, body.length);
            asked.getResponseBody().write(body);
            asked.close();
        });
        return Ran.hecht("digest", "--data", data.toString());
    }

    /// As a machine that lost its power may leave it.
    @Test
    void an_address_that_is_none_is_nobodys() {
        for (String half : new String[] {"", "http", "http://localhost", "no address"}) {
            Ran.write(data.resolve("address"), half);
            assertThat(hecht.app.server.Address.of(data)).as(half).isEmpty();
        }
    }

    @Test
    void a_server_of_another_version_is_to_be_started_anew() {
        Ran ran = digest(200, "application/json", "{\"digest\":\"00\"}");
        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err())
                .isEqualTo("hecht: the server at " + address() + " answers otherwise than this hecht expects: it runs"
                        + " another version; stop it, and start this one.\n");
    }

    @Test
    void what_a_person_can_mend_it_says_itself() {
        Ran ran = digest(
                503, "text/plain;charset=UTF-8", "The data folder /srv: expected room, found it full; make room.");
        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err()).isEqualTo("hecht: The data folder /srv: expected room, found it full; make room.\n");
    }

    @Test
    void what_it_tells_programs_is_not_what_it_tells_people() {
        Ran ran = digest(503, "application/problem+json", "{\"title\":\"The database does not answer\"}");
        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err())
                .isEqualTo("hecht: the server at " + address() + " cannot reach its database, or its disk is full: its"
                        + " log says which. What it acknowledged is in; mend that, and give the same command again.\n");
    }

    @Test
    void what_it_did_not_do_is_in_its_log() {
        Ran ran = digest(500, "application/problem+json", "{}");
        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err())
                .isEqualTo("hecht: the server at " + address()
                        + " did not do it (its answer was 500); look into its log.\n");
    }
}
