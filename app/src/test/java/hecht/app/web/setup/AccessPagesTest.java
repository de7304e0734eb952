package hecht.app.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.security.Browser;
import hecht.app.security.Running;
import hecht.core.event.Envelope;
import hecht.core.event.Event;
import hecht.store.access.Act;
import hecht.store.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Users, tokens, audit and erasures as somebody uses them in a browser.
class AccessPagesTest {
    private static final Pattern SECRET = Pattern.compile("id=\"secret\" readonly value=\"([^\"]+)\"");

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
    void an_owner_adds_somebody_and_sees_their_link_once() {
        Browser owner = house.signedIn(Role.OWNER);
        owner.get("/setup/users");
        Browser.Answer added = owner.post("/setup/users", "name", "Gerda", "role", "steward");
        assertThat(added.body()).contains("gerda was added.");
        String link = secret(added);
        assertThat(link).startsWith(house.address() + "/link/");
        assertThat(owner.get("/setup/users").body()).doesNotContain(link).contains("not yet; has a link");

        Browser gerda = house.browser();
        gerda.get(link);
        assertThat(gerda.post(link, "password", Running.PASSWORD, "again", Running.PASSWORD)
                        .body())
                .contains("signed in as gerda");
        assertThat(gerda.get("/setup/tokens").status()).isEqualTo(200);
        assertThat(owner.post("/setup/users", "name", "GERDA", "role", "owner").body())
                .contains("There is a user gerda already.");
    }

    @Test
    void a_fresh_link_resets_a_password_and_a_new_role_holds_at_once() {
        String name = house.somebody(Role.MEMBER);
        Browser member = house.browser();
        member.signIn(name, Running.PASSWORD);
        Browser owner = house.signedIn(Role.OWNER);
        owner.get("/setup/users");
        assertThat(owner.post("/setup/users/role", "name", name, "role", "steward")
                        .body())
                .contains(name + " has another role from now on.");
        assertThat(member.get("/setup/tokens").status()).isEqualTo(200);

        String link = secret(owner.post("/setup/users/reset", "name", name));
        assertThat(member.get("/setup/tokens").status())
                .as("until the link is used nothing changes")
                .isEqualTo(200);
        Browser elsewhere = house.browser();
        elsewhere.get(link);
        elsewhere.post(link, "password", "another lamp on the stairs", "again", "another lamp on the stairs");
        assertThat(member.get("/setup/tokens").body()).as("signed out").contains("<h1>Sign in</h1>");
        assertThat(house.browser().signIn(name, Running.PASSWORD).body()).contains("That did not work.");
    }

    @Test
    void who_is_removed_is_signed_out_everywhere() {
        String name = house.somebody(Role.MEMBER);
        Browser member = house.browser();
        member.signIn(name, Running.PASSWORD);
        Browser owner = house.signedIn(Role.OWNER);
        owner.get("/setup/users");
        assertThat(owner.post("/setup/users/remove", "name", name).body())
                .contains(name + " was removed and is signed out everywhere.");
        assertThat(member.get("/keys").body()).contains("<h1>Sign in</h1>");
        assertThat(owner.post("/setup/users/remove", "name", name).status()).isEqualTo(409);
    }

    @Test
    void the_last_owner_cannot_be_removed() {
        try (Running fresh = Running.start()) {
            String name = fresh.somebody(Role.OWNER);
            Browser owner = fresh.browser();
            owner.signIn(name, Running.PASSWORD);
            owner.get("/setup/users");
            for (String path : List.of("/setup/users/remove", "/setup/users/role"))
                assertThat(owner.post(path, "name", name, "role", "viewer").body())
                        .contains(name + " is the last owner who can sign in, and stays one. Nothing was changed.");
            assertThat(fresh.audit())
                    .noneMatch(line -> line.act() == Act.USER_REMOVED || line.act() == Act.ROLE_CHANGED);
        }
    }

    @Test
    void a_token_is_shown_once_opens_its_rights_and_is_withdrawn() {
        Browser steward = house.signedIn(Role.STEWARD);
        steward.get("/setup/tokens");
        Browser.Answer made = steward.post("/setup/tokens", "name", "till", "right", "metrics", "right", "events");
        String token = secret(made);
        assertThat(steward.get("/setup/tokens").body()).doesNotContain(token).contains("<b>till</b>");
        assertThat(metrics(token)).isEqualTo(200);
        assertThat(steward.post("/setup/tokens", "name", "till", "right", "erase")
                        .body())
                .contains("There is a token till already.");
        assertThat(steward.post("/setup/tokens", "name", "idle").body())
                .contains("A token without a right opens nothing");
        assertThat(steward.post("/setup/tokens", "name", "x", "right", "everything")
                        .status())
                .isEqualTo(400);
        steward.get("/setup/tokens");
        assertThat(steward.post("/setup/tokens/withdraw", "name", "till").body())
                .contains("Token till opens nothing any more.");
        assertThat(metrics(token)).isEqualTo(401);
    }

    private static int metrics(String token) {
        Browser program = house.browser();
        return program.ask(program.request("/actuator/prometheus").header("Authorization", "Bearer " + token))
                .status();
    }

    @Test
    void the_audit_tells_the_newest_first_and_leads_on_to_older_lines() {
        for (int i = 0; i < 60; i++)
            house.store()
                    .access()
                    .audit()
                    .write(house.clock().instant(), "anna", "127.0.0.1", Act.LOOKED, "K-" + i, "page");
        Browser steward = house.signedIn(Role.STEWARD);
        String first = steward.get("/setup/audit").body();
        assertThat(first).contains("signed in</td>").contains("href=\"/relationships/K-59\"");
        Matcher next = Pattern.compile("href=\"(/setup/audit\\?before=\\d+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(first).doesNotContain(">K-5<");
        assertThat(steward.get(next.group(1)).body()).contains(">K-5<").contains("To the newest");
        assertThat(steward.get("/setup/audit?lang=nl").body()).contains("keek naar een klant");
    }

    @Test
    void an_erased_customer_leaves_a_moment_and_no_key_and_does_not_come_back() {
        Instant day = Instant.parse("2026-10-01T10:00:00Z");
        Event contact = new Event.Described(Envelope.of("crm", "1", day, "LL-9999999"));
        house.store().intake().take(List.of(contact));
        house.store().access().audit().write(house.clock().instant(), "anna", "", Act.LOOKED, "LL-9999999", "page");
        house.store().erasures().erase("LL-9999999", house.clock().instant());
        house.store().intake().take(List.of(new Event.Described(Envelope.of("crm", "2", day, "LL-9999999"))));
        assertThat(house.store().events().of("LL-9999999")).isEmpty();
        assertThat(house.audit()).noneMatch(line -> line.customer().equals(java.util.Optional.of("LL-9999999")));
        Browser steward = house.signedIn(Role.STEWARD);
        assertThat(steward.get("/setup/erasures").body())
                .contains("1 customer was erased.", "1 Nov 2026")
                .doesNotContain("LL-9999999");
        assertThat(steward.get("/setup/audit").body())
                .contains("somebody erased")
                .doesNotContain("LL-9999999");
    }

    @Test
    void only_owners_are_led_to_the_users() {
        assertThat(house.signedIn(Role.OWNER).get("/setup/tokens").body()).contains("href=\"/setup/users\"");
        assertThat(house.signedIn(Role.STEWARD).get("/setup/tokens").body()).doesNotContain("href=\"/setup/users\"");
    }

    @Test
    void what_a_form_said_is_gone_after_a_while_and_comes_before_nobody_else() {
        Browser owner = house.signedIn(Role.OWNER);
        owner.get("/setup/users");
        owner.ask(owner.requestOf("/setup/users", "name", "hanna", "role", "member"));
        assertThat(house.signedIn(Role.OWNER).get("/setup/users").body()).doesNotContain("id=\"secret\"");
        assertThat(owner.get("/setup/users").body()).contains("id=\"secret\"");
        assertThat(owner.get("/setup/users").body()).doesNotContain("id=\"secret\"");
    }

    private static String secret(Browser.Answer answer) {
        Matcher found = SECRET.matcher(answer.body());
        assertThat(found.find()).as("a secret in %s", answer.body()).isTrue();
        return found.group(1);
    }
}
