package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XesRowsTest {
    private static final String LOG = """
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
              <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
              <global scope="event"><string key="customer" value="nobody"/></global>
              <string key="meta_3TU:creator" value="x"><string key="customer" value="nobody"/></string>
              <trace>
                <string key="concept:name" value="ticket 1"/>
                <list key="tags"><values><string key="customer" value="nobody"/></values></list>
                <event>
                  <string key="concept:name" value="Opened"><string key="customer" value="nobody"/></string>
                  <date key="time:timestamp" value="2026-03-01T09:30:00.000+01:00"/>
                  <string key="customer" value="Anna"/>
                </event>
                <event>
                  <string key="concept:name" value="Closed &amp; paid"/>
                  <date key="time:timestamp" value="2026-03-02T09:30:00.000+01:00"/>
                  <string key="customer" value="Anna"/>
                  <int key="level" value="3"/>
                </event>
              </trace>
              <trace>
                <event>
                  <string key="concept:name" value="Opened"/>
                  <date key="time:timestamp" value="2026-03-03T09:30:00Z"/>
                  <string key="customer" value="Bram"/>
                </event>
              </trace>
            </log>
            """;

    private static final String MAPPING = """
            source: desk
            events:
              - {type: case_step, id: "{hash}", time: "{time:timestamp}", customer: "{customer}",
                 case: "{case:concept:name}", step: "{concept:name}", attributes: {level: "{level}"}}
            """;

    @TempDir
    Path folder;

    @Test
    void attributes_of_the_trace_and_of_the_event_are_cells_and_nested_ones_are_not() throws Exception {
        Heard heard = Heard.of(Heard.mapping(MAPPING), Heard.write(folder, "log.xes", LOG));
        assertThat(heard.events)
                .extracting(event -> event.time() + " " + event.customer() + " "
                        + event.envelope().subject().caseId() + " "
                        + event.envelope().handling().step() + " "
                        + event.envelope().attributes())
                .containsExactly(
                        "2026-03-01T08:30:00Z Anna ticket 1 Opened {}",
                        "2026-03-02T08:30:00Z Anna ticket 1 Closed & paid {level=3}");
        // A trace without a name leaves its events without a case, which a step must have.
        assertThat(heard.refusals).containsExactly("log.xes, row 3, case: expected a value, found nothing.");
    }

    @Test
    void an_event_keeps_its_name_when_another_is_put_before_it() throws Exception {
        String first = LOG.substring(LOG.indexOf("<event>"), LOG.indexOf("</event>") + 8);
        String longer = LOG.replaceFirst("<event>", first.replace("Opened", "Called") + "<event>");
        var ids = Heard.of(Heard.mapping(MAPPING), Heard.write(folder, "log.xes", LOG))
                .ids();
        var after = Heard.of(Heard.mapping(MAPPING), Heard.write(folder, "longer.xes", longer))
                .ids();
        assertThat(after).hasSize(3).endsWith(ids.get(0), ids.get(1));
    }

    @Test
    void a_packed_log_is_read_alike() throws Exception {
        Heard heard = Heard.of(Heard.mapping(MAPPING), Heard.write(folder, "log.xes.gz", Heard.packed(LOG)));
        assertThat(heard.customers()).containsExactly("Anna", "Anna");
    }

    @Test
    void without_a_mapping_its_attributes_are_shown_and_what_to_run() {
        assertThatThrownBy(() -> Heard.of(Heard.write(folder, "log.xes", LOG)))
                .isInstanceOf(Refusal.class)
                .hasMessage("log.xes: expected a mapping that says which attribute is the customer, found"
                        + " case:concept:name, concept:name, time:timestamp, customer; run hecht import "
                        + folder.resolve("log.xes") + " --suggest >"
                        + " mapping.yaml, look it over, and give it with --mapping mapping.yaml.");
    }

    @Test
    void a_document_type_is_refused_before_anything_is_fetched() {
        String evil = LOG.replace("<log ", "<!DOCTYPE log [<!ENTITY all SYSTEM \"file:///etc/passwd\">]>\n<log ");
        assertThatThrownBy(() -> Heard.of(
                        Heard.mapping(MAPPING), Heard.write(folder, "evil.xes", evil.replace("Anna", "&all;"))))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "evil.xes: expected XES without a document type, found <!DOCTYPE; take that out of the file.");
    }

    @Test
    void a_log_that_ends_early_brings_what_stands_before() throws Exception {
        String half = LOG.substring(0, LOG.indexOf("<int"));
        Heard heard = Heard.of(Heard.mapping(MAPPING), Heard.write(folder, "half.xes", half));
        assertThat(heard.customers()).containsExactly("Anna");
        assertThat(heard.refusals)
                .containsExactly(
                        "half.xes, row 2: expected the file to go on, found \"XML that breaks on line 18\"; fetch the"
                                + " file again, what stands before this counts.");
    }

    @Test
    void an_attribute_that_no_event_has_is_remarked_or_refused_when_nothing_came() throws Exception {
        Path log = Heard.write(folder, "log.xes", LOG);
        try (Input input = Heard.open(Heard.mapping(MAPPING.replace("{level}", "{levl}")), log)) {
            Heard heard = new Heard();
            input.read(heard, Progress.SILENT);
            assertThat(heard.events).hasSize(2);
            assertThat(input.remarks())
                    .containsExactly(
                            "log.xes: expected a column levl, which shop.yaml asks for, found none; did you mean level?");
        }
        assertThatThrownBy(() -> Heard.of(Heard.mapping(MAPPING.replace("{customer}", "{custmer}")), log))
                .hasMessage(
                        "log.xes: expected a column custmer, which shop.yaml asks for, found none; did you mean customer?");
    }

    @Test
    void other_xml_and_no_xml_are_refused() {
        assertThatThrownBy(() -> Heard.of(Heard.mapping(MAPPING), Heard.write(folder, "page.xes", "<html></html>")))
                .hasMessage("page.xes: expected an XES log, found XML that begins with <html>.");
        assertThatThrownBy(() -> Heard.of(Heard.mapping(MAPPING), Heard.write(folder, "text.xes", "customer,time\n")))
                .hasMessage("text.xes: expected an XES log, found no XML.");
    }
}
