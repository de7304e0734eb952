package hecht.store.access;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.store.Store;
import hecht.store.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final Store STORE = TestStore.fresh();
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final AccountName ANNA = new AccountName("anna");
    private static final AccountName BRAM = new AccountName("bram");

    private final Access access = STORE.access();

    @BeforeEach
    void nobody_is_there() {
        STORE.database().jdbc().sql("DELETE FROM account").update();
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void a_name_is_one_however_it_is_written() {
        assertThat(AccountName.read(" Anna ")).contains(ANNA);
        assertThat(AccountName.read("Zoë.de-Vries@lichtland.nl")).isPresent();
        for (String bad : List.of("", "  ", "anna smit", "a".repeat(61), "<script>", "=1+1", "anna\nbram", "a/b"))
            assertThat(AccountName.read(bad)).as(bad).isEmpty();
    }

    @Test
    void somebody_new_has_a_role_and_no_password() {
        assertThat(access.accounts().add(ANNA, Role.MEMBER, NOON)).isTrue();
        assertThat(access.accounts().add(ANNA, Role.OWNER, NOON)).isFalse();
        assertThat(access.accounts().all()).singleElement().satisfies(anna -> {
            assertThat(anna.role()).isEqualTo(Role.MEMBER);
            assertThat(anna.hasPassword()).isFalse();
            assertThat(anna.signedIn()).isEmpty();
        });
        assertThat(access.accounts().canAnybodySignIn()).isFalse();
    }

    @Test
    void a_link_works_once_and_for_a_day() {
        access.accounts().add(ANNA, Role.OWNER, NOON);
        Secret link = access.links().make(ANNA, NOON);
        assertThat(access.links().works(link, NOON.plus(Links.LIFE).minusSeconds(1)))
                .contains(ANNA);
        assertThat(access.links().works(link, NOON.plus(Links.LIFE))).isEmpty();
        assertThat(access.links().use(link, "hash", NOON.plus(Links.LIFE))).isEmpty();
        assertThat(access.accounts().password(ANNA)).isEmpty();

        assertThat(access.links().use(link, "hash", NOON)).contains(ANNA);
        assertThat(access.links().use(link, "another", NOON)).isEmpty();
        assertThat(access.accounts().password(ANNA)).contains("hash");
        assertThat(access.links().whose(link)).contains(ANNA);
        assertThat(access.links().works(Secret.fresh(), NOON)).isEmpty();
    }

    @Test
    void a_fresh_link_ends_the_one_before_it_and_its_use_ends_all_sessions() {
        access.accounts().add(ANNA, Role.OWNER, NOON);
        Secret first = access.links().make(ANNA, NOON);
        Secret second = access.links().make(ANNA, NOON);
        Secret session = access.sessions().begin(ANNA, NOON);
        assertThat(access.links().use(first, "hash", NOON)).isEmpty();
        assertThat(access.sessions().find(session, NOON)).isPresent();
        assertThat(access.links().use(second, "hash", NOON)).contains(ANNA);
        assertThat(access.sessions().find(session, NOON)).isEmpty();
    }

    @Test
    void of_many_who_use_one_link_at_once_one_succeeds() {
        access.accounts().add(ANNA, Role.OWNER, NOON);
        Secret link = access.links().make(ANNA, NOON);
        List<Optional<AccountName>> became = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> access.links().use(link, "hash " + i, NOON))
                .toList();
        assertThat(became.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void the_last_owner_who_can_sign_in_stays() {
        owner(ANNA);
        assertThat(access.accounts().remove(ANNA)).isEqualTo(Change.LAST_OWNER);
        assertThat(access.accounts().setRole(ANNA, Role.VIEWER)).isEqualTo(Change.LAST_OWNER);
        access.accounts().add(BRAM, Role.OWNER, NOON);
        assertThat(access.accounts().remove(ANNA))
                .as("Bram has no password yet")
                .isEqualTo(Change.LAST_OWNER);
        owner(BRAM);
        assertThat(access.accounts().remove(ANNA)).isEqualTo(Change.DONE);
        assertThat(access.accounts().remove(ANNA)).isEqualTo(Change.UNKNOWN);
        assertThat(access.accounts().setRole(ANNA, Role.OWNER)).isEqualTo(Change.UNKNOWN);
        assertThat(access.accounts().all()).hasSize(1);
    }

    @Test
    void two_owners_who_remove_each_other_at_once_do_not_both_succeed() {
        for (int round = 0; round < 10; round++) {
            owner(ANNA);
            owner(BRAM);
            List<Change> became = List.of(ANNA, BRAM).parallelStream()
                    .map(access.accounts()::remove)
                    .toList();
            assertThat(became).containsExactlyInAnyOrder(Change.DONE, Change.LAST_OWNER);
        }
    }

    @Test
    void a_session_ends_when_it_is_idle_and_in_any_case_after_a_day_of_work() {
        owner(ANNA);
        Secret idle = access.sessions().begin(ANNA, NOON);
        assertThat(access.sessions().find(idle, NOON.plus(Sessions.IDLE))).isEmpty();

        Secret busy = access.sessions().begin(ANNA, NOON);
        Instant now = NOON;
        while (now.isBefore(NOON.plus(Sessions.WHOLE))) {
            assertThat(access.sessions().find(busy, now)).as("at %s", now).isPresent();
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(access.sessions().find(busy, now)).isEmpty();
        access.sweep(now);
        assertThat(STORE.database()
                        .jdbc()
                        .sql("SELECT count(*) FROM session")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_role_that_changes_has_changed_in_open_sessions_too() {
        owner(ANNA);
        owner(BRAM);
        Secret session = access.sessions().begin(BRAM, NOON);
        access.accounts().setRole(BRAM, Role.VIEWER);
        assertThat(access.sessions().find(session, NOON)).contains(new Session(BRAM, Role.VIEWER));
        access.accounts().remove(BRAM);
        assertThat(access.sessions().find(session, NOON)).isEmpty();
    }

    @Test
    void no_secret_is_kept() {
        owner(ANNA);
        Secret session = access.sessions().begin(ANNA, NOON);
        Secret link = access.links().make(ANNA, NOON);
        for (String table : List.of("session", "link"))
            for (Secret secret : List.of(session, link))
                assertThat(STORE.database()
                                .jdbc()
                                .sql("SELECT count(*) FROM " + table + " AS t WHERE t::text LIKE :secret")
                                .param("secret", "%" + secret.text() + "%")
                                .query(Long.class)
                                .single())
                        .isZero();
        assertThat(session.toString()).doesNotContain(session.text());
    }

    private void owner(AccountName name) {
        access.accounts().add(name, Role.OWNER, NOON);
        access.links().use(access.links().make(name, NOON), "hash", NOON);
    }
}
