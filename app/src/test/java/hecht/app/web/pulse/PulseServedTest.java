package hecht.app.web.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.security.Browser;
import hecht.app.security.Running;
import hecht.core.event.ContactKind;
import hecht.core.event.Direction;
import hecht.core.event.Envelope;
import hecht.core.event.Envelope.Profile;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.Outcome;
import hecht.core.relation.Mode;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Pulse as a running server answers it, to people and to programs: 120 customers, of whom 40 had a cold house this month; 70 in
/// the segment large, 40 in middle, 10 in small.
class PulseServedTest {
    private static final int CUSTOMERS = 120;
    private static final int COLD = 40;
    private static final Pattern BAR = Pattern.compile("href=\"(/relationships\\?moved=[^\"]+)\"");
    private static Running house;

    @BeforeAll
    static void open() throws Exception {
        house = Running.start();
        Instant now = house.clock().instant();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            String customer = "K" + i;
            String segment = i < 70 ? "large" : i < 110 ? "middle" : "small";
            Envelope began = Envelope.of("crm", "s" + i, now.minus(Duration.ofDays(400)), customer)
                    .with(new Profile(null, segment, null, null));
            events.add(new Event.Started(began.about(Subject.ofProduct("power")), null, null, null));
            if (i < COLD)
                events.add(Event.Contact.of(
                        Envelope.of("crm", "c" + i, now.minus(Duration.ofHours(1)), customer)
                                .about(Subject.ofGoal("cold house")),
                        Direction.IN,
                        ContactKind.COMPLAINT,
                        Outcome.UNRESOLVED));
        }
        house.store().intake().take(events);
        for (int i = 0; i < 100 && house.store().relation().pulses().known().isEmpty(); i++) {
            house.clock().forward(Duration.ofSeconds(10));
            Thread.sleep(200);
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_bar_of_what_moved_it_leads_to_the_list_of_those_it_counts_which_says_so_and_can_be_left() {
        Browser member = house.signedIn(Role.MEMBER);
        Matcher bar = BAR.matcher(member.get("/pulse").body());
        assertThat(bar.find()).isTrue();
        String list = member.get(bar.group(1).replace("&amp;", "&")).body();
        assertThat(list).contains("Moved this month by: cold house: ").contains("40 of 120 customers");
        assertThat(list)
                .containsPattern("<p class=\"also\"><b>[^<]+</b> <a href=\"/relationships\">leave this out</a>");
        assertThat(list).contains("name=\"moved\" value=\"goal ");
    }

    @Test
    void a_viewer_is_told_neither_the_small_segment_nor_one_from_which_it_follows() {
        Browser viewer = house.signedIn(Role.VIEWER);
        assertThat(viewer.get("/pulse?segment=large").body()).contains("role=\"img\"");
        assertThat(viewer.get("/pulse?segment=middle").body()).contains("Too few to say, here or in what is left out");
        assertThat(viewer.get("/pulse?segment=small").body()).contains("Too few to say, here or in what is left out");
        assertThat(viewer.get("/pulse/dots.csv?segment=middle").status()).isEqualTo(404);
        assertThat(viewer.get("/relationships?segment=middle").body()).contains("Too few to say");
        assertThat(viewer.get("/relationships?segment=large").body()).contains("role=\"img\"");
        assertThat(house.signedIn(Role.MEMBER).get("/pulse?segment=middle").body())
                .contains("role=\"img\"");
    }

    @Test
    void where_the_events_suggest_another_mode_it_is_said_and_a_steward_is_led_to_the_choice() {
        String choice = "href=\"/setup/organisation#h-d\"";
        house.store().settings().propose(Mode.RHYTHM);
        assertThat(house.signedIn(Role.STEWARD).get("/pulse").body())
                .contains("who stop buying and say nothing", choice);
        assertThat(house.signedIn(Role.VIEWER).get("/pulse").body())
                .contains("A steward can change that")
                .doesNotContain(choice);
        house.store().settings().propose(Mode.CONTRACT);
        assertThat(house.signedIn(Role.STEWARD).get("/pulse").body()).doesNotContain("stop buying", choice);
    }

    @Test
    void programs_read_what_the_page_shows_and_no_more() {
        JsonNode all = json("", Right.FIGURES);
        assertThat(all.get("customers").asInt()).isEqualTo(CUSTOMERS);
        assertThat(all.get("too_few").asBoolean()).isFalse();
        assertThat(all.get("charts").propertyNames())
                .contains("dots", "months", "dimensions", "quadrants", "leavers", "locks", "movers");
        JsonNode cold = all.get("charts")
                .get("movers")
                .valueStream()
                .filter(each -> each.get("driver").asString().startsWith("Cold house"))
                .findFirst()
                .orElseThrow();
        assertThat(cold.get("customers").asInt()).isEqualTo(COLD);
        assertThat(cold.get("points").asDouble()).isNegative();

        JsonNode middle = json("?segment=middle", Right.FIGURES);
        assertThat(middle.get("too_few").asBoolean()).isTrue();
        assertThat(middle.get("customers").isNull()).isTrue();
        assertThat(middle.get("health").isNull()).isTrue();
        assertThat(middle.get("charts").isEmpty()).isTrue();
        assertThat(json("?segment=middle", Right.FIGURES, Right.PEOPLE)
                        .get("customers")
                        .asInt())
                .isEqualTo(40);
    }

    @Test
    void a_program_hears_that_there_is_no_such_month_or_segment_and_needs_the_right() {
        assertThat(ask("?month=1999-01", Right.FIGURES).status()).isEqualTo(404);
        assertThat(ask("?segment=nobody", Right.FIGURES).status()).isEqualTo(404);
        assertThat(ask("?month=October", Right.FIGURES).status()).isEqualTo(400);
        assertThat(ask("", Right.EVENTS).status()).isEqualTo(403);
    }

    /// By the names that answers have, without what only commands beside the server ask, and without what no program sends.
    @Test
    void it_is_described_for_programs_as_it_is() {
        JsonNode all = JsonMapper.shared()
                .readTree(ask("/api/v1/openapi", "", Right.FIGURES).body());
        assertThat(all.get("paths").propertyNames())
                .contains("/api/v1/pulse", "/api/v1/events", "/api/v1/relationships", "/api/v1/imports")
                .allMatch(each -> each.startsWith("/api/v1/"));
        assertThat(all.at("/paths/~1api~1v1~1imports").propertyNames()).containsExactly("get");
        JsonNode pulse = json("", Right.FIGURES);
        assertThat(all.at("/components/schemas/PulseJson/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(pulse.propertyNames());
        assertThat("" + all).doesNotContain("\"name\":\"who\"").contains("change_90_days");
    }

    private static JsonNode json(String query, Right... rights) {
        Browser.Answer answer = ask(query, rights);
        assertThat(answer.status()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static Browser.Answer ask(String query, Right... rights) {
        return ask("/api/v1/pulse", query, rights);
    }

    private static Browser.Answer ask(String path, String query, Right... rights) {
        Browser program = house.browser();
        return program.ask(program.request(path + query)
                .header("Authorization", "Bearer " + house.token(rights))
                .GET());
    }
}
