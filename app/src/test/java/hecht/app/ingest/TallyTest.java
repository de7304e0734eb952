package hecht.app.ingest;

import static hecht.app.ingest.Given.NOW;
import static hecht.app.ingest.Given.TERMS;
import static hecht.app.ingest.Given.ZONE;
import static hecht.app.ingest.Given.csv;
import static hecht.app.ingest.Given.ndjson;
import static hecht.app.ingest.Given.read;
import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.event.Event;
import hecht.core.event.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of everything that is read.
class TallyTest {
    private static final String HEADER = "source,id,time,customer,type,kind,direction,outcome,from,employee";

    @TempDir
    Path folder;

    @Test
    void everything_that_was_read_is_accounted_for_once() {
        Path file = csv(
                folder,
                "mixed.csv",
                HEADER,
                "crm,1,2026-01-01T10:00:00Z,anna,started,,,,,",
                "crm,2,2026-01-02T10:00:00Z,anna,contact,question,in,resolved,,Joris",
                "crm,2,2026-01-02T10:00:00Z,anna,contact,question,in,resolved,,Joris",
                "crm,2,2026-01-02T10:00:00Z,anna,contact,complaint,in,resolved,,Joris",
                "crm,3,2026-01-03T10:00:00Z,bram,contact,question,sideways,,,",
                "crm,4,2026-01-03T10:00:00Z,bram,started,,,,,",
                "crm,5,2026-01-04T10:00:00Z,bram,erased,,,,,",
                "crm,6,2026-01-05T10:00:00Z,anna,life_event,ill,,,,",
                "crm,7,2026-01-05T10:00:00Z,anna,life_event,moved,,,,");
        try (Histories histories = read(file)) {
            Tally tally = histories.tally();
            assertThat(tally.rows()).isEqualTo(9);
            assertThat(tally.eventsRead()).isEqualTo(9);
            assertThat(tally.accepted()).isEqualTo(3);
            assertThat(tally.repeated()).isEqualTo(1);
            assertThat(tally.conflicting()).isEqualTo(1);
            assertThat(tally.rejected()).isEqualTo(1);
            assertThat(tally.erased()).as("the event and the asking").isEqualTo(2);
            assertThat(tally.notSwitchedOn()).isEqualTo(1);
            assertThat(tally.withoutEmployee()).isEqualTo(1);
            assertThat(histories.customers()).isEqualTo(1);
        }
    }

    @Test
    void of_two_contents_with_one_id_the_first_stays_and_the_second_is_named_and_kept_aside() throws IOException {
        Path file = csv(
                folder,
                "conflict.csv",
                HEADER,
                "crm,1,2026-01-01T10:00:00Z,anna,contact,question,in,resolved,,",
                "crm,1,2026-01-01T10:00:00Z,bram,contact,question,in,resolved,,",
                "web,1,2026-01-01T10:00:00Z,bram,contact,question,in,resolved,,");
        try (Histories histories = read(file)) {
            assertThat(histories.tally().conflicting()).isEqualTo(1);
            assertThat(histories.tally().reasons())
                    .singleElement()
                    .satisfies(
                            reason -> assertThat(reason.example())
                                    .isEqualTo(
                                            "conflict.csv, row 2, id: expected the content that came first with this source and id,"
                                                    + " found \"1\"; the first counts; give this event an id of its own, or leave it out"));
            assertThat(Given.history("anna", histories).events()).hasSize(1);
            assertThat(Given.history("bram", histories).events())
                    .extracting(each -> each.envelope().source())
                    .containsExactly("web");
        }
        assertThat(Files.readAllLines(folder.resolve("conflict.rejects.csv")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("crm,1,2026-01-01T10:00:00Z,bram,");
    }

    @Test
    void the_mended_rejects_bring_in_only_what_was_missing() throws IOException {
        Path file = csv(
                folder,
                "bad.csv",
                HEADER,
                "crm,1,2026-01-01T10:00:00Z,anna,started,,,,,",
                "crm,2,2026-01-02T10:00:00Z,anna,contact,question,inward,resolved,,");
        read(file).close();
        Path rejects = folder.resolve("bad.rejects.csv");
        Path mended = Files.writeString(
                folder.resolve("mended.csv"), Files.readString(rejects).replace("inward", "in"));
        try (Histories histories = read(file, mended)) {
            assertThat(histories.tally().accepted()).isEqualTo(2);
            assertThat(histories.tally().rejected()).isEqualTo(1);
        }
    }

    @Test
    void what_needs_a_purpose_comes_in_once_it_is_switched_on() {
        Path file = ndjson(
                folder,
                "purpose",
                "'time': '2026-01-01T10:00:00Z', 'customer': 'anna', 'type': 'life_event', 'kind': 'bereaved'",
                "'time': '2026-01-02T10:00:00Z', 'customer': 'anna', 'type': 'used', 'employee': 'Joris'");
        Terms all = new Terms(ZONE, NOW, null, Set.of(Purpose.values()));
        try (Histories histories = read(all, file)) {
            assertThat(histories.tally().notSwitchedOn()).isZero();
            assertThat(histories.tally().withoutEmployee()).isZero();
            assertThat(Given.history("anna", histories)
                            .events()
                            .getLast()
                            .envelope()
                            .handling()
                            .employee())
                    .isEqualTo("Joris");
        }
        try (Histories histories = read(TERMS, file)) {
            assertThat(histories.tally().notSwitchedOn()).isEqualTo(1);
            assertThat(histories.tally().withoutEmployee()).isEqualTo(1);
            assertThat(Given.history("anna", histories).events())
                    .singleElement()
                    .satisfies(used -> {
                        assertThat(used).isInstanceOf(Event.Used.class);
                        assertThat(used.envelope().handling().employee()).isNull();
                    });
        }
    }

    @Test
    void events_after_the_day_asked_for_stand_beside() {
        Path file = ndjson(
                folder,
                "days",
                "'time': '2026-01-01T10:00:00Z', 'customer': 'anna', 'type': 'started'",
                "'time': '2026-01-31T22:59:59Z', 'customer': 'anna', 'type': 'used'",
                "'time': '2026-01-31T23:00:00Z', 'customer': 'bram', 'type': 'used'");
        try (Histories histories = read(TERMS.at(LocalDate.of(2026, 1, 31)), file)) {
            assertThat(histories.tally().eventsRead()).isEqualTo(2);
            assertThat(histories.tally().later()).isEqualTo(1);
            assertThat(histories.tally().rows()).isEqualTo(3);
            assertThat(histories.customers()).isEqualTo(1);
            assertThat(histories.asOf()).isEqualTo(Instant.parse("2026-01-31T22:59:59.999999Z"));
        }
    }

    @Test
    void as_of_is_the_end_of_the_latest_day_and_never_later_than_now() {
        Path old = ndjson(folder, "old", "'time': '2026-01-10T08:00:00Z', 'customer': 'anna', 'type': 'used'");
        Path today = ndjson(folder, "today", "'time': '2026-03-01T08:00:00Z', 'customer': 'anna', 'type': 'used'");
        Path ahead = ndjson(folder, "ahead", "'time': '2026-03-01T13:00:00Z', 'customer': 'anna', 'type': 'used'");
        try (Histories histories = read(old)) {
            assertThat(histories.asOf()).isEqualTo(Instant.parse("2026-01-10T22:59:59.999999Z"));
        }
        try (Histories histories = read(old, today, ahead)) {
            assertThat(histories.asOf()).isEqualTo(NOW);
            assertThat(histories.tally().later()).as("it did not happen yet").isEqualTo(1);
        }
    }

    @Test
    void as_of_does_not_come_from_an_erased_event() {
        Path file = ndjson(
                folder,
                "erased",
                "'time': '2026-01-10T08:00:00Z', 'customer': 'anna', 'type': 'used'",
                "'time': '2026-02-10T08:00:00Z', 'customer': 'bram', 'type': 'used'",
                "'time': '2026-02-11T08:00:00Z', 'customer': 'bram', 'type': 'erased'");
        try (Histories histories = read(file)) {
            assertThat(histories.asOf()).isEqualTo(Instant.parse("2026-01-10T22:59:59.999999Z"));
        }
    }

    @Test
    void reasons_are_counted_and_the_first_example_is_kept() {
        Path file = csv(
                folder,
                "reasons.csv",
                HEADER,
                "crm,1,2026-01-01,anna,contact,question,sideways,,,",
                "crm,2,2026-01-01,anna,contact,question,upside down,,,",
                "crm,3,yesterday,anna,started,,,,,");
        try (Histories histories = read(file)) {
            assertThat(histories.tally().reasons())
                    .extracting(Tally.Reason::field)
                    .containsExactly("direction", "time");
            assertThat(histories.tally().reasons().getFirst().times()).isEqualTo(2);
            assertThat(histories.tally().reasons().getFirst().example())
                    .startsWith("reasons.csv, row 1, direction: expected in or out, found \"sideways\"");
        }
    }

    /// That a merge closes a circle is known only when all is read: its row comes after others of its file, and of other files.
    @Test
    void a_row_found_out_late_is_kept_aside_beside_those_before_it() throws IOException {
        Path first = csv(
                folder,
                "first.csv",
                HEADER,
                "crm,1,2026-01-02T10:00:00Z,anna,merged,,,,bram,",
                "crm,2,never,anna,started,,,,,",
                "crm,3,2026-01-03T10:00:00Z,bram,merged,,,,anna,");
        Path second = csv(
                folder,
                "second.csv",
                HEADER,
                "crm,4,2026-01-04T10:00:00Z,bram,merged,,,,anna,",
                "crm,5,never,anna,started,,,,,");
        try (Histories histories = read(first, second)) {
            assertThat(histories.tally().conflicting()).isEqualTo(2);
            assertThat(histories.tally().rejected()).isEqualTo(2);
        }
        assertThat(Files.readAllLines(folder.resolve("first.rejects.csv")))
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("\ufeffsource,id,"),
                        never -> assertThat(never).startsWith("crm,2,never,"),
                        circle -> assertThat(circle).startsWith("crm,3,"));
        assertThat(Files.readAllLines(folder.resolve("second.rejects.csv")))
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("\ufeffsource,id,"),
                        never -> assertThat(never).startsWith("crm,5,never,"),
                        circle -> assertThat(circle).startsWith("crm,4,"));
    }
}
