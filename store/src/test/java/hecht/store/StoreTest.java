package hecht.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hecht.store.postgres.Login;
import hecht.store.postgres.Trouble;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class StoreTest {
    @Test
    void a_database_of_ones_own_is_used_by_one_hecht_at_a_time() {
        Login login = TestStore.emptyDatabase();
        Where where = new Where.Own(login.url(), login.user(), login.password());
        try (Store first = Store.open(where)) {
            assertThat(first.trouble()).isEmpty();
            assertThatThrownBy(() -> Store.open(where))
                    .isInstanceOf(Trouble.class)
                    .hasMessage(
                            "The database: expected to be the only hecht that uses it, found another; stop that one, or"
                                    + " name another database in HECHT_DATABASE_URL.");
        }
        try (Store second = Store.open(where)) {
            assertThat(second.trouble()).isEmpty();
        }
    }

    @Test
    void a_database_that_is_not_there_is_one_sentence() {
        Login login = TestStore.emptyDatabase();
        assertThatThrownBy(() -> Store.open(new Where.Own("jdbc:postgresql://127.0.0.1:1/hecht", "hecht", null)))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("The database: expected an answer, found that it does not run");
        assertThatThrownBy(() -> Store.open(new Where.Own(login.url() + "_not", login.user(), login.password())))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("found that the server has none");
    }

    @Test
    void work_that_fails_halfway_leaves_nothing() {
        try (Store store = TestStore.fresh()) {
            store.database()
                    .jdbc()
                    .sql("CREATE TABLE step (number int PRIMARY KEY)")
                    .update();
            assertThatThrownBy(() -> store.database().transaction(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("INSERT INTO step VALUES (1)");
                        }
                        store.database()
                                .jdbc()
                                .sql("INSERT INTO step VALUES (2)")
                                .update();
                        return store.database()
                                .jdbc()
                                .sql("INSERT INTO step VALUES (1)")
                                .update();
                    }))
                    .isInstanceOf(DuplicateKeyException.class);
            assertThat(store.database()
                            .jdbc()
                            .sql("SELECT count(*) FROM step")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void an_error_of_the_database_quotes_no_row() {
        try (Store store = TestStore.fresh()) {
            store.database()
                    .jdbc()
                    .sql("CREATE TABLE person (key text PRIMARY KEY)")
                    .update();
            store.database()
                    .jdbc()
                    .sql("INSERT INTO person VALUES (:key)")
                    .param("key", "anna-1")
                    .update();
            assertThatThrownBy(() -> store.database()
                            .jdbc()
                            .sql("INSERT INTO person VALUES (:key)")
                            .param("key", "anna-1")
                            .update())
                    .hasMessageNotContaining("anna")
                    .hasRootCauseMessage("ERROR: duplicate key value violates unique constraint \"person_pkey\"");
        }
    }
}
