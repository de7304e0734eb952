package hecht.app.web.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.web.chart.Form;
import hecht.app.web.chart.Table;
import hecht.app.web.layout.SignedIn.Role;
import hecht.app.words.Language;
import hecht.core.event.ContactKind;
import hecht.core.event.Direction;
import hecht.core.event.Envelope;
import hecht.core.event.Envelope.Profile;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.Event.Money;
import hecht.core.event.Outcome;
import hecht.core.relation.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page of one relationship. Anneke Terpstra moved house, and three suppliers did each their own step well.
class PortraitTest {
    private static final Life ANNEKE = Lichtland.life(Lichtland.ANNEKE);
    private static final Instant START = Instant.parse("2024-01-10T09:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-06-30T21:59:59.999999Z");

    @Test
    void the_mover_is_told_in_a_few_sentences_in_both_languages() {
        assertThat(Lichtland.portrait(ANNEKE, Language.EN, null, null).story())
                .contains("Cooled over “move house”: 6 contacts for one goal, from 84 to 53 in 4 weeks.")
                .contains("On 11 August 2026 this customer asked how to leave.")
                .endsWith("The door opens on 31 January 2027.");
        assertThat(Lichtland.portrait(ANNEKE, Language.NL, null, null).story())
                .contains("Koelde af bij ‘move house’: 6 contacten voor één doel, van 84 naar 53 in 4 weken.")
                .endsWith("De deur gaat open op 31 januari 2027.");
    }

    @Test
    void the_move_was_right_first_time_by_our_count_and_not_by_the_customers() {
        EpisodeRow move = Lichtland.portrait(ANNEKE, Language.EN, null, null).episodes().stream()
                .filter(each -> each.goal().equals("Move house"))
                .findFirst()
                .orElseThrow();
        assertThat(move.ours()).isTrue();
        assertThat(move.theirs()).isFalse();
        assertThat(move.needed()).isEqualTo(", needed 6");
        assertThat(move.contacts()).isEqualTo("6 contacts · 55 days, 45 days later than promised");
    }

    @Test
    void an_episode_shows_its_multiplication_and_the_product_is_what_it_comes_to() {
        EpisodeRow solar = Lichtland.portrait(ANNEKE, Language.EN, null, null).episodes().stream()
                .filter(each -> each.goal().equals("Start feed-in"))
                .findFirst()
                .orElseThrow();
        assertThat(solar.product()).isEqualTo("1.00 × 1.00");
        assertThat(solar.quality()).isEqualTo("1.00");
        assertThat(solar.parts()).hasSize(2).allMatch(part -> part.href() != null);
    }

    @Test
    void what_stands_under_now_adds_up_to_the_health_exactly_as_printed() {
        for (Language language : Language.values()) {
            List<List<Table.Cell>> rows = Lichtland.portrait(ANNEKE, language, null, null)
                    .chart("why")
                    .orElseThrow()
                    .rows();
            long sum = 0;
            for (List<Table.Cell> row : rows.subList(0, rows.size() - 1))
                sum += tenths(row.get(4).shown());
            assertThat(sum).isEqualTo(tenths(rows.getLast().get(4).shown()));
            assertThat(rows).hasSizeGreaterThan(10);
        }
    }

    private static long tenths(String printed) {
        return Long.parseLong(printed.replace('−', '-').replaceAll("[+.,]", ""));
    }

    @Test
    void the_health_after_a_mark_is_the_health_before_it_and_what_it_did_on_its_day() {
        for (Mark each : ANNEKE.marks()) {
            if (each.steps().isEmpty()
                    || ANNEKE.marks().stream()
                                    .filter(other -> other.at().equals(each.at()))
                                    .count()
                            > 1) continue;
            double before = ANNEKE.before(each.at()).orElseThrow().health();
            double after = ANNEKE.at(each.at()).orElseThrow().health();
            assertThat(after - before).isCloseTo(each.onItsDay(), org.assertj.core.api.Assertions.within(1e-6));
        }
        assertThat(ANNEKE.marks()).hasSizeGreaterThan(12);
    }

    @Test
    void every_event_on_the_line_leads_to_its_own_page() {
        Table table = Lichtland.portrait(ANNEKE, Language.EN, null, null)
                .chart("line")
                .orElseThrow()
                .table();
        List<String> to = table.rows().stream()
                .flatMap(row -> row.getFirst().address().stream())
                .toList();
        assertThat(to).hasSizeGreaterThan(15).allMatch(each -> each.startsWith("/relationships/LL-0048213/events/"));
        assertThat(table.csv()).startsWith("what,day,as,weight,on_its_day,health_after\r\n");
    }

    @Test
    void silences_of_more_than_120_days_are_named_and_shorter_ones_are_not() {
        assertThat(ANNEKE.silences())
                .isNotEmpty()
                .allMatch(each -> each.length().compareTo(Duration.ofDays(120)) > 0);
        assertThat(svg(ANNEKE, Language.EN)).contains("10 months of silence").contains("url(#line-w-h)");
    }

    @Test
    void a_window_narrows_what_is_drawn_and_a_day_that_is_none_is_named() {
        Portrait narrow = Lichtland.portrait(ANNEKE, Language.EN, "2026-04-01", "2026-06-30");
        assertThat(narrow.chart("line").orElseThrow().rows())
                .hasSizeLessThan(Lichtland.portrait(ANNEKE, Language.EN, null, null)
                        .chart("line")
                        .orElseThrow()
                        .rows()
                        .size())
                .allMatch(row -> row.get(1).plain().startsWith("2026-0"));
        assertThat(narrow.episodes()).extracting(EpisodeRow::goal).containsExactly("Move house");
        assertThat(Lichtland.portrait(ANNEKE, Language.EN, "1-4-2026", null).unread())
                .isEqualTo("“1-4-2026” is not a day. Write it as 2026-03-01.");
    }

    @Test
    void the_page_names_no_man_and_no_woman_and_says_that_nothing_was_fitted() {
        String page = Lichtland.page(ANNEKE, Language.EN, Role.MEMBER);
        assertThat(page).contains("of a hundred like this customer would stay").contains("Parameters not fitted.");
        assertThat(page).doesNotContainPattern("\\b([Hh]er|[Hh]im|[Ss]he|[Hh]e|score)\\b(?![^<]*>)");
    }

    @Test
    void only_a_steward_is_offered_to_erase() {
        assertThat(Lichtland.page(ANNEKE, Language.NL, Role.MEMBER)).doesNotContain("/erase");
        assertThat(Lichtland.page(ANNEKE, Language.NL, Role.STEWARD)).contains("/relationships/LL-0048213/erase");
    }

    @Test
    void the_rhythm_is_not_told_in_hundreds_before_it_was_fitted() {
        Life rhythm = Lichtland.life(Lichtland.ANNEKE, Mode.RHYTHM);
        assertThat(rhythm.hasMet()).isTrue();
        assertThat(Lichtland.page(rhythm, Language.EN, Role.MEMBER))
                .contains("Most likely ")
                .doesNotContain("of a hundred");
        assertThat(Lichtland.page(rhythm, Language.NL, Role.MEMBER)).doesNotContain("van de honderd");
    }

    @Test
    void of_whom_nothing_began_we_have_not_met() {
        Life dora = life("dora", new Event.Described(of("dora", 0, START).with(new Profile("Dora", null, null, null))));
        Portrait portrait = Lichtland.portrait(dora, Language.EN, null, null);
        assertThat(portrait.met()).isFalse();
        assertThat(Lichtland.page(dora, Language.EN, Role.MEMBER))
                .contains("We have not met yet.")
                .contains("Note a conversation")
                .doesNotContain("<svg class=\"ch wide\"");
    }

    @Test
    void a_relationship_that_ended_is_told_up_to_the_day_before() {
        Instant left = START.plus(Duration.ofDays(400));
        Life chris = life(
                "chris",
                new Event.Started(of("chris", 0, START), null, null, null),
                complaint("chris", 1, START.plus(Duration.ofDays(200))),
                new Event.Left(of("chris", 2, left), true, null, null, null));
        assertThat(chris.last().orElseThrow().at()).isEqualTo(left);
        Portrait portrait = Lichtland.portrait(chris, Language.EN, null, null);
        assertThat(portrait.closed()).isTrue();
        assertThat(portrait.story()).endsWith("The relationship ended on 13 February 2025.");
        assertThat(portrait.figure())
                .isEqualTo(Long.toString(Math.round(chris.last().orElseThrow().health())));
        assertThat(portrait.doing()).isEmpty();
    }

    @Test
    void a_broken_promise_that_is_due_is_worth_a_conversation() {
        Instant promised = AS_OF.plus(Duration.ofDays(5));
        Life anna = life(
                "anna",
                new Event.Started(of("anna", 0, START), null, null, null),
                new Event.CaseOpened(
                        of("anna", 1, AS_OF.minus(Duration.ofDays(3))).about(new Subject("Z1", "new meter", null)),
                        promised));
        assertThat(Lichtland.portrait(anna, Language.EN, null, null).doing())
                .containsExactly(new Doing("Keep the promise of 5 July 2026", "5", "days", "new meter"));
    }

    /// An answer came; that it was asked for was not told.
    @Test
    void who_answered_is_not_said_never_to_have_been_asked() {
        Event started = new Event.Started(of("anna", 0, START), null, null, null);
        Event answered = new Event.SurveyAnswered(
                of("anna", 1, START.plus(Duration.ofDays(300))), "satisfaction", 5, 1, 5, null, null, null);
        assertThat(sureness(life("anna", started))).contains(Fact.of("Last asked", "never asked"));
        assertThat(sureness(life("anna", started, answered))).contains(Fact.of("Last asked", "when is not known"));
    }

    @Test
    void a_contact_that_did_nothing_is_named_before_its_tone() {
        Event.Contact contact = new Event.Contact(
                of("anna", 1, AS_OF.minus(Duration.ofDays(7))),
                Direction.IN,
                null,
                null,
                null,
                null,
                null,
                0.0,
                null,
                null);
        assertThat(sureness(life("anna", new Event.Started(of("anna", 0, START), null, null, null), contact)))
                .contains(Fact.of("Last heard", "23 June 2026, 7 days ago: got in touch, the tone of the contact"));
    }

    private static List<Fact> sureness(Life life) {
        return Lichtland.portrait(life, Language.EN, null, null).sureness();
    }

    @Test
    void at_most_two_thousand_marks_are_drawn_and_older_ones_are_counted_by_month() {
        List<Event> events = new ArrayList<>();
        events.add(new Event.Started(of("bram", 0, START), null, null, null));
        for (int i = 1; i <= 5_000; i++)
            events.add(new Event.Paid(
                    of("bram", i, START.plus(Duration.ofHours(4L * i))), new Money(10.0, "EUR", "direct debit", null)));
        String svg = svg(life("bram", events.toArray(new Event[0])), Language.EN);
        assertThat(count("class=\"ev\"", svg)).isBetween(2_000, 2_040);
        assertThat(svg).contains("January 2024: ");
    }

    @Test
    void whatever_a_customer_is_called_and_says_is_text_on_the_page() {
        String evil = "<script>alert(1)</script>";
        Life life = life(
                "a/../b?<b>",
                new Event.Started(
                        of("a/../b?<b>", 0, START).with(new Profile(evil, evil, evil, 5.0)), null, null, null),
                new Event.Contact(
                        of("a/../b?<b>", 1, START.plus(Duration.ofDays(3)))
                                .about(new Subject(evil, evil, evil))
                                .saying(evil),
                        Direction.IN,
                        ContactKind.COMPLAINT,
                        Outcome.UNRESOLVED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        String page = Lichtland.page(life, Language.EN, Role.STEWARD);
        assertThat(page).contains("&lt;script&gt;").doesNotContain(evil).doesNotContain("b?<b>");
        assertThat(page).contains("/relationships/~YS8uLi9iPzxiPg/erase");
    }

    @Test
    void an_event_shows_its_row_its_rule_and_what_it_did() {
        Drawn found = new Drawn(ANNEKE);
        EventView broken = found.view("lichtland.crm", "LL-0048213-16");
        assertThat(broken.title()).isEqualTo("Move house: complained, came back a fourth time or more");
        assertThat(broken.rules()).extracting(EventView.RuleLine::name).containsExactly("complaint", "again-and-again");
        assertThat(broken.did()).extracting(EventView.StepLine::as).containsExactly("double failure");
        assertThat(broken.row()).contains(Fact.of("supplier", "WarmteRing"), Fact.of("outcome", "promised"));
        EventView step = found.view("lichtland.crm", "LL-0048213-12");
        assertThat(step.perceived()).startsWith("No rule says");
        assertThat(step.did()).isEmpty();
    }

    private record Drawn(Life life) {
        EventView view(String source, String id) {
            var words = hecht.app.web.layout.MadeUp.words(Language.EN, Portrait.class);
            var phrases = new hecht.app.words.Phrases(
                    words,
                    new hecht.app.words.Figures(words, hecht.app.web.layout.MadeUp.ZONE),
                    life.fold().model());
            return EventView.of(
                    life.event(source, id).orElseThrow(),
                    life,
                    new Spoken(words, phrases, life.fold().rules()));
        }
    }

    // ---- made up

    private static Envelope of(String customer, int number, Instant at) {
        return Envelope.of("crm", String.format(Locale.ROOT, "%05d", number), at, customer);
    }

    private static Event complaint(String customer, int number, Instant at) {
        return Event.Contact.of(of(customer, number, at), Direction.IN, ContactKind.COMPLAINT, Outcome.UNRESOLVED);
    }

    private static Life life(String customer, Event... events) {
        return Lichtland.life(customer, List.of(events), AS_OF);
    }

    private static String svg(Life life, Language language) {
        return Lichtland.portrait(life, language, null, null)
                .chart("line")
                .orElseThrow()
                .svg(Form.WIDE);
    }

    private static int count(String what, String in) {
        Matcher found = Pattern.compile(Pattern.quote(what)).matcher(in);
        int times = 0;
        while (found.find()) times++;
        return times;
    }
}
