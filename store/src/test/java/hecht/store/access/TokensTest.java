package hecht.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hecht.store.Store;
import hecht.store.TestStore;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Store STORE = TestStore.fresh();
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final Tokens tokens = STORE.access().tokens();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void a_token_opens_what_it_has_a_right_to_until_it_is_withdrawn() {
        Secret till = tokens.make("till", Set.of(Right.EVENTS, Right.METRICS), "anna", NOON)
                .orElseThrow();
        assertThat(tokens.make("till", Set.of(Right.ERASE), "bram", NOON))
                .as("a name is taken once")
                .isEmpty();
        Token found = tokens.find(till, NOON).orElseThrow();
        assertThat(found.rights()).containsExactlyInAnyOrder(Right.EVENTS, Right.METRICS);
        assertThat(found.used()).isEmpty();
        assertThat(tokens.find(till, NOON.plusSeconds(10)).orElseThrow().used()).contains(NOON);
        assertThat(tokens.find(Secret.fresh(), NOON)).isEmpty();

        assertThat(tokens.withdraw("till")).isTrue();
        assertThat(tokens.withdraw("till")).isFalse();
        assertThat(tokens.find(till, NOON)).isEmpty();
    }

    @Test
    void a_token_without_rights_or_without_a_name_is_not_made() {
        assertThatThrownBy(() -> tokens.make("x", Set.of(), "anna", NOON)).hasMessageContaining("without rights");
        assertThatThrownBy(() -> tokens.make(" ", Set.of(Right.EVENTS), "anna", NOON))
                .hasMessageContaining("a name of 1 to 60");
    }
}
