package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import hecht.files.ParquetTable.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableTest {
    @TempDir
    private Path folder;

    private static final List<Column> SCORES = List.of(
            Column.text("customer"),
            Column.number("health"),
            new Column("contacts", ParquetTable.Type.COUNT),
            new Column("in_view", ParquetTable.Type.FLAG),
            new Column("as_of", ParquetTable.Type.DAY));

    @Test
    void what_was_added_is_read_back_with_its_types() throws Exception {
        Path file = folder.resolve("out.parquet");
        try (ParquetTable table = ParquetTable.create(file, SCORES)) {
            table.add("anna", 84.25, 3, true, LocalDate.of(2026, 3, 1));
            table.add("o'brien 😀", Double.NaN, 4_000_000_000L, false, null);
            table.finish();
        }
        List<String> rows = new ArrayList<>();
        try (RowReader reader = Ducks.parquet(QueryTest.sources(file).getFirst())) {
            assertThat(reader.columns()).containsExactly("customer", "health", "contacts", "in_view", "as_of");
            while (reader.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < 5; i++) cells.add(String.valueOf(reader.cell(i)));
                rows.add(String.join(" | ", cells));
            }
        }
        assertThat(rows)
                .containsExactly(
                        "anna | 84.25 | 3 | true | 2026-03-01", "o'brien 😀 | null | 4000000000 | false | null");
        try (RowReader types = Ducks.query(
                QueryTest.sources(file),
                "SELECT typeof(health), typeof(as_of) FROM files LIMIT 1",
                Dialect.PLAIN,
                null)) {
            assertThat(types.next()).isTrue();
            assertThat(types.cell(0)).isEqualTo("DOUBLE");
            assertThat(types.cell(1)).isEqualTo("DATE");
        }
    }

    @Test
    void a_file_appears_whole_or_not_at_all() throws Exception {
        Path file = Files.writeString(folder.resolve("out.parquet"), "what was there");
        try (ParquetTable table = ParquetTable.create(file, SCORES)) {
            table.add("anna", 84.25, 3, true, null);
        }
        assertThat(file).hasContent("what was there");
        assertThat(filesIn(folder)).containsExactly("out.parquet");
    }

    @Test
    void a_table_without_rows_is_a_file_with_columns() throws Exception {
        Path file = folder.resolve("empty.parquet");
        try (ParquetTable table = ParquetTable.create(file, SCORES)) {
            table.finish();
        }
        try (RowReader reader = Ducks.parquet(QueryTest.sources(file).getFirst())) {
            assertThat(reader.columns()).hasSize(5);
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void a_folder_that_is_not_there_or_not_writable_is_said_before_any_work() throws Exception {
        assertThatThrownBy(() -> ParquetTable.create(folder.resolve("none/out.parquet"), SCORES))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.SURROUNDINGS))
                .hasMessageEndingWith(
                        "out.parquet: expected a file in a folder that exists and is writable; choose another place.");
        assertThatThrownBy(() -> ParquetTable.create(folder, SCORES)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_full_disk_is_the_surroundings_fault_and_leaves_nothing() throws Exception {
        Path full = Path.of("/dev/full"); // a file that never takes a byte
        assumeThat(Files.exists(full)).isTrue();
        Path file = folder.resolve("out.parquet");
        try (ParquetTable table = ParquetTable.create(file, SCORES)) {
            table.add("anna", 84.25, 3, true, null);
            Path part = folder.resolve(filesIn(folder).getFirst());
            Files.delete(part);
            Files.createSymbolicLink(part, full);
            assertThatThrownBy(table::finish)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.SURROUNDINGS))
                    .hasMessageEndingWith("out.parquet: it could not be written; see that the disk and the temporary"
                            + " folder are not full.");
        }
        assertThat(filesIn(folder)).isEmpty();
    }

    @Test
    void a_value_that_does_not_fit_its_column_is_a_fault_of_ours() throws Exception {
        try (ParquetTable table = ParquetTable.create(folder.resolve("out.parquet"), SCORES)) {
            assertThatThrownBy(() -> table.add("anna", "84", 3, true, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("health holds NUMBER, was String");
        }
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
