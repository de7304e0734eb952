package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hecht.core.event.Event;
import hecht.core.event.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @TempDir
    private Path folder;

    private Path orders;
    private Path reviews;

    @BeforeEach
    void two_files() throws IOException {
        orders = folder.resolve("shop_orders.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(orders))) {
            out.write(
                    "order,customer,bought,total\n001,anna,2026-03-01 09:30:00,10.50\n002,bram,2026-03-02 10:00:00,5\n"
                            .getBytes(StandardCharsets.UTF_8));
        }
        reviews = folder.resolve("reviews.ndjson");
        Files.writeString(
                reviews, "{\"order\":\"001\",\"stars\":5}\n{\"order\":\"002\",\"stars\":1,\"text\":\"nooit meer\"}\n");
    }

    private List<List<@Nullable String>> ask(String query, Path... files) throws Exception {
        return ask(query, Dialect.PLAIN, files);
    }

    private static List<List<@Nullable String>> ask(String query, Dialect dialect, Path... files) throws Exception {
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (RowReader reader = Ducks.query(sources(files), query, dialect, null)) {
            while (reader.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 0; i < reader.columns().size(); i++) row.add(reader.cell(i));
                rows.add(row);
            }
        }
        return rows;
    }

    static List<Source> sources(Path... files) throws Refusal {
        List<String> names = java.util.Arrays.stream(files).map(Path::toString).toList();
        return new Finder(StandardCharsets.UTF_8, InputStream.nullInputStream()).find(names);
    }

    @Test
    void each_file_is_a_table_by_its_name_without_endings() throws Exception {
        assertThat(ask("""
                        SELECT o.customer, r.stars, r.text
                        FROM shop_orders o JOIN reviews r ON r."order" = o."order"
                        ORDER BY o."order"
                        """, orders, reviews)).containsExactly(row("anna", "5", null), row("bram", "1", "nooit meer"));
    }

    @Test
    void columns_of_text_files_are_text_so_that_leading_zeros_stay() throws Exception {
        assertThat(ask("SELECT \"order\", total FROM shop_orders", orders))
                .containsExactly(row("001", "10.50"), row("002", "5"));
    }

    @Test
    void files_with_one_header_are_together_the_table_files() throws Exception {
        Path january = Files.writeString(folder.resolve("sales-2026-01.csv"), "customer;sum\nanna;1,50\n");
        Path february = Files.writeString(folder.resolve("sales-2026-02.csv"), "customer;sum\nbram;2,50\n");
        assertThat(ask("FROM files", january, february)).containsExactly(row("anna", "1,50"), row("bram", "2,50"));
        assertThat(ask("SELECT sum FROM \"sales-2026-02\"", january, february)).containsExactly(row("2,50"));
    }

    @Test
    void files_with_different_headers_are_not_one_table() {
        assertThatThrownBy(() -> ask("FROM files", orders, reviews))
                .isInstanceOf(Refusal.class)
                .hasMessage("query: there is no table files, since the files' headers differ; tables are shop_orders,"
                        + " reviews.");
    }

    @Test
    void rows_of_a_query_are_numbered_as_they_come() throws Exception {
        try (RowReader reader =
                Ducks.query(sources(orders), "SELECT customer FROM files ORDER BY bought DESC", Dialect.PLAIN, null)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.next()).isTrue();
            assertThat(reader.number()).isEqualTo(2);
            assertThat(reader.file()).isEqualTo("query");
            assertThat(reader.columns()).containsExactly("customer");
            assertThat(reader.cell(0)).isEqualTo("anna");
            assertThat(reader.next()).isFalse();
            assertThat(reader.next()).isFalse();
            assertThat(reader.bytesRead()).isEqualTo(sizeOf(orders));
        }
    }

    @Test
    void what_sql_computes_comes_as_the_contract_writes_it() throws Exception {
        assertThat(ask("""
                        SELECT min(CAST(bought AS TIMESTAMP)) AS at, CAST(min(bought) AS DATE) AS day, CAST(CAST('17850.0' AS DOUBLE) AS BIGINT) AS key,
                               17850.0::DOUBLE AS float, sum(CAST(total AS DOUBLE)) AS total, 0.1::FLOAT AS single, 1.50::DECIMAL(9, 2) AS exact,
                               true AS flag, 'nan'::DOUBLE AS gap, 12345678901234567890::UBIGINT AS long
                        FROM files
                        """, orders))
                .containsExactly(row(
                        "2026-03-01T09:30",
                        "2026-03-01",
                        "17850",
                        "17850",
                        "15.5",
                        "0.1",
                        "1.50",
                        "true",
                        null,
                        "12345678901234567890"));
    }

    @Test
    void moments_become_days_in_the_mapping_s_zone() throws Exception {
        String query = "SELECT CAST(TIMESTAMPTZ '2026-03-01 23:30:00+00' AS DATE) AS day FROM files LIMIT 1";
        try (RowReader reader = Ducks.query(sources(orders), query, Dialect.PLAIN, ZoneId.of("Europe/Amsterdam"))) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.cell(0)).isEqualTo("2026-03-02");
        }
        assertThat(ask(query, orders)).containsExactly(row("2026-03-01"));
    }

    @Test
    void the_mapping_says_how_the_files_are_written() throws Exception {
        Path latin = folder.resolve("klachten.csv");
        Files.write(latin, "klant~thema\n7~'beëindiging~uitkering'\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(ask("FROM klachten", new Dialect(StandardCharsets.ISO_8859_1, '~', '\'', List.of()), latin))
                .containsExactly(row("7", "beëindiging~uitkering"));
        assertThatThrownBy(() -> ask("FROM klachten", new Dialect(StandardCharsets.UTF_8, '~', '\'', List.of()), latin))
                .hasMessage(latin + ", line 2: it is not UTF-8; set encoding in the mapping.");
        assertThatThrownBy(() ->
                        ask("FROM klachten", new Dialect(Charset.forName("windows-1252"), '~', '\'', List.of()), latin))
                .hasMessage("encoding: a query reads UTF-8, ISO-8859-1 and UTF-16, found \"windows-1252\"; write the"
                        + " file anew as UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('OTHER')",
                "SELECT * FROM 'OTHER'",
                "SELECT content FROM read_text('OTHER')",
                "SELECT * FROM read_blob('/etc/hostname')",
                "SELECT * FROM glob('/etc/*')",
                "SELECT * FROM read_csv('https://example.org/a.csv')",
                "SELECT * FROM parquet_metadata('OTHER')",
                "SELECT * FROM read_json('OTHER')",
            })
    void a_query_that_reaches_for_another_file_is_refused(String query) throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "secret\n1\n");
        assertThatThrownBy(() -> ask(query.replace("OTHER", other.toString()), orders))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.USE))
                .hasMessage("query: it may read the named files as tables and nothing else: shop_orders.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY (SELECT 1) TO 'TARGET'",
                "COPY shop_orders TO 'TARGET' (FORMAT PARQUET)",
                "EXPORT DATABASE 'TARGET'",
                "ATTACH 'TARGET' AS x",
                "ATTACH ':memory:' AS x",
                "INSTALL excel",
                "LOAD httpfs",
                "SET enable_external_access = true",
                "PRAGMA database_list",
                "RESET lock_configuration",
                "CREATE TABLE x AS SELECT 1",
                "DROP VIEW shop_orders",
                "SELECT 1; COPY (SELECT 1) TO 'TARGET'",
                "CALL pragma_version()",
                "",
            })
    void a_query_is_one_select_and_nothing_else(String query) {
        Path target = folder.resolve("written");
        assertThatThrownBy(() -> ask(query.replace("TARGET", target.toString()), orders))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.USE))
                .hasMessage("query: expected one SELECT and nothing else.");
        assertThat(target).doesNotExist();
    }

    @Test
    void a_query_cannot_look_at_the_environment() {
        assertThatThrownBy(() -> ask("SELECT getenv('HOME')", orders))
                .hasMessage("query: Scalar Function with name getenv does not exist.");
    }

    @Test
    void an_error_of_the_sql_is_said_in_one_sentence_without_folders() {
        assertThatThrownBy(() -> ask("SELECT klant FROM shop_orders", orders))
                .hasMessage("query: Referenced column \"klant\" not found in FROM clause.");
        assertThatThrownBy(() -> ask("SELEC 1", orders)).hasMessage("query: syntax error at or near \"SELEC\".");
        assertThatThrownBy(() -> ask("FROM shop_ordres", orders))
                .hasMessage("query: there is no table shop_ordres; tables are shop_orders.");
        assertThatThrownBy(() -> ask("SELECT CAST(customer AS TIMESTAMP) FROM files", orders))
                .hasMessage("query: column customer (" + orders
                        + ", line 2): expected TIMESTAMP, found \"anna\"; TRY_CAST" + " makes NULL of such cells.");
    }

    @Test
    void an_open_quote_is_an_error_and_never_an_empty_table() throws IOException {
        Path torn = Files.writeString(folder.resolve("torn.csv"), "a,b\n1,2\n\"3,4\n5,6\n");
        assertThatThrownBy(() -> ask("FROM torn", torn))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INPUT))
                .hasMessage(torn + ", line 3: a quote is not closed.");
    }

    @Test
    void a_row_with_too_many_cells_is_named_by_its_line() throws IOException {
        Path wide = Files.writeString(folder.resolve("wide.csv"), "a,b\n1,2\n3,4,5\n");
        assertThatThrownBy(() -> ask("FROM wide", wide))
                .hasMessage(wide + ", line 3: it has another number of columns, or quotes in the wrong place.");
    }

    @Test
    void a_mark_at_the_start_and_other_line_ends_do_not_matter() throws Exception {
        Path windows = Files.writeString(folder.resolve("windows.csv"), "\uFEFFa;a;\r\n1;2;3\r\n");
        assertThat(ask("SELECT a, a_2, column3 FROM windows", windows)).containsExactly(row("1", "2", "3"));
        Path old = Files.writeString(folder.resolve("old.csv"), "a,b\r1,2\r3,4\r");
        assertThat(ask("FROM old", old)).containsExactly(row("1", "2"), row("3", "4"));
    }

    @Test
    void a_column_that_is_counted_with_is_a_number_and_every_other_stays_text() throws Exception {
        Path stock = Files.writeString(folder.resolve("stock.csv"), "article,pieces,price\n007,2,1.50\n008,1,0.25\n");
        assertThat(ask("SELECT article, price, sum(pieces) AS pieces FROM stock GROUP BY ALL ORDER BY article", stock))
                .containsExactly(row("007", "1.50", "2"), row("008", "0.25", "1"));
        Path odd = Files.writeString(folder.resolve("odd.csv"), "article,pieces\n007,2\n008,two\n");
        assertThatThrownBy(() -> ask("SELECT pieces * 2.0 AS twice FROM odd", odd))
                .hasMessage("query: column pieces (" + odd
                        + ", line 3): expected DOUBLE, found \"two\"; TRY_CAST makes NULL of" + " such cells.");
        assertThatThrownBy(() -> ask("SELECT article * CAST('2026-01-01' AS DATE) FROM odd", odd))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("query: No function matches the given name and argument types");
    }

    @Test
    void the_example_of_the_contract_runs() throws Exception {
        Path retail = Files.writeString(folder.resolve("online-retail-2010-12.csv"), """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.50,17850.0,United Kingdom
                536365,71053,WHITE METAL LANTERN,2,2010-12-01 08:26:00,3.25,17850.0,United Kingdom
                536366,71053,WHITE METAL LANTERN,1,2010-12-01 08:28:00,3.25,,United Kingdom
                """);
        assertThat(ask("""
                        SELECT InvoiceNo, min(CAST(InvoiceDate AS TIMESTAMP)) AS at, CAST(CAST(CustomerID AS DOUBLE) AS BIGINT) AS customer,
                               sum(Quantity * UnitPrice) AS total FROM files WHERE CustomerID IS NOT NULL GROUP BY ALL
                        """, retail)).containsExactly(row("536365", "2010-12-01T08:26", "17850", "21.5"));
    }

    @Test
    void a_file_that_a_query_cannot_read_is_refused() throws IOException {
        Path log = Files.writeString(folder.resolve("log.xes"), "<log/>");
        assertThatThrownBy(() -> ask("FROM log", log))
                .hasMessage(
                        log + ": a query reads CSV, NDJSON and Parquet, found XES; leave query out of the mapping.");
    }

    @Test
    void nothing_is_left_in_the_temporary_folder() throws Exception {
        long before = spillFolders();
        List<List<@Nullable String>> rows =
                ask("SELECT i FROM range(300000) t(i), files ORDER BY i, customer DESC LIMIT 1", orders);
        assertThat(rows).containsExactly(row("0"));
        assertThat(spillFolders()).isEqualTo(before);
    }

    private static long spillFolders() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(each -> each.getFileName().toString().startsWith("hecht-duckdb"))
                    .count();
        }
    }

    @Test
    void a_mapping_s_query_gives_events() throws Exception {
        Path mapping = Files.writeString(folder.resolve("shop.yaml"), """
                source: shop
                zone: Europe/London
                query: SELECT "order" AS number, customer, bought, sum(total) AS total FROM shop_orders GROUP BY ALL ORDER BY 1
                events:
                  - {type: ordered, id: "{number}", time: "{bought}", customer: "{customer}", amount: "{total}"}
                """);
        List<String> heard = new ArrayList<>();
        Input.Settings how = new Input.Settings(Mapping.read(mapping), null, Instant.parse("2026-04-01T00:00:00Z"));
        try (Input input = Input.open(List.of(orders.toString()), how)) {
            input.read(
                    new Sink() {
                        @Override
                        public void accept(Event event, Row row) {
                            heard.add(row.file() + " " + row.number() + " " + event.customer() + " " + event.time());
                        }

                        @Override
                        public void refuse(List<Problem> problems, Row row) {
                            throw new AssertionError(problems);
                        }
                    },
                    Progress.SILENT);
        }
        assertThat(heard).containsExactly("query 1 anna 2026-03-01T09:30:00Z", "query 2 bram 2026-03-02T10:00:00Z");
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<@Nullable String> row(@Nullable String... cells) {
        return java.util.Arrays.asList(cells);
    }
}
