package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/// Files as organisations have them. Skipped where they are not: they lie in `../shared/data` beside the project.
class RealFilesTest {
    @Test
    void every_event_of_the_help_desk_is_read() throws Exception {
        Heard heard = Heard.of(Heard.mapping("""
                        source: helpdesk
                        zone: Europe/Rome
                        offset: ignore
                        events:
                          - {type: case_step, id: "{hash}", time: "{time:timestamp}", customer: "{customer}",
                             case: "{case:concept:name}", step: "{concept:name}"}
                        """), file("helpdesk/helpdesk.xes.gz"));
        assertThat(heard.refusals).isEmpty();
        assertThat(heard.events).hasSize(21_348);
        assertThat(new HashSet<>(heard.ids())).hasSize(21_348);
        assertThat(new HashSet<>(heard.customers())).hasSize(397);
    }

    @Test
    void every_event_of_the_receipt_phase_is_read_past_its_long_header() throws Exception {
        Heard heard = Heard.of(Heard.mapping("""
                        source: receipt
                        events:
                          - {type: case_step, id: "{hash}", time: "{time:timestamp}", customer: "{case:concept:name}",
                             case: "{case:concept:name}", step: "{concept:name}", attributes: {deadline: "{case:deadline}"}}
                        """), file("receipt/receipt.xes.gz"));
        assertThat(heard.refusals).isEmpty();
        assertThat(heard.events).hasSize(8_577);
        assertThat(new HashSet<>(heard.customers())).hasSize(1_434);
    }

    @Test
    void complaints_in_latin_letters_and_semicolons_are_read() throws Exception {
        Heard heard = Heard.of(Heard.mapping("""
                        source: uwv
                        zone: Europe/Amsterdam
                        encoding: ISO-8859-1
                        events:
                          - {type: contact, direction: in, kind: complaint, id: "{ComplaintID}", time: "{ContactDate}",
                             customer: "{CustomerID}", case: "{ComplaintDossierID}"}
                        """), file("bpic2016-complaints/BPI2016_Complaints.csv"));
        assertThat(heard.refusals).isEmpty();
        assertThat(heard.events).hasSize(289);
        assertThat(new HashSet<>(heard.customers())).hasSize(226);
    }

    @Test
    void a_torn_record_and_a_torn_end_cost_only_themselves() throws Exception {
        Heard tweets = Heard.of(Heard.mapping("""
                        source: twitter
                        events:
                          - {type: contact, direction: in, id: "{tweet_id}", customer: "{author_id}", text: "{text}",
                             time: {column: created_at, format: EEE MMM dd HH:mm:ss Z yyyy}, when: {column: inbound, is: "True"}}
                        """), file("surveys/twitter-support/twcs-5001.csv.gz"));
        assertThat(tweets.events).hasSizeBetween(2_777, 2_778);
        assertThat(tweets.refusals).hasSizeBetween(1, 2);
        Heard torn = Heard.of(
                Heard.mapping("""
                        source: airline
                        events: [{type: said, id: "{hash}", customer: "{hash}", time: 2015-01-01T00:00:00Z}]
                        """), file("surveys/airline-satisfaction/airline-satisfaction-truncated.csv.gz"));
        assertThat(torn.events).hasSize(37_956);
        assertThat(torn.refusals).hasSize(1);
    }

    private static Path file(String name) {
        // Tests run in the room's folder.
        Path file = Path.of("..", "..", "shared", "data").resolve(name);
        assumeTrue(Files.exists(file), "no " + file);
        return file;
    }
}
