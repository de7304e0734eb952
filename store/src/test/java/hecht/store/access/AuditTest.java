package hecht.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hecht.store.Store;
import hecht.store.TestStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final Store STORE = TestStore.fresh();
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final Audit audit = STORE.access().audit();

    @BeforeEach
    void nothing_happened() {
        STORE.database().jdbc().sql("DELETE FROM audit").update();
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void lines_come_newest_first_and_page_by_page() {
        for (int i = 0; i < 25; i++) audit.write(NOON.plusSeconds(i), "anna", "127.0.0.1", Act.LOOKED, "K" + i, "");
        List<Audit.Line> first = audit.page(Long.MAX_VALUE, 10);
        List<Audit.Line> second = audit.page(first.getLast().number(), 10);
        List<Audit.Line> third = audit.page(second.getLast().number(), 10);
        assertThat(first.getFirst().customer()).contains("K24");
        assertThat(second.getFirst().customer()).contains("K14");
        assertThat(third).hasSize(5);
        assertThat(third.getLast().customer()).contains("K0");
    }

    @Test
    void every_look_is_a_line_and_refusals_of_a_minute_are_one() {
        for (int i = 0; i < 3; i++) audit.write(NOON, "anna", "127.0.0.1", Act.LOOKED, "K1", "");
        for (int i = 0; i < 90; i++)
            audit.write(NOON.plusSeconds(i), "anna", "127.0.0.1", Act.ROLE_REFUSED, null, "GET /setup");
        assertThat(audit.page(Long.MAX_VALUE, 100))
                .extracting(Audit.Line::act, Audit.Line::times)
                .containsExactly(
                        tuple(Act.ROLE_REFUSED, 30),
                        tuple(Act.ROLE_REFUSED, 60),
                        tuple(Act.LOOKED, 1),
                        tuple(Act.LOOKED, 1),
                        tuple(Act.LOOKED, 1));
    }

    @Test
    void of_an_erased_customer_remains_that_somebody_looked_and_not_at_whom() {
        audit.write(NOON, "anna", "127.0.0.1", Act.LOOKED, "K1", "why");
        audit.write(NOON, "anna", "127.0.0.1", Act.LOOKED, "K2", "");
        audit.forget(Set.of("K1", "K1 as it was called before"));
        assertThat(audit.page(Long.MAX_VALUE, 10))
                .extracting(Audit.Line::customer, Audit.Line::erased)
                .containsExactly(tuple(Optional.of("K2"), false), tuple(Optional.empty(), true));
        assertThat(STORE.database()
                        .jdbc()
                        .sql("SELECT count(*) FROM audit AS a WHERE a::text LIKE '%K1%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_line_of_an_erasure_names_nobody() {
        audit.write(NOON, "anna", "127.0.0.1", Act.ERASED, "K1", "");
        assertThat(audit.page(Long.MAX_VALUE, 1).getFirst().customer()).isEmpty();
        assertThat(audit.page(Long.MAX_VALUE, 1).getFirst().erased()).isTrue();
    }

    @Test
    void a_detail_without_end_is_cut_between_characters() {
        audit.write(NOON, "anna", "127.0.0.1", Act.IMPORTED, null, "😀".repeat(1_000));
        assertThat(audit.page(Long.MAX_VALUE, 1).getFirst().detail())
                .hasSize(499)
                .endsWith("😀…");
    }
}
