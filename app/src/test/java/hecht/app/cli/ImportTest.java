package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportTest {
    private static final String CONTACTS = """
            nr;klant;datum;soort;afloop
            1;K1;01-03-2026;klacht;opgelost
            2;K2;02-03-2026;vraag;opgelost
            3;K2;geen idee;vraag;opgelost
            4;;04-03-2026;vraag;opgelost
            """;

    private static final String MAPPING = """
            source: crm
            zone: Europe/Amsterdam
            events:
              - {type: contact, id: "{nr}", time: {column: datum, format: "d-M-yyyy"}, customer: "{klant}", direction: in, kind: "{soort}", outcome: "{afloop}"}
            translations:
              kind: {klacht: complaint, vraag: question}
              outcome: {opgelost: resolved}
            """;

    @TempDir
    Path folder;

    @Test
    void a_dry_run_tells_what_would_come_in_and_writes_nothing() throws IOException {
        String contacts = Ran.write(folder.resolve("contacts.csv"), CONTACTS).toString();
        String mapping = Ran.write(folder.resolve("contacts.yaml"), MAPPING).toString();
        Ran ran = Ran.hecht("import", contacts, "--dry-run", "--mapping", mapping);
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).isEqualTo(Ran.text("import.en.txt"));
        assertThat(Ran.hecht("import", contacts, "--dry-run", "--mapping", mapping, "--language", "nl")
                        .out())
                .isEqualTo(Ran.text("import.nl.txt"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("contacts.csv", "contacts.yaml");
        }
    }

    @Test
    void programs_get_the_same_as_json() {
        String contacts = Ran.write(folder.resolve("contacts.csv"), CONTACTS).toString();
        String mapping = Ran.write(folder.resolve("contacts.yaml"), MAPPING).toString();
        JsonNode told = JsonMapper.shared()
                .readTree(Ran.hecht("import", contacts, "--dry-run", "--mapping", mapping, "--json")
                        .out());
        assertThat(told.get("events_read").asInt()).isEqualTo(4);
        assertThat(told.get("accepted").asInt()).isEqualTo(2);
        assertThat(told.get("rejected").asInt()).isEqualTo(2);
        assertThat(told.get("first_rows")
                        .get(0)
                        .get("events")
                        .get(0)
                        .get("kind")
                        .asString())
                .isEqualTo("complaint");
        assertThat(told.get("first_rows").get(2).get("problems")).hasSize(1);
    }

    @Test
    void a_suggested_mapping_is_one_that_hecht_reads() {
        String contacts = Ran.write(folder.resolve("contacts.csv"), CONTACTS.replace("geen idee", "03-03-2026"))
                .toString();
        Ran suggested = Ran.hecht("import", contacts, "--suggest");
        assertThat(suggested.code()).isZero();
        String mapping =
                Ran.write(folder.resolve("suggested.yaml"), suggested.out()).toString();
        assertThat(Ran.hecht("import", contacts, "--dry-run", "--mapping", mapping)
                        .code())
                .as(suggested.out())
                .isIn(0, 3);
    }
}
