package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import hecht.core.event.Event;
import hecht.core.event.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Path DATA = Path.of("../../shared/data");

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String suggest(Path file) throws Refusal {
        return Suggestion.of(List.of(file.toString()), ZONE).yaml();
    }

    @Test
    void a_file_that_was_handed_in_is_called_by_the_name_it_had_with_its_owner() throws IOException, Refusal {
        Path kept = file("5f3a", "nummer;klant;datum\n1;Anna;01-03-2026\n2;Bram;02-03-2026\n");
        String yaml = Suggestion.of("contacten.csv", kept, ZONE).yaml();
        assertThat(yaml).contains("How contacten.csv becomes events").doesNotContain(folder.toString());
        Input.Settings how =
                new Input.Settings(Mapping.parse("contacten.yaml", yaml), null, Instant.parse("2026-11-01T00:00:00Z"));
        List<String> files = new ArrayList<>();
        try (Input input = Input.openAs("contacten.csv", kept, how)) {
            input.read(
                    new Sink() {
                        @Override
                        public void accept(Event event, Row row) {
                            files.add(row.file());
                        }

                        @Override
                        public void refuse(List<Problem> problems, Row row) {
                            files.add(problems.toString());
                        }
                    },
                    Progress.SILENT);
            assertThat(input.files()).containsExactly("contacten.csv");
        }
        assertThat(files).containsExactly("contacten.csv", "contacten.csv");
    }

    @Test
    void what_is_wrong_with_a_file_that_was_handed_in_names_no_folder_of_ours() throws IOException {
        Path kept = file("5f3b", "");
        assertThatThrownBy(() -> Suggestion.of("leeg.csv", kept, ZONE))
                .hasMessageStartingWith("leeg.csv: ")
                .hasMessageNotContaining(folder.toString());
    }

    /// What comes of reading a file by the mapping that was suggested for it.
    private record Tried(List<Event> events, List<String> refused) {
        Map<String, Integer> types() {
            Map<String, Integer> types = new TreeMap<>();
            for (Event each : events) types.merge(each.type().word(), 1, Integer::sum);
            return types;
        }
    }

    private Tried tried(Path file) throws IOException, Refusal {
        Mapping mapping = Mapping.read(file("suggested.yaml", suggest(file)));
        List<Event> events = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        Input.Settings how = new Input.Settings(mapping, null, Instant.parse("2026-11-01T00:00:00Z"));
        try (Input input = Input.open(List.of(file.toString()), how)) {
            input.read(
                    new Sink() {
                        @Override
                        public void accept(Event event, Row row) {
                            events.add(event);
                        }

                        @Override
                        public void refuse(List<Problem> problems, Row row) {
                            refused.add(row.number() + " " + problems);
                        }
                    },
                    Progress.SILENT);
        }
        return new Tried(events, refused);
    }

    @ParameterizedTest
    @CsvSource({
        "bpic2016-complaints/BPI2016_Complaints.csv, contact",
        "online-retail/online-retail-2010-12.csv.gz, order_cancelled ordered",
        "olist-sample/olist_orders.csv.gz, delivered order_cancelled ordered",
        "olist-sample/olist_order_reviews.csv.gz, reviewed",
        "completejourney/transactions.csv.gz, ordered",
        "helpdesk/helpdesk.xes.gz, case_closed case_step",
        "receipt/receipt.xes.gz, case_opened case_step",
        "surveys/airline-tweets/airline-tweets.csv.gz, contact",
        "surveys/twitter-support/twcs-5001.csv.gz, contact",
        "surveys/consumer-complaints/consumer-complaints-2014-11.csv.gz, contact",
        "receivables/accounts-receivable.csv, contact invoiced paid",
    })
    void what_is_suggested_for_a_real_file_can_be_read_and_gives_events(String name, String types) throws Exception {
        Path file = DATA.resolve(name);
        assumeThat(Files.exists(file)).isTrue();
        Tried tried = tried(file);
        assertThat(tried.types().keySet()).contains(types.split(" "));
        assertThat(tried.refused())
                .as("%s", tried.refused().stream().limit(3).toList())
                .hasSizeLessThan(tried.events().size() / 50 + 1);
    }

    @Test
    void an_own_file_of_a_dutch_organisation_is_understood() throws Exception {
        Path file = file("facturen.csv", """
                factuurnummer;klantnummer;factuurdatum;vervaldatum;bedrag;betaaldatum;regio
                F001;0042;13-01-2026;12-02-2026;"1.234,50";20-01-2026;Noord
                F002;0043;02-02-2026;04-03-2026;"12,00";;Noord
                F003;0042;13-02-2026;15-03-2026;"1.000,00";01-03-2026;Zuid
                """);
        assertThat(suggest(file))
                .contains("delimiter: \";\"")
                .containsPattern("zone: Europe/Amsterdam +# \\?")
                .contains("""
                          # A bill was sent: factuurdatum.
                          - type: invoiced
                            id: "{factuurnummer}-invoiced"
                            time: {column: "factuurdatum", format: "d-M-yyyy"}
                            customer: "{klantnummer}"
                            case: "{factuurnummer}"
                            amount: {column: "bedrag", decimal: ","}
                        """)
                .contains("day first: 2 values have a first part above 12");
        Tried tried = tried(file);
        assertThat(tried.types()).containsExactlyInAnyOrderEntriesOf(Map.of("invoiced", 3, "paid", 2));
        assertThat(tried.events().getFirst())
                .isInstanceOfSatisfying(
                        Event.Invoiced.class,
                        bill -> assertThat(bill.money().amount()).isEqualTo(1234.5));
        assertThat(tried.events().getFirst().customer()).isEqualTo("0042");
    }

    @Test
    void days_that_prove_nothing_are_said_to_be_unsure() throws Exception {
        Path file = file("klachten.csv", "klant,klacht,datum\n7,te laat,01-02-2026\n8,te duur,03-04-2026\n");
        assertThat(suggest(file)).contains("# ? day first? no value proves which");
        Path both = file("both.csv", "klant,datum\n7,13-02-2026\n8,03-14-2026\n");
        assertThatThrownBy(() -> suggest(both))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INPUT))
                .hasMessageContaining("expected a column that says when things happened");
    }

    @Test
    void other_kinds_of_file_are_looked_at_too() throws Exception {
        Path lines = file("gesprekken.ndjson", """
                {"relatie": "anna", "tijdstip": "2026-03-01T09:30:00+01:00", "kanaal": "telefoon", "afhandeling": "opgelost"}
                {"relatie": "bram", "tijdstip": "2026-03-02T09:30:00+01:00", "kanaal": "balie", "afhandeling": "opgelost"}
                {"relatie": "anna", "tijdstip": "2026-03-03T09:30:00+01:00", "kanaal": "telefoon", "afhandeling": "beloofd"}
                {"relatie": "anna", "tijdstip": "2026-03-04T09:30:00+01:00", "kanaal": "telefoon", "afhandeling": "opgelost"}
                {"relatie": "bram", "tijdstip": "2026-03-05T09:30:00+01:00", "kanaal": "balie", "afhandeling": "beloofd"}
                {"relatie": "cor", "tijdstip": "2026-03-05T09:30:00+01:00", "kanaal": "balie", "afhandeling": "beloofd"}
                """);
        assertThat(suggest(lines))
                .contains("\"telefoon\": phone")
                .contains("\"beloofd\": promised")
                .doesNotContain("zone:");
        assertThat(tried(lines).types()).containsExactlyEntriesOf(Map.of("contact", 6));

        Path parquet = folder.resolve("bestellingen.parquet");
        try (ParquetTable table = ParquetTable.create(
                parquet,
                List.of(
                        ParquetTable.Column.text("klant"),
                        ParquetTable.Column.text("bestelnummer"),
                        new ParquetTable.Column("besteldatum", ParquetTable.Type.DAY),
                        ParquetTable.Column.number("bedrag")))) {
            table.add("anna", "B1", java.time.LocalDate.of(2026, 3, 1), 12.5);
            table.add("bram", "B2", java.time.LocalDate.of(2026, 3, 2), 7.0);
            table.finish();
        }
        assertThat(tried(parquet).types()).containsExactlyEntriesOf(Map.of("ordered", 2));
    }

    @Test
    void the_command_to_try_it_can_be_pasted_whatever_the_file_is_called() throws Exception {
        Path file = file("Anna's calls.csv", "customer_id,call_date\n7,2026-03-01\n");
        assertThat(suggest(file)).contains("Anna'\\''s calls.csv' --mapping 'Anna'\\''s calls.yaml' --dry-run");
    }

    @Test
    void no_cell_of_a_customer_is_told() throws Exception {
        Path file = file(
                "contacts.csv",
                "customer,email,contact_date,comment\nAnna de Vries,anna@example.org,2026-03-01,please call me back about the bill\n");
        assertThat(suggest(file)).doesNotContain("Anna").doesNotContain("anna@").doesNotContain("please call");
    }
}
