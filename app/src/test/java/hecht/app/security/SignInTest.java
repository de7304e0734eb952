package hecht.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.store.access.AccountName;
import hecht.store.access.Act;
import hecht.store.access.Audit;
import hecht.store.access.Role;
import hecht.store.access.Sessions;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInTest {
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
    void the_first_owner_comes_in_by_a_link_and_never_by_another() {
        try (Running fresh = Running.start()) {
            String link = fresh.part(FirstOwner.class).link().orElseThrow();
            Browser owner = fresh.browser();
            assertThat(owner.get(link).body()).contains("You will sign in as owner.");
            Browser.Answer home = owner.post(link, "password", Running.PASSWORD, "again", Running.PASSWORD);
            assertThat(home.body()).contains("signed in as owner").contains("href=\"/setup\"");
            assertThat(fresh.part(FirstOwner.class).link()).isEmpty();
            assertThat(fresh.audit())
                    .extracting(Audit.Line::act)
                    .contains(Act.USER_ADDED, Act.LINK_MADE, Act.LINK_USED, Act.SIGNED_IN);
        }
    }

    @Test
    void who_is_not_signed_in_is_asked_to_and_comes_where_they_wanted() {
        String name = house.somebody(Role.STEWARD);
        Browser browser = house.browser();
        Browser.Answer asked = browser.get("/setup/tokens?lang=en");
        assertThat(asked.body()).contains("<h1>Sign in</h1>").contains("value=\"/setup/tokens?lang=en\"");
        Browser.Answer there =
                browser.post("/sign-in", "name", name, "password", Running.PASSWORD, "to", "/setup/tokens?lang=en");
        assertThat(there.body()).contains("signed in as " + name).contains("A new token");
    }

    @Test
    void nobody_is_led_to_another_site() {
        for (String to : List.of(
                "https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)", "/a\r\nX: y")) {
            String name = house.somebody(Role.MEMBER);
            Browser browser = house.browser();
            browser.get("/sign-in");
            Browser.Answer onward = browser.ask(browser.form(
                    "/sign-in", "form", browser.token(), "name", name, "password", Running.PASSWORD, "to", to));
            assertThat(onward.status()).isEqualTo(302);
            assertThat(onward.header("Location")).as(to).isIn("/", house.address() + "/");
        }
    }

    @Test
    void every_failure_says_the_same_after_the_same_time() {
        String name = house.somebody(Role.MEMBER);
        List<String> bodies = new ArrayList<>();
        List<Long> millis = new ArrayList<>();
        for (String[] each : List.of(
                new String[] {name, "wrong"},
                new String[] {"nobody", Running.PASSWORD},
                new String[] {"<script>alert(1)</script>", "x"},
                new String[] {"", ""})) {
            Browser browser = house.browser();
            browser.get("/sign-in");
            long start = System.nanoTime();
            Browser.Answer answer = browser.post("/sign-in", "name", each[0], "password", each[1]);
            millis.add((System.nanoTime() - start) / 1_000_000);
            bodies.add(answer.body().replaceAll("value=\"[^\"]*\"", ""));
            assertThat(browser.get("/setup").body()).contains("<h1>Sign in</h1>");
        }
        assertThat(bodies).allMatch(body -> body.equals(bodies.getFirst()) && body.contains("That did not work."));
        assertThat(millis).allMatch(each -> each >= 700);
    }

    @Test
    void a_session_ends_by_itself_and_survives_what_is_shorter() {
        Browser member = house.signedIn(Role.MEMBER);
        house.clock().forward(Sessions.IDLE.minusMinutes(1));
        assertThat(member.get("/keys").body()).contains("signed in as");
        house.clock().forward(Sessions.IDLE.plusMinutes(1));
        assertThat(member.get("/keys").body()).contains("<h1>Sign in</h1>");
    }

    @Test
    void a_session_lies_in_the_database_as_a_digest_and_its_cookie_can_be_read_by_no_script() {
        String name = house.somebody(Role.MEMBER);
        Browser browser = house.browser();
        browser.get("/sign-in");
        Browser.Answer answer = browser.ask(
                browser.form("/sign-in", "form", browser.token(), "name", name, "password", Running.PASSWORD));
        String session = answer.headers("Set-Cookie").stream()
                .filter(each -> each.contains("session"))
                .findFirst()
                .orElseThrow();
        assertThat(session)
                .startsWith("hecht-session-" + house.address().getPort() + "=")
                .contains("; Path=/")
                .contains("; HttpOnly")
                .contains("; SameSite=Lax")
                .doesNotContain("Domain")
                .doesNotContain("Secure");
        assertThat(browser.cookies().keySet()).noneMatch(each -> each.contains("JSESSIONID"));
    }

    @Test
    void signing_in_takes_no_session_that_somebody_else_prepared() {
        Browser browser = house.browser();
        String planted = "A".repeat(43);
        browser.setCookie("hecht-session-" + house.address().getPort(), planted);
        browser.signIn(house.somebody(Role.MEMBER), Running.PASSWORD);
        assertThat(browser.cookies().get("hecht-session-" + house.address().getPort()))
                .isNotEqualTo(planted);
    }

    @Test
    void a_password_is_chosen_with_care_and_the_link_waits_for_it() {
        AccountName bram = new AccountName("bram");
        house.store().access().accounts().add(bram, Role.MEMBER, house.clock().instant());
        String link = "/link/"
                + house.store()
                        .access()
                        .links()
                        .make(bram, house.clock().instant())
                        .text();
        Browser browser = house.browser();
        browser.get(link);
        assertThat(browser.post(link, "password", "short", "again", "short").body())
                .contains("That was too short. Nothing was changed.");
        assertThat(browser.post(link, "password", Running.PASSWORD, "again", Running.PASSWORD + "!")
                        .body())
                .contains("The two were not the same. Nothing was changed.");
        assertThat(browser.post(link, "password", "brambrambram", "again", "brambrambram")
                        .body())
                .contains("too easy to guess");
        assertThat(browser.post(link, "password", Running.PASSWORD, "again", Running.PASSWORD)
                        .body())
                .contains("signed in as bram");
    }

    @Test
    void the_sign_in_page_speaks_Dutch_to_who_reads_Dutch() {
        assertThat(house.browser().get("/sign-in?lang=nl").body())
                .contains("<html lang=\"nl\">", "<h1>Aanmelden</h1>", "Wachtwoord")
                .doesNotContain("Password");
    }

    @Test
    void the_local_token_can_be_read_by_its_owner_alone_and_opens_what_is_local() throws IOException {
        Path file = house.data().resolve("local.token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String token = LocalToken.of(house.data()).orElseThrow();
        Browser program = house.browser();
        Browser.Answer users =
                program.ask(program.request("/api/local/users").header("Authorization", "Bearer " + token));
        assertThat(users.status()).isEqualTo(200);
        Browser.Answer mediated = program.ask(program.request("/api/local/users")
                .header("Authorization", "Bearer " + token)
                .header("X-Forwarded-For", "203.0.113.7"));
        assertThat(mediated.status()).isEqualTo(401);
        Browser.Answer added = program.ask(program.request("/api/local/users/add")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Dora\",\"role\":\"viewer\"}")));
        assertThat(added.body()).contains("\"became\":\"DONE\"").contains("/link/");
        assertThat(house.audited(Act.USER_ADDED, "command line")).isTrue();
    }

    @Test
    void waiting_is_over_after_a_while_and_was_never_a_lock() {
        String name = house.somebody(Role.MEMBER);
        Browser browser = house.browser();
        for (int i = 0; i < 6; i++) browser.signIn(name, "wrong");
        assertThat(browser.signIn(name, Running.PASSWORD).body()).contains("That did not work.");
        house.clock().forward(Duration.ofMinutes(15));
        assertThat(browser.signIn(name, Running.PASSWORD).body()).contains("signed in as " + name);
    }
}
