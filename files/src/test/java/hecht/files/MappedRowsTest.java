package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hecht.core.event.Event;
import hecht.core.event.Outcome;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedRowsTest {
    @TempDir
    Path folder;

    @Test
    void one_row_gives_several_events_each_when_its_condition_holds() throws Exception {
        Heard heard = read("""
                source: shop
                zone: Europe/London
                events:
                  - {type: ordered, id: "{InvoiceNo}-order", time: "{at}", customer: "{customer}", amount: "{total}",
                     when: {column: InvoiceNo, matches: "^[0-9]+$"}}
                  - {type: order_cancelled, id: "{InvoiceNo}-cancel", time: "{at}", customer: "{customer}", by: customer,
                     when: [{column: InvoiceNo, matches: "^C"}, {column: total, not: "0"}]}
                """, """
                InvoiceNo,at,customer,total
                536365,2010-12-01 08:26:00,17850,15.30
                C536379,2010-12-01 09:41,14527,-27.50
                C536380,2010-12-01 09:41,14527,0
                A563185,2011-08-12 14:50:00,,1
                """);
        assertThat(heard.ids()).containsExactly("536365-order", "C536379-cancel");
        assertThat(heard.events.getFirst().time()).hasToString("2010-12-01T08:26:00Z");
        assertThat(heard.skipped).isEqualTo(2);
        assertThat(heard.refusals).isEmpty();
    }

    @Test
    void words_are_translated_and_what_has_no_translation_is_named() throws Exception {
        Heard heard = read("""
                source: desk
                events:
                  - {type: contact, direction: in, id: "{id}", time: "2026-03-01T09:30:00Z", customer: Anna, outcome: "{afloop}"}
                translations:
                  outcome: {Opgelost: resolved, Doorverbonden: transferred, n.v.t.: ""}
                """, "id,afloop\n1,Opgelost\n2,Doorverbonden\n3,\n4,n.v.t.\n5,opgehangen\n");
        assertThat(heard.events)
                .extracting(event -> ((Event.Contact) event).outcome())
                .containsExactly(Outcome.RESOLVED, Outcome.TRANSFERRED, null, null);
        assertThat(heard.refusals)
                .containsExactly(
                        "rows.csv, row 5, outcome: expected resolved, unresolved, promised or transferred, found"
                                + " \"opgehangen\"; translate it in the mapping.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "refused",
            value = {
                ", | 12,5 | 12.5",
                ", | 1.234,56 | 1234.56",
                ", | 1.234.567 | 1234567",
                ", | 1 234,5 | 1234.5",
                ", | € 12,50 | 12.5",
                ", | -3,0 | -3",
                ", | 12,50- | -12.5",
                ", | 1.5 | refused", // five tenths or fifteen: nobody knows
                ", | 12.34,5 | refused",
                ", | 1,2,3 | refused",
                ", | twelve | refused",
                ". | 1,234.56 | 1234.56",
                ". | 12,34,567.8 | 1234567.8",
                ". | 1'234.5 | 1234.5",
                ". | 1,5 | refused",
            })
    void numbers_are_read_as_people_write_them(String point, String written, @Nullable Double amount) throws Exception {
        Heard heard = read("""
                source: shop
                delimiter: "|"
                quote: none
                decimal: "%s"
                events:
                  - {type: ordered, id: a, time: "2026-03-01T09:30:00Z", customer: Anna, amount: "{total}"}
                """.formatted(point), "total|b\n" + written + "|\n");
        if (amount == null) assertThat(heard.refusals.getFirst()).contains("amount: expected a number such as ");
        else assertThat(((Event.Ordered) heard.events.getFirst()).amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M/d/yyyy H:mm | 12/1/2010 8:26 | 2010-12-01T07:26:00Z",
                "d-M-yyyy | 1-3-2026 | 2026-02-28T23:00:00Z",
                "EEE MMM d HH:mm:ss Z yyyy | Tue Oct 31 22:10:47 +0000 2017 | 2017-10-31T22:10:47Z",
                "dd MMM yyyy h:mm a | 01 mar 2026 9:30 pm | 2026-03-01T20:30:00Z",
                "yyyyMMddHHmmss | 20260301093000 | 2026-03-01T08:30:00Z",
                "epoch seconds | 1772357400 | 2026-03-01T09:30:00Z",
                "epoch milliseconds | 1772357400123 | 2026-03-01T09:30:00.123Z",
                // On 29 March 2026 the clock goes from 2 to 3: half past two is taken as half past three.
                "d-M-yyyy H:mm | 29-3-2026 2:30 | 2026-03-29T01:30:00Z",
            })
    void moments_are_read_in_the_pattern_and_the_zone_of_the_mapping(String format, String written, String time)
            throws Exception {
        Heard heard = read(moments(format), "at|b\n" + written + "|\n");
        assertThat(heard.refusals).isEmpty();
        assertThat(heard.events.getFirst().time()).hasToString(time);
    }

    @Test
    void a_moment_in_another_pattern_is_refused_also_when_it_is_one_of_the_contract() throws Exception {
        assertThat(read(moments("d-M-yyyy"), "at|b\n2026-03-01|\n").refusals)
                .containsExactly("rows.csv, row 1, time: expected a moment written as d-M-yyyy, found \"2026-03-01\".");
    }

    @Test
    void months_can_be_written_in_another_language() throws Exception {
        String yaml = moments("d MMMM yyyy").replace("format:", "language: nl, format:");
        assertThat(read(yaml, "at|b\n1 maart 2026|\n").events.getFirst().time()).hasToString("2026-02-28T23:00:00Z");
    }

    @Test
    void an_offset_that_is_wrong_can_be_ignored() throws Exception {
        String yaml = """
                source: desk
                zone: Europe/Rome
                offset: ignore
                events: [{type: said, id: "{at}", time: "{at}", customer: Anna}]
                """;
        Heard heard =
                read(yaml, "at\n2012-10-09T14:50:17+00:00\n2012-10-09T14:50:17Z\n2012-10-09 14:50:17\n2012-10-09\n");
        assertThat(heard.events)
                .extracting(event -> event.time().toString())
                .containsExactly(
                        "2012-10-09T12:50:17Z", "2012-10-09T12:50:17Z", "2012-10-09T12:50:17Z", "2012-10-08T22:00:00Z");
    }

    @Test
    void a_moment_without_a_zone_says_what_to_do() throws Exception {
        String yaml = "source: desk\nevents: [{type: said, id: a, time: \"{at}\", customer: Anna}]";
        assertThat(read(yaml, "at\n2012-10-09T14:50:17\n01-03-2026\n0012-03-01T00:00:00Z\n2300-03-01T00:00:00Z\n")
                        .refusals)
                .containsExactly(
                        "rows.csv, row 1, time: expected a moment with a zone, such as 2026-03-01T09:30:00Z, found"
                                + " \"2012-10-09T14:50:17\"; say which zone it is in: zone in the mapping, or --zone.",
                        "rows.csv, row 2, time: expected a moment with a zone, such as 2026-03-01T09:30:00Z, found"
                                + " \"01-03-2026\"; set zone and format in the mapping.",
                        "rows.csv, row 3, time: expected a moment from 1970-01-01, found \"0012-03-01T00:00:00Z\".",
                        "rows.csv, row 4, time: expected a moment at most one day ahead, found \"2300-03-01T00:00:00Z\".");
    }

    @Test
    void an_empty_cell_makes_a_key_absent_and_leaves_other_texts_what_they_have() throws Exception {
        String yaml = """
                source: crm
                events: [{type: described, id: "{a}-{b}", time: "2026-03-01T09:30:00Z", customer: Anna, name: "{a} {b}"}]
                """;
        Heard heard = read(yaml, "a,b\nx,y\nx,\n");
        assertThat(heard.events)
                .extracting(event -> event.envelope().profile().name())
                .containsExactly("x y");
        assertThat(heard.refusals).containsExactly("rows.csv, row 2, id: expected a value, found nothing.");
    }

    @Test
    void attributes_take_what_has_no_field() throws Exception {
        String yaml = """
                source: crm
                events:
                  - {type: said, id: a, time: "2026-03-01T09:30:00Z", customer: Anna,
                     attributes: {language: nl, "Postal code": "{zip}", braces: "{{{zip}}}", none: "{empty}"}}
                """;
        assertThat(read(yaml, "zip,empty\n1234 AB,\n")
                        .events
                        .getFirst()
                        .envelope()
                        .attributes())
                .isEqualTo(Map.of("language", "nl", "Postal code", "1234 AB", "braces", "{1234 AB}"));
    }

    @Test
    void keys_are_taken_literally() throws Exception {
        String yaml =
                "source: crm\nevents: [{type: said, id: \"{k}\", time: \"2026-03-01T09:30:00Z\", customer: \"{k}\","
                        + " text: \"{t}\"}]";
        Heard heard = read(yaml, "k,t\nnull,=1+1\n007,<script>\n😀,  spaces  \n");
        assertThat(heard.customers()).containsExactly("null", "007", "😀");
        assertThat(heard.events)
                .extracting(event -> event.envelope().text())
                .containsExactly("=1+1", "<script>", "  spaces  ");
    }

    @Test
    void a_column_that_the_file_does_not_have_is_one_refusal() {
        String yaml = "source: crm\nevents: [{type: said, id: a, time: \"{InvoiceDat}\", customer: \"{CustomerID}\"}]";
        assertThatThrownBy(() -> read(yaml, "InvoiceDate,CustomerID\n2026-03-01,1\n"))
                .isInstanceOf(Refusal.class)
                .hasMessage("rows.csv: expected a column InvoiceDat, which shop.yaml asks for, found none; did you mean"
                        + " InvoiceDate?");
        assertThatThrownBy(() -> read(yaml, "InvoiceDat,CustomerID,InvoiceDat\n2026-03-01,1,2026-03-01\n"))
                .hasMessage("rows.csv: expected one column InvoiceDat, found 2; rename the others in the file.");
    }

    @Test
    void a_type_can_come_from_the_row() throws Exception {
        String yaml = """
                source: crm
                events: [{type: "{soort}", id: "{n}", time: "2026-03-01T09:30:00Z", customer: Anna, stars: "{n}"}]
                translations: {type: {recensie: reviewed, betaling: paid}}
                """;
        Heard heard = read(yaml, "soort,n\nrecensie,4\nbetaling,5\n");
        assertThat(heard.events).hasExactlyElementsOfTypes(Event.Reviewed.class);
        assertThat(heard.refusals)
                .containsExactly(
                        "rows.csv, row 2, stars: expected no such field in an event of type paid, found \"5\"; leave it"
                                + " out, or put it into attributes.");
    }

    @Test
    void encoding_and_delimiter_are_as_told() throws Exception {
        Path file = Heard.write(folder, "rows.csv", "naam#b\nZoë#x,y\n".getBytes(Charset.forName("windows-1252")));
        Mapping mapping = Heard.mapping(
                "source: crm\nencoding: windows-1252\ndelimiter: \"#\"\nevents: [{type: said, id: \"{b}\","
                        + " time: \"2026-03-01T09:30:00Z\", customer: \"{naam}\"}]");
        assertThat(Heard.of(mapping, file).customers()).containsExactly("Zoë");
    }

    @Test
    void all_that_is_wrong_with_a_row_is_said_at_once() throws Exception {
        String yaml = """
                source: crm
                events:
                  - {type: reviewed, id: a, time: {column: at, format: d-M-yyyy}, customer: "{who}", stars: {column: n, decimal: ","}}
                """;
        assertThat(read(yaml, "at,who,n\n2026,,many\n").refusals)
                .containsExactlyInAnyOrder(
                        "rows.csv, row 1, time: expected a moment written as d-M-yyyy, found \"2026\".",
                        "rows.csv, row 1, customer: expected a value, found nothing.",
                        "rows.csv, row 1, stars: expected a number such as 1.234,56, found \"many\".");
    }

    @Test
    void a_day_that_its_month_does_not_have_is_refused_and_not_moved() throws Exception {
        Heard heard = read(moments("d-M-yyyy"), "at|b\n31-4-2026|\n29-2-2026|\n29-2-2024|\n30-4-2026|\n");
        assertThat(heard.events)
                .extracting(event -> event.time().toString())
                .containsExactly("2024-02-28T23:00:00Z", "2026-04-29T22:00:00Z");
        assertThat(heard.refusals)
                .hasSize(2)
                .allMatch(each -> each.contains("time: expected a moment written as d-M-yyyy"));
    }

    private static String moments(String format) {
        return """
                source: shop
                zone: Europe/Amsterdam
                delimiter: "|"
                events: [{type: said, id: a, customer: Anna, time: {column: at, format: "%s"}}]
                """.formatted(format);
    }

    private Heard read(String yaml, String csv) throws Refusal {
        return Heard.of(Heard.mapping(yaml), Heard.write(folder, "rows.csv", csv));
    }
}
