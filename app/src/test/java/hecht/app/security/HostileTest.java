package hecht.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.store.access.AccountName;
import hecht.store.access.Act;
import hecht.store.access.Audit;
import hecht.store.access.Right;
import hecht.store.access.Role;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What somebody hostile tries: refused or harmless, and in the audit.
class HostileTest {
    private static Running house;

    @BeforeAll
    static void open() {
        house = Running.start();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void ten_wrong_passwords_open_nothing_and_make_who_tries_wait() {
        String name = house.somebody(Role.OWNER);
        Browser browser = house.browser();
        for (int i = 0; i < 10; i++)
            assertThat(browser.signIn(name, "guess " + i).body()).contains("That did not work.");
        assertThat(browser.signIn(name, Running.PASSWORD).body())
                .as("the right one, while waiting")
                .contains("That did not work.");
        assertThat(browser.get("/setup").body()).contains("<h1>Sign in</h1>");
        assertThat(house.audit())
                .filteredOn(
                        line -> line.act() == Act.SIGN_IN_REFUSED && line.who().equals(name))
                .singleElement()
                .extracting(Audit.Line::times)
                .isEqualTo(11);
    }

    @Test
    void what_was_typed_as_a_name_is_written_down_nowhere() {
        house.browser().signIn("my secret password", "anna");
        assertThat(house.audit()).noneMatch(line -> (line.who() + line.detail()).contains("secret"));
    }

    @Test
    void a_link_used_twice_is_refused_the_second_time() {
        AccountName chris = new AccountName("chris");
        house.store().access().accounts().add(chris, Role.MEMBER, house.clock().instant());
        String link = "/link/"
                + house.store()
                        .access()
                        .links()
                        .make(chris, house.clock().instant())
                        .text();
        Browser first = house.browser();
        first.get(link);
        assertThat(first.post(link, "password", Running.PASSWORD, "again", Running.PASSWORD)
                        .body())
                .contains("signed in as chris");
        Browser second = house.browser();
        Browser.Answer dead = second.get(link);
        assertThat(dead.status()).isEqualTo(410);
        assertThat(dead.body()).contains("This link does not work").contains("Nothing was changed.");
        second.get("/sign-in");
        assertThat(second.post(link, "password", "another password", "again", "another password")
                        .status())
                .isEqualTo(410);
        assertThat(house.browser().signIn("chris", Running.PASSWORD).body()).contains("signed in as chris");
        assertThat(house.audited(Act.LINK_REFUSED, "chris")).isTrue();
    }

    @Test
    void a_session_is_worth_nothing_after_signing_out() {
        Browser member = house.signedIn(Role.MEMBER);
        Map<String, String> before = member.cookies();
        String session = before.keySet().stream()
                .filter(each -> each.contains("session"))
                .findFirst()
                .orElseThrow();
        member.get("/keys");
        assertThat(member.post("/sign-out").body()).contains("<h1>Sign in</h1>");
        Browser thief = house.browser();
        thief.setCookie(session, before.getOrDefault(session, ""));
        assertThat(thief.get("/keys").body()).contains("<h1>Sign in</h1>");
        assertThat(house.audit()).anyMatch(line -> line.act() == Act.SIGNED_OUT);
    }

    @Test
    void a_viewer_sees_no_people() {
        String name = house.somebody(Role.VIEWER);
        Browser viewer = house.browser();
        viewer.signIn(name, Running.PASSWORD);
        for (String path : List.of(
                "/relationships/LL-0048213",
                "/relationships/~w6k",
                "/relationships/LL-0048213/events/crm/1",
                "/relationships.csv",
                "/relationships?q=Anna",
                "/relationships?min=56&max=57&region=Drenthe",
                "/relationships?view=falling",
                "/relationships?%71=Anna",
                "/setup",
                "/setup/users",
                "/setup/audit")) {
            Browser.Answer answer = viewer.get(path);
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.body())
                    .contains("That is not yours to see or do", "Nothing was changed.", "Number to quote: ")
                    .doesNotContain("LL-0048213</");
        }
        assertThat(house.audited(Act.ROLE_REFUSED, name)).isTrue();
        assertThat(house.audit()).noneMatch(line -> line.detail().contains("LL-0048213"));
    }

    @Test
    void roles_reach_as_far_as_they_reach() {
        Browser member = house.signedIn(Role.MEMBER);
        assertThat(member.get("/setup/tokens").status()).isEqualTo(403);
        Browser steward = house.signedIn(Role.STEWARD);
        assertThat(steward.get("/setup/tokens").status()).isEqualTo(200);
        assertThat(steward.get("/setup/users").status()).isEqualTo(403);
        steward.get("/setup/tokens");
        assertThat(steward.post("/setup/users", "name", "mallory", "role", "owner")
                        .status())
                .isEqualTo(403);
        assertThat(house.store().access().accounts().find(new AccountName("mallory")))
                .isEmpty();
        assertThat(house.signedIn(Role.OWNER).get("/setup/users").status()).isEqualTo(200);
    }

    @Test
    void a_token_opens_only_what_it_has_a_right_to() {
        Browser program = house.browser();
        String figures = house.token(Right.FIGURES);
        for (String path : List.of(
                "/api/v1/relationships",
                "/api/v1/relationships/LL-1",
                "/api/v1/imports",
                "/api/local/users",
                "/actuator/prometheus",
                "/actuator/env"))
            assertThat(program.ask(program.request(path).header("Authorization", "Bearer " + figures))
                            .status())
                    .as(path)
                    .isEqualTo(403);
        assertThat(program.ask(program.request("/api/v1/relationships/LL-1")
                                .DELETE()
                                .header("Authorization", "Bearer " + house.token(Right.PEOPLE)))
                        .status())
                .isEqualTo(403);
        assertThat(program.ask(program.request("/actuator/prometheus")
                                .header("Authorization", "Bearer " + house.token(Right.METRICS)))
                        .status())
                .isEqualTo(200);
        assertThat(house.audit())
                .anyMatch(line -> line.act() == Act.RIGHT_REFUSED && line.who().startsWith("token "));
    }

    @Test
    void an_unknown_token_and_a_session_open_no_api() {
        Browser program = house.browser();
        Browser.Answer unknown =
                program.ask(program.request("/api/v1/pulse").header("Authorization", "Bearer nonsense"));
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");
        assertThat(unknown.body()).contains("\"status\":401").contains("\"number\":");
        Browser owner = house.signedIn(Role.OWNER);
        assertThat(owner.ask(owner.request("/api/v1/pulse")).status()).isEqualTo(401);
        assertThat(house.audited(Act.TOKEN_REFUSED, "")).isTrue();
        assertThat(program.ask(program.request("/actuator/health")).status()).isEqualTo(200);
    }

    @Test
    void a_form_without_its_token_is_refused() {
        Browser steward = house.signedIn(Role.STEWARD);
        steward.get("/setup/tokens");
        for (String token : List.of("", "nonsense", house.signedIn(Role.STEWARD).token())) {
            Browser.Answer answer =
                    steward.ask(steward.form("/setup/tokens", "form", token, "name", "stolen", "right", "people"));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).contains("That form was too old", "Nothing was changed.");
        }
        assertThat(house.store().access().tokens().all())
                .noneMatch(each -> each.name().equals("stolen"));
        assertThat(house.audit()).anyMatch(line -> line.act() == Act.FORM_REFUSED);
    }

    @Test
    void a_foreign_origin_is_refused() {
        Browser steward = house.signedIn(Role.STEWARD);
        for (Map.Entry<String, String> each : List.of(
                Map.entry("Origin", "https://evil.example"),
                Map.entry("Origin", "http://localhost:1"),
                Map.entry("Origin", "null"),
                Map.entry("Sec-Fetch-Site", "cross-site"),
                Map.entry("Sec-Fetch-Site", "same-site"))) {
            steward.get("/setup/tokens");
            HttpRequest.Builder form =
                    steward.form("/setup/tokens", "form", steward.token(), "name", "stolen", "right", "people");
            Browser.Answer answer = steward.ask(form.header(each.getKey(), each.getValue()));
            assertThat(answer.status()).as("%s", each).isEqualTo(403);
            assertThat(answer.body()).contains("That came from another site");
        }
        assertThat(steward.ask(steward.request("/setup/tokens").header("Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
        assertThat(house.store().access().tokens().all())
                .noneMatch(each -> each.name().equals("stolen"));
        assertThat(house.audit()).anyMatch(line -> line.act() == Act.ORIGIN_REFUSED);
    }

    @Test
    void a_foreign_host_is_refused_and_a_named_one_is_not() throws IOException {
        for (Map.Entry<String, String> each : Map.of(
                        "evil.example",
                        "400",
                        "evil.example:" + house.address().getPort(),
                        "400",
                        "127.0.0.1.evil.example",
                        "400",
                        "hecht.example",
                        "200",
                        "LOCALHOST:80",
                        "200",
                        "127.0.0.1:" + house.address().getPort(),
                        "200")
                .entrySet())
            try (Wire wire = new Wire(house.address())) {
                wire.say("GET /sign-in HTTP/1.1", "Host: " + each.getKey(), "Connection: close");
                assertThat(wire.status()).as(each.getKey()).startsWith("HTTP/1.1 " + each.getValue());
            }
        assertThat(house.audit()).anyMatch(line -> line.act() == Act.HOST_REFUSED);
    }

    @Test
    void an_upload_of_two_gigabytes_is_refused_before_it_is_read() throws IOException {
        Browser steward = house.signedIn(Role.STEWARD);
        for (boolean signedIn : List.of(true, false))
            try (Wire wire = new Wire(house.address())) {
                String cookies = String.join(
                        "; ",
                        steward.cookies().entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .toList());
                wire.say(
                        "POST /setup/imports HTTP/1.1",
                        "Host: localhost",
                        "Cookie: " + (signedIn ? cookies : "none=none"),
                        "Content-Type: multipart/form-data; boundary=x",
                        "Content-Length: " + (2L << 30));
                wire.pour(256L << 20);
                assertThat(wire.sent()).as("bytes taken").isLessThan(64L << 20);
            }
        assertThat(house.audit()).anyMatch(line -> line.act() == Act.UPLOAD_REFUSED);
    }

    @Test
    void script_in_a_text_field_stays_text() {
        String script = "<script>alert('x')</script>";
        Browser owner = house.signedIn(Role.OWNER);
        owner.get("/setup/tokens");
        Browser.Answer made = owner.post("/setup/tokens", "name", script, "right", "figures");
        assertThat(made.body())
                .contains("&lt;script&gt;alert('x')&lt;/script&gt;")
                .doesNotContain(script);
        owner.get("/setup/users");
        assertThat(owner.post("/setup/users", "name", script, "role", "member").body())
                .contains("A name is 1 to 60 letters")
                .doesNotContain(script);
        assertThat(owner.get("/setup/audit").body()).contains("&lt;script&gt;").doesNotContain(script);
        for (String path : List.of(
                "/sign-in?to=" + "%3Cscript%3Ealert(1)%3C/script%3E",
                "/" + "%3Cscript%3E", "/sign-in?lang=%3Cscript%3E"))
            assertThat(owner.get(path).body()).as(path).doesNotContain("<script>");
        owner.get("/setup/tokens");
        owner.post("/setup/tokens/withdraw", "name", script);
    }

    @Test
    void every_page_carries_the_headers_of_the_policy() {
        for (Browser.Answer answer : List.of(
                house.browser().get("/sign-in"),
                house.signedIn(Role.OWNER).get("/setup/users"),
                house.signedIn(Role.OWNER).get("/nowhere"),
                house.browser().get("/link/nonsense"))) {
            assertThat(answer.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                            + " img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Server")).isEmpty();
        }
    }

    @Test
    void what_goes_wrong_never_shows_its_inside() {
        Browser owner = house.signedIn(Role.OWNER);
        for (String path :
                List.of("/relationships/%00", "/relationships/..%2f..%2fetc")) { // the web server's own refusal
            Browser.Answer answer = owner.get(path);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).doesNotContain("Exception", "org.", "Tomcat/");
        }
        for (Map.Entry<String, Integer> each : Map.of(
                        "/nowhere", 404,
                        "/setup/audit?before=abc", 400,
                        "/relationships//x", 400,
                        "/relationships/x;y", 400)
                .entrySet()) {
            Browser.Answer answer = owner.get(each.getKey());
            assertThat(answer.status()).as(each.getKey()).isEqualTo(each.getValue());
            assertThat(answer.body())
                    .as(each.getKey())
                    .contains("Nothing was changed.", "Number to quote: ")
                    .doesNotContain("Exception", "org.springframework", "at hecht.");
        }
        owner.get("/setup/users");
        assertThat(owner.post("/setup/users/role", "name", "nobody", "role", "owner")
                        .status())
                .isEqualTo(409);
        assertThat(owner.post("/setup/users/role", "name", "nobody", "role", "king")
                        .status())
                .isEqualTo(400);
        assertThat(owner.ask(owner.request("/sign-in").DELETE()).status()).isIn(403, 405);
    }
}
