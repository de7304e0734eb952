package hecht.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.security.Running;
import hecht.core.event.Event;
import hecht.store.access.Act;
import hecht.store.access.Right;
import hecht.store.setup.Imports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventsApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static Running house;
    private static String token;

    @BeforeAll
    static void open() {
        house = Running.start();
        token = house.token(Right.EVENTS);
    }

    @AfterAll
    static void close() {
        house.close();
        CLIENT.close();
    }

    private record Said(int status, JsonNode body) {
        List<String> answers() {
            List<String> answers = new ArrayList<>();
            for (JsonNode each : body.get("answers"))
                answers.add(each.get("answer").stringValue());
            return answers;
        }
    }

    private static Said send(String method, String path, String bearer, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(house.address().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + bearer);
        if (headers.length > 0) request.headers(headers);
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String text = answer.body();
            return new Said(answer.statusCode(), JSON.readTree(text.isBlank() ? "{}" : text));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Said post(String body) {
        return send(
                "POST",
                "/api/v1/events",
                token,
                body.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-ndjson");
    }

    private static String contact(String id, String customer) {
        return "{\"source\":\"crm\",\"id\":\"%s\",\"time\":\"2026-10-01T10:00:00Z\",\"customer\":\"%s\",\"type\":\"contact\",\"direction\":\"in\"}"
                .formatted(id, customer);
    }

    @Test
    void every_line_has_its_answer() {
        Said said = post(
                contact("1", "anna") + "\n\n" + contact("1", "anna") + "\n" + contact("1", "bram") + "\nno JSON\n"
                        + contact("2", "anna").replace("\"in\"", "\"sideways\"") + "\n"
                        + "{\"source\":\"crm\",\"id\":\"3\",\"time\":\"2026-10-01\",\"customer\":\"anna\",\"type\":\"life_event\",\"kind\":\"ill\"}");
        assertThat(said.status()).isEqualTo(200);
        assertThat(said.answers())
                .containsExactly("accepted", "repeated", "conflicting", "rejected", "rejected", "not_switched_on");
        assertThat(said.body().get("answers").get(4).get("line").intValue()).isEqualTo(6);
        assertThat(said.body()
                        .get("answers")
                        .get(4)
                        .get("problems")
                        .get(0)
                        .get("field")
                        .stringValue())
                .isEqualTo("direction");
        JsonNode counts = said.body().get("counts");
        assertThat(counts.get("events").intValue()).isEqualTo(6);
        assertThat(counts.get("rejected").intValue()).isEqualTo(2);
        assertThat(counts.get("not_switched_on").intValue()).isEqualTo(1);
        assertThat(house.store().events().of("anna")).hasSize(1);
    }

    @Test
    void a_list_is_stored_whole_or_not_at_all_when_it_is_no_JSON() {
        assertThat(post("[" + contact("l1", "lies") + ", 7, " + contact("l2", "lies") + "]")
                        .answers())
                .containsExactly("accepted", "rejected", "accepted");
        Said broken = post("[" + contact("l3", "lies") + ", {\"source\": ");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.body().get("error").stringValue())
                .isEqualTo("The body, event 2: expected a list of JSON objects, each name once, found something else;"
                        + " nothing was stored.");
        assertThat(house.store().events().of("lies")).hasSize(2);
        assertThat(post("").status()).isEqualTo(400);
    }

    @Test
    void CloudEvents_are_events_too() {
        Said said = post(
                "{\"specversion\":\"1.0\",\"id\":\"c1\",\"source\":\"https://Shop.example/orders\",\"type\":\"nl.example.ordered\",\"time\":\"2026-10-02T10:00:00+02:00\",\"subject\":\"wout\",\"datacontenttype\":\"application/json\",\"data\":{\"amount\":12.5,\"attributes\":{\"language\":\"nl\"}}}");
        assertThat(said.answers()).containsExactly("accepted");
        assertThat(house.store().events().of("wout")).singleElement().satisfies(event -> {
            assertThat(event)
                    .isInstanceOfSatisfying(
                            Event.Ordered.class,
                            order -> assertThat(order.amount()).isEqualTo(12.5));
            assertThat(event.envelope().source()).isEqualTo("shop.example-orders");
            assertThat(event.time()).isEqualTo("2026-10-02T08:00:00Z");
            assertThat(event.envelope().attributes()).containsEntry("language", "nl");
        });
    }

    @Test
    void names_that_mean_nothing_here_are_named() {
        Said said = post(
                "{\"source\":\"crm\",\"id\":\"n1\",\"time\":\"2026-10-01T10:00:00Z\",\"customer\":\"nora\",\"type\":\"described\",\"subject\":\"x\",\"data\":{\"a\":1}}");
        assertThat(said.answers()).containsExactly("rejected");
        List<String> fields = new ArrayList<>();
        for (JsonNode each : said.body().get("answers").get(0).get("problems"))
            fields.add(each.get("field").stringValue());
        assertThat(fields).containsExactlyInAnyOrder("subject", "data");
    }

    @Test
    void a_packed_body_is_unpacked_and_one_that_is_too_large_is_not() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(contact("gz", "gerda").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(send("POST", "/api/v1/events", token, packed.toByteArray(), "Content-Encoding", "gzip")
                        .answers())
                .containsExactly("accepted");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 17; i++) out.write(new byte[1 << 20]);
        }
        assertThat(send("POST", "/api/v1/events", token, bomb.toByteArray(), "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(413);
        assertThat(send("POST", "/api/v1/events", token, new byte[8], "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void reserved_sources_are_refused() {
        assertThat(post(contact("r1", "rik").replace("crm", "lichtland.crm")).answers())
                .containsExactly("rejected");
        assertThat(post(contact("r1", "rik").replace("crm", "hecht.notes")).answers())
                .containsExactly("rejected");
        assertThat(house.store().events().of("rik")).isEmpty();
    }

    @Test
    void a_command_beside_the_server_may_bring_in_the_made_up_supplier_and_write_no_notes() throws IOException {
        String local = Files.readString(house.data().resolve("local.token")).strip();
        String made = contact("m1", "mia").replace("crm", "lichtland.crm");
        String noted = contact("m1", "mia").replace("crm", "hecht.notes");
        assertThat(send("POST", "/api/v1/events", local, (made + "\n" + noted).getBytes(StandardCharsets.UTF_8))
                        .answers())
                .containsExactly("accepted", "rejected");
        assertThat(house.store().events().of("mia")).hasSize(1);
    }

    @Test
    void an_erased_customer_that_comes_again_is_kept_out_and_that_is_in_the_audit() {
        post(contact("e1", "éva"));
        String eraser = house.token(Right.ERASE);
        assertThat(send("DELETE", "/api/v1/relationships/~w6l2YQ", token, new byte[0])
                        .status())
                .as("without the right")
                .isEqualTo(403);
        assertThat(send("DELETE", "/api/v1/relationships/~w6l2YQ", eraser, new byte[0])
                        .status())
                .isEqualTo(204);
        assertThat(house.store().events().of("éva")).isEmpty();
        assertThat(post(contact("e1", "éva")).answers()).containsExactly("erased");
        assertThat(house.store().erasures().latest(1))
                .singleElement()
                .satisfies(each -> assertThat(each.keys()).isEqualTo(1));
        assertThat(house.audit())
                .extracting(line -> line.act())
                .contains(Act.ERASED, Act.ERASED_KEPT_OUT, Act.RIGHT_REFUSED);
        assertThat(house.audit()).noneMatch(line -> (line.detail() + line.customer()).contains("éva"));
    }

    @Test
    void a_command_beside_the_server_runs_an_import_and_everybody_with_the_right_sees_it() throws IOException {
        String local = Files.readString(house.data().resolve("local.token")).strip();
        byte[] beginning = "{\"file\":\"contacts.csv\",\"mapping\":null}".getBytes(StandardCharsets.UTF_8);
        assertThat(send("POST", "/api/v1/imports", token, beginning, "Content-Type", "application/json")
                        .status())
                .as("a token of a program")
                .isEqualTo(403);
        Said begun = send("POST", "/api/v1/imports", local, beginning, "Content-Type", "application/json");
        assertThat(begun.status()).isEqualTo(200);
        long number = begun.body().get("number").longValue();
        String aside =
                "{\"conflicts\":false,\"rows\":[{\"file\":\"contacts.csv\",\"place\":3,\"source\":\"crm\",\"id\":\"q\",\"customer\":\"quinta\","
                        + "\"problems\":[{\"field\":\"time\",\"expected\":\"a moment\",\"found\":\"x\",\"remedy\":\"\"}],\"line\":false,\"text\":\"{}\"}]}";
        assertThat(send(
                                "POST",
                                "/api/v1/imports/" + number + "/quarantine",
                                local,
                                aside.getBytes(StandardCharsets.UTF_8),
                                "Content-Type",
                                "application/json")
                        .status())
                .isEqualTo(200);
        String state =
                "{\"bytes_read\":10,\"bytes\":10,\"rows\":2,\"rows_without_event\":0,\"accepted\":1,\"repeated\":0,\"conflicting\":0,\"rejected\":1,\"erased\":0,"
                        + "\"not_switched_on\":0,\"without_employee\":0,\"reasons\":[{\"field\":\"time\",\"times\":1,\"example\":\"row 3\",\"customer\":null}],\"failure\":null}";
        for (String step : List.of("progress", "end"))
            assertThat(send(
                                    "POST",
                                    "/api/v1/imports/" + number + "/" + step,
                                    local,
                                    state.getBytes(StandardCharsets.UTF_8),
                                    "Content-Type",
                                    "application/json")
                            .status())
                    .isEqualTo(200);
        Said shown = send("GET", "/api/v1/imports/" + number, token, new byte[0]);
        assertThat(shown.body().get("state").stringValue()).isEqualTo("done");
        assertThat(shown.body().get("events_read").intValue()).isEqualTo(2);
        assertThat(send("GET", "/api/v1/imports", token, new byte[0])
                        .body()
                        .get("imports")
                        .size())
                .isPositive();
        assertThat(house.store().imports().find(number))
                .get()
                .extracting(Imports.Import::state)
                .isEqualTo(Imports.State.DONE);
        assertThat(house.store().quarantine().size()).isEqualTo(1);
    }
}
