package hecht.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void a_password_opens_its_own_hash_alone_and_no_two_hashes_are_alike() {
        String hash = passwords.hash("a lamp on the stairs");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("a lamp on the stairs", hash)).isTrue();
        assertThat(passwords.matches("a lamp on the Stairs", hash)).isFalse();
        assertThat(passwords.hash("a lamp on the stairs")).isNotEqualTo(hash);
    }

    @Test
    void nobody_without_a_password_can_be_matched() {
        assertThat(passwords.matches("a password that nobody has", null)).isFalse();
    }

    @Test
    void a_password_is_long_and_no_echo_of_the_name() {
        assertThat(Passwords.flaw("a lamp on the stairs", "anna")).isEmpty();
        assertThat(Passwords.flaw("😀😁😂🤣😃😄😅😆😉😊😋😎", "anna")).isEmpty();
        assertThat(Passwords.flaw("eleven char", "anna")).contains(Passwords.Flaw.TOO_SHORT);
        assertThat(Passwords.flaw("x".repeat(201), "anna")).contains(Passwords.Flaw.TOO_LONG);
        assertThat(Passwords.flaw("aaaaaaaaaaaa", "anna")).contains(Passwords.Flaw.TOO_PLAIN);
        assertThat(Passwords.flaw("AnnaAnna-hecht", "anna")).contains(Passwords.Flaw.TOO_PLAIN);
    }
}
