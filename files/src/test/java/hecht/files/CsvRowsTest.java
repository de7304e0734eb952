package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import hecht.core.event.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {
    @TempDir
    Path folder;

    @Test
    void cells_in_quotes_may_hold_delimiters_quotes_and_line_ends() throws Exception {
        assertThat(read("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n\"two\nlines\",\n"))
                .containsExactly("1: x, y | say \"hi\"", "2: two\nlines | ");
    }

    @Test
    void lines_may_end_in_any_of_the_three_ways_and_the_last_in_none() throws Exception {
        for (String end : List.of("\n", "\r\n", "\r"))
            assertThat(read(String.join(end, "a,b", "1,2", "", "3,4"))).containsExactly("1: 1 | 2", "2: 3 | 4");
    }

    @Test
    void the_delimiter_is_found_in_the_header_outside_quotes() throws Exception {
        assertThat(read("\"a,b,c\";d\n1,5;2\n")).containsExactly("1: 1,5 | 2");
        assertThat(read("a\tb\n1,5\t2\n")).containsExactly("1: 1,5 | 2");
        assertThat(read("a|b\n1|2\n")).containsExactly("1: 1 | 2");
        assertThat(read("only\n1;2\n")).containsExactly("1: 1;2");
    }

    @Test
    void a_quote_within_a_cell_that_has_none_around_it_is_a_letter() throws Exception {
        assertThat(read("a,b\n5\" screen,2\n")).containsExactly("1: 5\" screen | 2");
    }

    @Test
    void byte_order_marks_say_the_encoding_whatever_was_told() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] bytes = "\ufeffname,b\nZoë 😀,2\n".getBytes(charset);
            Dialect latin = new Dialect(StandardCharsets.ISO_8859_1, null, '"', List.of());
            assertThat(read(bytes, latin)).as(charset.name()).containsExactly("1: Zoë 😀 | 2");
        }
    }

    @Test
    void a_character_of_two_halves_may_stand_anywhere() throws Exception {
        for (String before : List.of("", "x", "xy")) { // one of them has a pair on the edge of every block
            String cell = before + "😀".repeat(100_000);
            assertThat(read("a,b\n" + cell + ",2\n")).containsExactly("1: " + cell + " | 2");
        }
    }

    @Test
    void rows_with_bytes_that_are_no_text_are_lost_alone() throws Exception {
        byte[] latin = "a,b\nZoe,1\nZoë,2\nJan,3\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(latin, Dialect.PLAIN))
                .containsExactly(
                        "1: Zoe | 1",
                        "rows.csv, row 2: expected text in UTF-8, found \"bytes that are none\"; say the encoding in the"
                                + " mapping, such as encoding: windows-1252.",
                        "3: Jan | 3");
        assertThat(read(latin, new Dialect(StandardCharsets.ISO_8859_1, null, '"', List.of())))
                .contains("2: Zoë | 2");
    }

    @Test
    void a_row_with_too_few_or_too_many_cells_is_refused_alone() throws Exception {
        assertThat(read("a,b,c\n1,2\n1,2,3\n1,Smith, John,3\n1,2,3,,\n"))
                .containsExactly(
                        "rows.csv, row 1: expected 3 cells, as many as the header has, found \"2\".",
                        "2: 1 | 2 | 3",
                        "rows.csv, row 3: expected 3 cells, as many as the header has, found \"4\"; put the cell that holds"
                                + " a delimiter in quotes.",
                        "4: 1 | 2 | 3");
    }

    @Test
    void a_refused_row_still_shows_all_that_it_had() throws Exception {
        try (CsvRows rows = open("a,b\n1,Smith, John,3\n\"x,2\n".getBytes(StandardCharsets.UTF_8), Dialect.PLAIN)) {
            rows.next();
            assertThat(rows.copy())
                    .extracting(row -> row.cell(0) + "|" + row.cell(1))
                    .isEqualTo("1|Smith, John,3");
            rows.next();
            assertThat(rows.copy())
                    .extracting(row -> row.cell(0) + "|" + row.cell(1))
                    .isEqualTo("\"x|2");
        }
    }

    @Test
    void a_quote_left_open_costs_its_line_and_not_the_rest_of_the_file() throws Exception {
        assertThat(read("a,b\n1,2\n\"3,4\n5,6\n"))
                .containsExactly(
                        "1: 1 | 2",
                        "rows.csv, row 2: expected a quote that is closed within 1 MiB, found \"one that is left open\";"
                                + " close or double it.",
                        "3: 5 | 6");
        String rest = "5,6\n".repeat(400_000);
        assertThat(read("a,b\n\"3,4\n" + rest)).hasSize(400_001).contains("400001: 5 | 6");
    }

    @Test
    void text_after_a_closing_quote_costs_its_line() throws Exception {
        assertThat(read("a,b\n\"5\" screen\",2\n5,6\n"))
                .containsExactly(
                        "rows.csv, row 1: expected a delimiter after the closing quote, found \"more text\"; double the"
                                + " quotes within the cell.",
                        "2: 5 | 6");
    }

    @Test
    void a_line_of_100_MB_is_passed_over_in_little_memory() throws Exception {
        Path file = folder.resolve("long.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("a,b\n1,2\n");
            String block = "x".repeat(1 << 20);
            for (int i = 0; i < 100; i++) out.write(block);
            out.write("\n3,4\n");
        }
        try (CsvRows rows = CsvRows.open("long.csv", Characters.open(file, StandardCharsets.UTF_8), Dialect.PLAIN)) {
            assertThat(all(rows))
                    .containsExactly(
                            "1: 1 | 2",
                            "long.csv, row 2: expected a row of at most 1 MiB, found \"a longer one\".",
                            "3: 3 | 4");
            assertThat(rows.memory()).isLessThan(4 * CsvRows.LONGEST);
        }
    }

    @Test
    void half_a_line_at_the_end_is_refused() throws Exception {
        assertThat(read("a,b,c\n1,2,3\n4,5"))
                .containsExactly(
                        "1: 1 | 2 | 3", "rows.csv, row 2: expected 3 cells, as many as the header has, found \"2\".");
    }

    @Test
    void a_file_without_anything_in_it_is_refused() {
        assertThatThrownBy(() -> read("\n\n"))
                .isInstanceOf(Refusal.class)
                .hasMessage("rows.csv: expected a header and rows, found nothing.");
    }

    @Test
    void columns_can_be_named_for_a_file_that_has_no_header() throws Exception {
        Dialect named = new Dialect(StandardCharsets.UTF_8, null, '"', List.of("polarity", "text"));
        assertThat(read("-1,slecht\n1,goed\n".getBytes(StandardCharsets.UTF_8), named))
                .containsExactly("1: -1 | slecht", "2: 1 | goed");
    }

    /// FastCSV is the slow, obvious judge: what it writes is read back as it was, and as it reads it.
    @Property(tries = 300, seed = "20260301")
    void whatever_is_written_is_read_back_the_same(
            @ForAll("tables") List<List<String>> table,
            @ForAll("delimiters") char delimiter,
            @ForAll LineDelimiter end,
            @ForAll boolean quoteAll)
            throws Exception {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(delimiter)
                .lineDelimiter(end)
                .quoteStrategy(quoteAll ? QuoteStrategies.ALWAYS : QuoteStrategies.REQUIRED)
                .build(text)) {
            table.forEach(writer::writeRecord);
        }
        int width = table.getFirst().size();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < width; i++) names.add("c" + i);
        List<List<String>> judged = new ArrayList<>();
        CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(text.toString()).stream()
                .map(CsvRecord::getFields)
                .filter(fields -> fields.size() > 1 || !fields.getFirst().isEmpty())
                .forEach(judged::add);
        Dialect told = new Dialect(StandardCharsets.UTF_8, delimiter, '"', names);
        List<List<String>> read = new ArrayList<>();
        Path file = Files.createTempFile("hecht", ".csv");
        try {
            Files.writeString(file, text.toString());
            try (CsvRows rows = CsvRows.open("any.csv", Characters.open(file, StandardCharsets.UTF_8), told)) {
                while (rows.next()) {
                    assertThat(rows.problems()).isEmpty();
                    List<String> cells = new ArrayList<>();
                    for (int i = 0; i < width; i++) cells.add(rows.cell(i) + "");
                    if (width > 1 || !cells.getFirst().isEmpty()) read.add(cells);
                }
            }
        } finally {
            Files.delete(file);
        }
        assertThat(read).isEqualTo(judged);
    }

    @Provide
    Arbitrary<Character> delimiters() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        // Letters that matter more often than chance has them; no lone surrogates, which are no text.
        Arbitrary<String> cell = Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(
                                3, Arbitraries.of(",", ";", "\"", "\n", "\r", "\t", "|", " ", "😀", "ë")),
                        net.jqwik.api.Tuple.of(2, Arbitraries.strings().ascii().ofMaxLength(3)))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 6))
                .flatAs((width, height) -> cell.list().ofSize(width).list().ofSize(height));
    }

    private List<String> read(String text) throws IOException, Refusal {
        return read(text.getBytes(StandardCharsets.UTF_8), Dialect.PLAIN);
    }

    private List<String> read(byte[] bytes, Dialect how) throws IOException, Refusal {
        try (CsvRows rows = open(bytes, how)) {
            return all(rows);
        }
    }

    private CsvRows open(byte[] bytes, Dialect how) throws IOException, Refusal {
        Path file = Heard.write(folder, "rows.csv", bytes);
        return CsvRows.open("rows.csv", Characters.open(file, how.encoding()), how);
    }

    /// A line for each row: its number and cells, or what is wrong with it.
    private static List<String> all(RowReader rows) throws Refusal {
        List<String> all = new ArrayList<>();
        try {
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < rows.columns().size(); i++) cells.add(rows.cell(i) + "");
                if (rows.problems().isEmpty()) all.add(rows.number() + ": " + String.join(" | ", cells));
                for (Problem each : rows.problems()) all.add(new Reject(rows.file(), rows.number(), each).sentence());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
