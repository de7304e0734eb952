package hecht.app.web.relationships;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.ingest.Histories;
import hecht.app.ingest.Terms;
import hecht.app.security.Browser;
import hecht.app.security.Running;
import hecht.app.web.layout.MadeUp;
import hecht.core.event.Envelope;
import hecht.core.event.Event;
import hecht.files.Input;
import hecht.files.Progress;
import hecht.files.Rejects;
import hecht.store.access.Act;
import hecht.store.access.Right;
import hecht.store.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The list and one relationship as a running server answers them, with the sixty customers of `examples/lichtland.csv`.
class ServedTest {
    private static final String ANNEKE = "/relationships/LL-0048213";
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");
    private static Running house;

    @BeforeAll
    static void open() throws Exception {
        house = Running.start();
        house.store().intake().take(events());
        Browser member = house.signedIn(Role.MEMBER);
        for (int i = 0; i < 100 && !member.get("/relationships").body().contains("Anneke Terpstra"); i++) {
            house.clock().forward(Duration.ofSeconds(10));
            Thread.sleep(200);
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static List<Event> events() throws Exception {
        Instant now = Instant.parse("2026-11-01T12:00:00Z");
        List<Event> events = new ArrayList<>();
        try (Input input = Input.open(
                        List.of("../examples/lichtland.csv"),
                        new Input.Settings(null, MadeUp.ZONE, now.plus(Duration.ofDays(1))));
                Rejects rejects = Rejects.forgotten(input);
                Histories all = Histories.read(input, Terms.of(MadeUp.ZONE, now), rejects, Progress.SILENT)) {
            all.each(each -> events.addAll(each.events()));
        }
        return events;
    }

    @Test
    void the_list_shows_rows_and_goes_on_without_showing_anybody_twice() {
        Browser member = house.signedIn(Role.MEMBER);
        String first = member.get("/relationships").body();
        assertThat(first).contains("Anneke Terpstra").contains("class=\"ch hb\"");
        Matcher next = NEXT.matcher(first);
        assertThat(next.find()).isTrue();
        String second = member.get(next.group(1).replace("&amp;", "&")).body();
        assertThat(second).contains("class=\"ch hb\"").doesNotContain("Anneke Terpstra");
    }

    @Test
    void a_name_is_found_and_nothing_found_says_what_to_drop() {
        Browser member = house.signedIn(Role.MEMBER);
        assertThat(member.get("/relationships?q=terpstra").body()).contains("LL-0048213");
        assertThat(member.get("/relationships?q=terpstra&region=Twente").body())
                .contains("Nothing found")
                .contains("href=\"/relationships?q=terpstra\"");
    }

    @Test
    void a_view_of_ones_own_is_kept_counted_and_removed() {
        Browser member = house.signedIn(Role.MEMBER);
        member.get("/relationships?region=Almere");
        String saved = member.post("/relationships/views", "region", "Almere", "name", "Almere <b>")
                .body();
        assertThat(saved).contains("Almere &lt;b&gt;").contains("/remove");
        Matcher own = Pattern.compile("/relationships/views/(\\d+)/remove").matcher(saved);
        assertThat(own.find()).isTrue();
        assertThat(member.post(own.group(), "x", "y").body()).doesNotContain("Almere &lt;b&gt;");
    }

    @Test
    void the_export_holds_every_row_once_and_is_in_the_audit() {
        Browser member = house.signedIn(Role.MEMBER);
        Browser.Answer csv = member.get("/relationships.csv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body()).startsWith(Exported.HEADER).contains("LL-0048213,Anneke Terpstra,");
        long rows = csv.body().lines().count() - 1;
        assertThat(house.audit())
                .anyMatch(line ->
                        line.act() == Act.EXPORTED && line.detail().equals("relationships.csv, " + rows + " rows"));
    }

    @Test
    void a_viewer_sees_figures_and_no_people() {
        Browser viewer = house.signedIn(Role.VIEWER);
        assertThat(viewer.get("/relationships").body())
                .contains("You can see figures, not people.")
                .doesNotContain("LL-00")
                .doesNotContain("Terpstra");
        assertThat(viewer.get(ANNEKE).status()).isEqualTo(403);
        assertThat(viewer.get("/relationships.csv").status()).isEqualTo(403);
        assertThat(viewer.get("/relationships/bands.csv").status()).isEqualTo(200);
        assertThat(viewer.get("/relationships?region=Almere").body()).contains("Too few to say");
    }

    @Test
    void one_relationship_is_shown_and_every_look_is_in_the_audit() {
        Browser member = house.signedIn(Role.MEMBER);
        Browser.Answer page = member.get(ANNEKE + "?lang=nl");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Door de ogen van de klant").contains("zoals deze klant");
        assertThat(member.get(ANNEKE + "?lang=en").body()).contains("Through the customer’s eyes");
        assertThat(member.get(ANNEKE + "/why.csv").body()).startsWith("what,day,as,on_its_day,now,rule\r\n");
        assertThat(member.get(ANNEKE + "/nothing.csv").status()).isEqualTo(404);
        assertThat(house.audit())
                .anyMatch(line -> line.act() == Act.LOOKED && line.detail().equals("relationship"));
    }

    @Test
    void an_event_leads_to_its_row_its_rule_and_its_reason() {
        Browser member = house.signedIn(Role.MEMBER);
        Matcher link = Pattern.compile("href=\"(" + ANNEKE + "/events/[^\"]+)\"")
                .matcher(member.get(ANNEKE + "?lang=en").body());
        assertThat(link.find()).isTrue();
        assertThat(member.get(link.group(1)).body())
                .contains("Rules that fired")
                .contains("The row");
        assertThat(member.get(ANNEKE + "/events/crm/none").status()).isEqualTo(404);
    }

    @Test
    void nobody_of_that_number_is_a_page_that_says_so() {
        Browser member = house.signedIn(Role.MEMBER);
        assertThat(member.get("/relationships/LL-9").status()).isEqualTo(404);
        assertThat(member.get("/relationships/~Li4vLi4").status()).isEqualTo(404);
    }

    @Test
    void a_conversation_that_is_noted_becomes_an_event_and_counts_at_once() {
        Browser member = house.signedIn(Role.MEMBER);
        String page = "/relationships/LL-0048218";
        member.get(page + "?lang=en");
        String noted = member.post(
                        page + "/conversations",
                        "text",
                        "=1+1 <i>never again</i>",
                        "theme",
                        "the move",
                        "tone",
                        "bad",
                        "promise",
                        "call back",
                        "day",
                        "2026-11-01")
                .body();
        assertThat(noted).contains("Noted. It counts from now on.").contains("the tone of a conversation");
        assertThat(house.store().events().of("LL-0048218"))
                .anyMatch(each -> each instanceof Event.Said said
                        && said.envelope().source().equals("hecht.notes")
                        && "=1+1 <i>never again</i>".equals(said.envelope().text()));
        assertThat(member.post(page + "/conversations", "day", "2026-12-24", "text", "x")
                        .body())
                .contains("“2026-12-24” is not a day up to today.");
        assertThat(member.post(page + "/conversations", "day", "2026-11-01").body())
                .contains("Nothing was changed.");
        assertThat(house.audit()).anyMatch(line -> line.act() == Act.NOTED);
    }

    @Test
    void erasing_asks_for_the_number_and_leaves_nobody() {
        String key = "erase/me";
        house.store()
                .intake()
                .take(List.of(new Event.Started(
                        Envelope.of("crm", "erase-1", Instant.parse("2026-01-05T10:00:00Z"), key), null, null, null)));
        String address = "/relationships/~ZXJhc2UvbWU";
        assertThat(house.signedIn(Role.MEMBER).get(address + "/erase").status()).isEqualTo(403);
        Browser steward = house.signedIn(Role.STEWARD);
        assertThat(steward.get(address + "/erase").body()).contains("erase/me");
        assertThat(steward.post(address + "/erase", "number", "erase").body())
                .contains("That is not this customer’s number. Nothing was changed.");
        assertThat(steward.get(address).status()).isEqualTo(200);
        steward.get(address + "/erase");
        steward.post(address + "/erase", "number", key);
        assertThat(steward.get(address).status()).isEqualTo(404);
        assertThat(house.audit()).anyMatch(line -> line.act() == Act.ERASED);
    }

    @Test
    void programs_read_the_same_with_the_right_people_and_nothing_without() throws Exception {
        Browser program = house.browser();
        String people = house.token(Right.PEOPLE);
        for (String path :
                List.of("", "/LL-0048213", "/LL-0048213/events", "/LL-0048213/episodes", "/LL-0048213/contributions")) {
            Browser.Answer answer = program.ask(program.request("/api/v1/relationships" + path)
                    .header("Authorization", "Bearer " + people)
                    .GET());
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains("LL-0048213");
        }
        assertThat(program.ask(program.request("/api/v1/relationships/LL-0048213/contributions")
                                .header("Authorization", "Bearer " + people)
                                .GET())
                        .body())
                .contains("\"on_its_day\":")
                .contains("\"reason_nl\":");
        assertThat(program.ask(program.request("/api/v1/relationships")
                                .header("Authorization", "Bearer " + house.token(Right.FIGURES))
                                .GET())
                        .status())
                .isEqualTo(403);
        assertThat(program.ask(program.request("/api/v1/relationships/LL-9")
                                .header("Authorization", "Bearer " + people)
                                .GET())
                        .status())
                .isEqualTo(404);
    }
}
