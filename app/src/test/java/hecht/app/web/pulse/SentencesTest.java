package hecht.app.web.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.web.chart.Locks;
import hecht.app.web.chart.Movers;
import hecht.app.web.layout.MadeUp;
import hecht.app.words.Figures;
import hecht.app.words.Language;
import hecht.app.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What Pulse says in its three sentences.
class SentencesTest {
    private static final Lists LISTS = new Lists(null, null);

    @Test
    void the_largest_matters_are_said_first_and_at_most_three() {
        List<Sentence> said = said(MadeUpTold.of(20_000, 24), LISTS, Language.EN);
        assertThat(said).hasSize(3);
        assertThat(said).extracting(Sentence::kind).containsExactly("held", "moment", "silent");
        assertThat(said).isSortedAccordingTo((a, b) -> Double.compare(b.matter(), a.matter()));
    }

    @Test
    void a_moment_names_both_groups_and_those_who_left_and_came_into_view() {
        Sentence moment = kind(said(MadeUpTold.of(20_000, 24), LISTS, Language.EN), "moment");
        assertThat(moment.lead()).isEqualTo("Price letter.");
        assertThat(text(moment))
                .contains("In October 2025 health fell 2.1 points 1.9 to 2.3, n = 20,000")
                .contains("Variable tariff went down 4.4 3.9 to 4.9, n = 6,666; fixed tariff went down 2.2")
                .containsPattern(
                        "Of every hundred in view before, 1[56] left it that month; \\d+ customers came into view");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothing_is_said_to_have_changed_when_it_could_be_chance(Language language) {
        List<Sentence> said = said(MadeUpTold.of(20_000, 24, true), LISTS, language);
        assertThat(said).extracting(Sentence::kind).contains("nothing");
        assertThat(kind(said, "nothing").lead())
                .isEqualTo(
                        language == Language.EN
                                ? "Nothing changed that is larger than chance."
                                : "Niets veranderde dat groter is dan toeval.");
    }

    @Test
    void a_young_organisation_hears_that_it_is_too_early_and_of_no_change() {
        List<Sentence> said = said(MadeUpTold.of(20_000, 2), LISTS, Language.EN);
        assertThat(said).extracting(Sentence::kind).contains("young").doesNotContain("moment", "fell", "cost");
        assertThat(text(kind(said, "young"))).contains("Sep 2026");
    }

    @Test
    void every_sentence_has_its_number() {
        for (Sentence each : said(MadeUpTold.of(20_000, 24), LISTS, Language.NL))
            assertThat(each.lead() + text(each)).containsPattern("[0-9]");
    }

    @Test
    void a_remedy_leads_to_the_people_and_to_nobody_for_who_may_not_see_them() {
        assertThat(said(MadeUpTold.of(20_000, 24), LISTS, Language.EN))
                .allSatisfy(each -> assertThat(each.parts()).anyMatch(Sentence.Part::isLink));
        assertThat(said(MadeUpTold.of(20_000, 24), null, Language.EN))
                .allSatisfy(each -> assertThat(each.parts()).noneMatch(Sentence.Part::isLink));
    }

    /// From the sum of three months and the two that are shown, the hidden one would follow; so from all and from those who went.
    @Test
    void a_viewer_is_told_nothing_from_which_a_small_number_follows() {
        Told told = MadeUpTold.of(20_000, 24);
        assertThat(text(kind(viewed(told), "held"))).contains("months");
        List<Locks.Month> locks = new ArrayList<>(told.locks());
        locks.set(1, new Locks.Month(locks.get(1).month(), 29, 9, 5, 13));
        assertThat(text(kind(viewed(MadeUpTold.with(told, locks, told.moved())), "held")))
                .doesNotContain("months");
        Told.Moved some = new Told.Moved(List.of(), new Estimate(0, -.1, .1), 19_900, 40, 400, -9);
        assertThat(viewed(MadeUpTold.with(told, locks, some)))
                .extracting(Sentence::kind)
                .contains("passing");
        Told.Moved few = new Told.Moved(List.of(), new Estimate(0, -.1, .1), 19_900, 5, 400, -9);
        assertThat(viewed(MadeUpTold.with(told, locks, few)))
                .extracting(Sentence::kind)
                .doesNotContain("passing");
    }

    /// Then those unheard for a year are everybody, and to begin with them tells nobody where.
    @Test
    void where_nobody_was_heard_for_a_year_one_begins_with_those_who_are_not_in_view() {
        Sentence some = kind(said(MadeUpTold.of(20_000, 24), LISTS, Language.EN), "silent");
        assertThat(text(some)).contains(" of all customers nothing for a year.");
        Sentence all = kind(said(MadeUpTold.unheard(MadeUpTold.of(20_000, 24)), LISTS, Language.EN), "silent");
        assertThat(text(all))
                .contains("; of all 20,000 nothing for a year.")
                .endsWith("Begin with them: ask, and listen.");
        assertThat(all.parts()).anyMatch(each -> each.address().equals(LISTS.notInView()));
    }

    @Test
    void what_customers_did_of_themselves_is_nothing_to_keep_doing() {
        Told told = MadeUpTold.of(20_000, 24, true);
        assertThat(text(kind(said(moved(told, Movers.Kind.LIVED), LISTS, Language.EN), "helped")))
                .endsWith("See who, and keep doing it.");
        assertThat(text(kind(said(moved(told, Movers.Kind.HEARD), LISTS, Language.EN), "helped")))
                .startsWith("It is worth 5.0 points for each of 4,000 customers")
                .endsWith("See who.");
    }

    private static Told moved(Told told, Movers.Kind kind) {
        List<Movers.Mover> movers = List.of(
                new Movers.Mover("Bought", "", kind, 1, .9, 1.1, 4_000L, "/relationships?moved=1"),
                new Movers.Mover("time and silence", "", Movers.Kind.REST, -1, -1.1, -.9, 20_000L, null));
        return MadeUpTold.with(told, told.locks(), new Told.Moved(movers, new Estimate(0, -.1, .1), 20_000, 0, 0, 0));
    }

    private static List<Sentence> viewed(Told told) {
        return said(told, null, Language.EN);
    }

    @Test
    void brackets_mark_a_spread_and_braces_a_link() {
        assertThat(Sentence.parts("fell 2 [1 to 3]. ‹Talk› now", "/a"))
                .containsExactly(
                        new Sentence.Part("fell 2 ", false, ""),
                        new Sentence.Part("1 to 3", true, ""),
                        new Sentence.Part(". ", false, ""),
                        new Sentence.Part("Talk", false, "/a"),
                        new Sentence.Part(" now", false, ""));
    }

    private static List<Sentence> said(Told told, @Nullable Lists lists, Language language) {
        Messages words = MadeUp.words(language, PulseView.class);
        return new Sentences(words, new Figures(words, MadeUp.ZONE), told, lists == null ? 30 : 1, lists).chosen();
    }

    private static Sentence kind(List<Sentence> said, String kind) {
        return said.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Sentence of) {
        return of.parts().stream().map(Sentence.Part::text).collect(Collectors.joining());
    }
}
