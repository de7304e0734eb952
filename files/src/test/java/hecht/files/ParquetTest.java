package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTest {
    @TempDir
    private Path folder;

    /// Written by DuckDB itself, apart from what is tested.
    private Path parquet(String name, String select) throws Exception {
        Path file = folder.resolve(name);
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT PARQUET)");
        }
        return file;
    }

    private static List<List<@Nullable String>> rows(Path file) throws Exception {
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (RowReader reader = Ducks.parquet(QueryTest.sources(file).getFirst())) {
            while (reader.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 0; i < reader.columns().size(); i++) row.add(reader.cell(i));
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void moments_dates_numbers_and_flags_come_as_the_contract_writes_them() throws Exception {
        Path file = parquet("events.parquet", """
                SELECT TIMESTAMPTZ '2026-03-01 10:30:00.25+01' AS moment, TIMESTAMP '2026-03-01 10:30:00' AS local, DATE '2026-03-01' AS day,
                       TIMESTAMP_NS '2026-03-01 10:30:00.123456' AS nanos, 12.50::DECIMAL(10, 2) AS amount, 7::TINYINT AS small,
                       -3::BIGINT AS long, 0.25::DOUBLE AS number, false AS flag, 'é😀' AS text, NULL::VARCHAR AS nothing,
                       'infinity'::TIMESTAMP AS ever
                """);
        assertThat(rows(file))
                .containsExactly(java.util.Arrays.asList(
                        "2026-03-01T09:30:00.250Z",
                        "2026-03-01T10:30",
                        "2026-03-01",
                        "2026-03-01T10:30:00.123456",
                        "12.50",
                        "7",
                        "-3",
                        "0.25",
                        "false",
                        "é😀",
                        null,
                        "infinity"));
    }

    @Test
    void rows_come_in_the_order_of_the_file_and_are_numbered() throws Exception {
        Path file = parquet("many.parquet", "SELECT i FROM range(300000) t(i)");
        long expected = 0;
        try (RowReader reader = Ducks.parquet(QueryTest.sources(file).getFirst())) {
            assertThat(reader.file()).isEqualTo("many.parquet");
            while (reader.next()) {
                if (!Long.toString(expected).equals(reader.cell(0)) || reader.number() != expected + 1)
                    throw new AssertionError("row " + reader.number() + " holds " + reader.cell(0));
                expected++;
                if (expected == 150_000)
                    assertThat(reader.bytesRead()).isBetween(Files.size(file) / 3, Files.size(file) * 2 / 3);
            }
            assertThat(reader.bytesRead()).isEqualTo(Files.size(file));
        }
        assertThat(expected).isEqualTo(300_000);
    }

    @Test
    void words_that_come_as_codes_are_the_same_words() throws Exception {
        Path file = parquet("coded.parquet", """
                SELECT CASE WHEN i % 5 = 0 THEN NULL ELSE 'word ' || (i % 7) END AS few, 'word ' || (i % 1000) AS many, NULL::VARCHAR AS none,
                       CASE WHEN i < 50000 THEN 'early' ELSE 'late ' || i END AS late
                FROM range(120000) t(i)
                """);
        long i = 0;
        try (RowReader reader = Ducks.parquet(QueryTest.sources(file).getFirst())) {
            for (; reader.next(); i++) {
                String few = i % 5 == 0 ? null : "word " + i % 7;
                String late = i < 50_000 ? "early" : "late " + i;
                if (!java.util.Objects.equals(reader.cell(0), few)
                        || !("word " + i % 1000).equals(reader.cell(1))
                        || reader.cell(2) != null
                        || !late.equals(reader.cell(3))) throw new AssertionError("row " + reader.number());
            }
        }
        assertThat(i).isEqualTo(120_000);
    }

    @Test
    void bytes_that_an_old_system_did_not_call_text_are_text() throws Exception {
        assertThat(rows(parquet("old.parquet", "SELECT 'anna'::BLOB AS customer")))
                .containsExactly(List.of("anna"));
    }

    @Test
    void a_list_is_refused_with_the_query_that_helps() throws Exception {
        Path file = parquet("lists.parquet", "SELECT 1 AS id, [1, 2] AS tags");
        assertThatThrownBy(() -> rows(file))
                .hasMessage(
                        "lists.parquet, column tags: expected one value a row, found INTEGER[]; leave it out or take"
                                + " it apart in a query, such as SELECT * EXCLUDE (\"tags\") FROM files.");
        try (RowReader reader =
                Ducks.query(QueryTest.sources(file), "SELECT * EXCLUDE (\"tags\") FROM files", Dialect.PLAIN, null)) {
            assertThat(reader.columns()).containsExactly("id");
        }
    }

    @Test
    void a_parquet_that_is_cut_short_is_refused_in_one_sentence() throws Exception {
        Path whole = parquet("whole.parquet", "SELECT i FROM range(1000) t(i)");
        Path cut = folder.resolve("cut.parquet");
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(whole), 200));
        assertThatThrownBy(() -> rows(cut))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INPUT))
                .hasMessageContaining("cut.parquet")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_name_with_a_quote_in_it_is_only_a_name() throws Exception {
        Path plain = parquet("plain.parquet", "SELECT 1 AS id");
        Path quoted = Files.move(plain, folder.resolve("o'brien; it's.parquet"));
        assertThat(rows(quoted)).containsExactly(List.of("1"));
    }
}
