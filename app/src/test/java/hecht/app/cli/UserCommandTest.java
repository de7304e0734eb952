package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.security.Running;
import hecht.store.access.Act;
import hecht.store.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// `hecht user` beside a server that runs; what it does to the database itself is the same code without the way there.
class UserCommandTest {
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
    void who_is_added_gets_a_link_in_a_file_that_nobody_else_can_read() throws IOException {
        Ran added = hecht("user", "add", "Anna", "--role", "member");
        Path file = house.data().resolve("link-anna.txt");
        assertThat(added.code()).isZero();
        assertThat(added.out()).isEmpty();
        assertThat(added.err())
                .startsWith("anna was added as member.\n")
                .contains("The link was written to " + file)
                .doesNotContain("/link/");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String link = Files.readString(file).strip();
        assertThat(link).startsWith(house.address() + "/link/");
        assertThat(house.browser().get(link).body()).contains("You will sign in as anna.");
        assertThat(house.audited(Act.USER_ADDED, "command line")).isTrue();
        fails(2, "there is a user anna already; nothing was changed.", "user", "add", "anna", "--role", "owner");
    }

    @Test
    void on_a_terminal_the_link_is_shown_and_written_nowhere() {
        Ran added = new Ran.Setting()
                .onTerminal(80)
                .hecht(
                        "user",
                        "add",
                        "bram",
                        "--role",
                        "viewer",
                        "--data",
                        house.data().toString());
        assertThat(added.code()).isZero();
        assertThat(added.out()).startsWith(house.address() + "/link/").hasLineCount(1);
        assertThat(house.data().resolve("link-bram.txt")).doesNotExist();
    }

    @Test
    void users_are_listed_reset_and_removed() {
        hecht("user", "add", "chris", "--role", "steward");
        assertThat(hecht("user", "list").out())
                .contains("chris")
                .contains("steward")
                .contains("never");
        assertThat(hecht("user", "list", "--json").out())
                .contains("{\"name\":\"chris\",\"role\":\"steward\",\"last_sign_in\":null}");
        assertThat(hecht("user", "reset", "chris").err())
                .startsWith("chris keeps the old password until the link is used.");
        assertThat(hecht("user", "remove", "chris").err())
                .startsWith("chris was removed and is signed out everywhere.");
        fails(2, "there is no user chris; nothing was changed.", "user", "remove", "chris");
        fails(2, "there is no user chris; nothing was changed.", "user", "reset", "chris");
    }

    @Test
    void the_last_owner_stays() {
        String owner = house.somebody(Role.OWNER);
        fails(
                2,
                owner + " is the last owner who can sign in, and stays; nothing was changed.",
                "user",
                "remove",
                owner);
    }

    @Test
    void what_makes_no_sense_is_wrong_use() {
        fails(
                2,
                "\"ad\" is nothing that can be done with users; say add, list, reset or remove; did you mean add?",
                "user",
                "ad",
                "anna");
        fails(2, "--role is missing: viewer, member, steward or owner.", "user", "add", "dora");
        fails(
                2,
                "--role: expected one of viewer, member, steward, owner, found \"king\".",
                "user",
                "add",
                "dora",
                "--role",
                "king");
        fails(
                2,
                "\"d o r a\" is no name to sign in with: 1 to 60 letters, digits, dots, dashes and @.",
                "user",
                "add",
                "d o r a",
                "--role",
                "member");
        fails(2, "missing: NAME.", "user", "reset");
    }

    private static Ran hecht(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--data";
        all[args.length + 1] = house.data().toString();
        return Ran.hecht(all);
    }

    private static void fails(int code, String sentence, String... args) {
        Ran ran = hecht(args);
        assertThat(ran.err()).isEqualTo("hecht: " + sentence + "\n");
        assertThat(ran.code()).isEqualTo(code);
    }
}
