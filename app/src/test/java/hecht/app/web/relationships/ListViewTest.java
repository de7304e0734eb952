package hecht.app.web.relationships;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.MadeUp;
import hecht.app.web.layout.SignedIn.Role;
import hecht.app.words.Figures;
import hecht.app.words.Language;
import hecht.app.words.Messages;
import hecht.app.words.Phrases;
import hecht.core.perception.Preset;
import hecht.core.relation.Dimensions;
import hecht.core.relation.Driver;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Quadrant;
import hecht.core.relation.Trail;
import hecht.store.relation.Known;
import hecht.store.relation.Listed;
import hecht.store.relation.Listing;
import hecht.store.relation.Pulse;
import hecht.store.relation.PulseMonth.Shares;
import hecht.store.relation.SavedView;
import hecht.store.relation.Selected;
import hecht.store.relation.Selection;
import hecht.store.relation.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The list of relationships as its page shows it. Anna is close, nobody hears of Bram, Chris is held by the door.
class ListViewTest {
    private static final Instant AS_OF = MadeUp.AS_OF;
    private static final Known KNOWN = new Known(AS_OF, 1, AS_OF, 20_000, .5, 250, 60);
    private static final Listed ANNA = row("anna", "Anna", 90, true, 4.0, AS_OF.minusSeconds(86_400 * 40L), 1, null);
    private static final Listed BRAM = row("bram", null, 70, false, -6.0, null, 1, null);
    private static final Listed CHRIS = row(
            "a/b<c>",
            "=cmd|'<b>'",
            55,
            true,
            null,
            AS_OF.minusSeconds(86_400 * 400L),
            .05,
            Instant.parse("2027-01-31T22:59:59Z"));
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, ListViewTest.class.getClassLoader(), "hecht.app.web.jte");

    @Test
    void a_row_says_what_its_drawings_show() {
        RowView anna = view(Language.EN, Mode.CONTRACT, Map.of(), ANNA).rows().getFirst();
        assertThat(anna.health()).contains("<title id=\"h0-t\">Health 90, between 80 and 95</title>");
        assertThat(anna.belief()).contains("Belief: loose 10 %, cool 20 %, warm 30 %, close 40 %");
        assertThat(anna.change()).isEqualTo("+4");
        assertThat(anna.moved()).isEqualTo("move house: a promise was broken");
        assertThat(anna.heard()).isEqualTo("1 month ago");
        assertThat(anna.sight()).isEmpty();
        assertThat(anna.href()).isEqualTo("/relationships/anna");
    }

    @Test
    void who_is_not_in_view_is_drawn_open_and_hatched_and_says_so() {
        RowView bram = view(Language.NL, Mode.CONTRACT, Map.of(), BRAM).rows().getFirst();
        assertThat(bram.name()).isEqualTo("bram");
        assertThat(bram.health()).contains("class=\"ring\"").contains("url(#h0-h)");
        assertThat(bram.belief()).contains("class=\"d0\"").contains("url(#b0-h)");
        assertThat(bram.heard()).isEqualTo("niets gehoord");
        assertThat(bram.sight()).isEqualTo("niet in beeld");
        assertThat(bram.change()).isEqualTo("−6");
    }

    @Test
    void unheard_for_a_year_and_held_by_the_door_are_said_in_words() {
        RowView chris = view(Language.EN, Mode.CONTRACT, Map.of(), CHRIS).rows().getFirst();
        assertThat(chris.heard()).isEqualTo("13 months ago, unheard for a year");
        assertThat(chris.door()).isEqualTo("opens Jan 2027");
        assertThat(chris.href()).isEqualTo("/relationships/~YS9iPGM-");
    }

    @Test
    void the_rhythm_shows_the_condition_and_no_figure_of_a_hundred() {
        ListView it = view(Language.EN, Mode.RHYTHM, Map.of(), ANNA);
        assertThat(it.drawn()).isFalse();
        assertThat(it.rows().getFirst().health()).isEqualTo("close");
        assertThat(it.doors()).isFalse();
        assertThat(page(it)).doesNotContain("hundred").doesNotContain("would go");
    }

    @Test
    void the_sentence_says_how_many_their_margin_who_is_not_in_view_and_who_would_go() {
        assertThat(view(Language.EN, Mode.CONTRACT, Map.of("view", "door_opens"), ANNA)
                        .sentence())
                .isEqualTo(
                        "873 of 20,000 customers come off a lock before 29 January 2027. Together €\u00a0141,161 of margin a"
                                + " year. 501 are not in view. With the door open 282 (256 to 308) of them would go within twelve"
                                + " months.");
    }

    @Test
    void beyond_ten_thousand_nothing_is_added_up() {
        Selected many = new Selected(Selected.MOST, true, 0, 0, 0, 0);
        ListView it = view(Language.NL, Mode.CONTRACT, Map.of(), many, Map.of(), ANNA);
        assertThat(it.sentence()).isEqualTo("Meer dan 10.000 van 20.000 klanten: te veel om op te tellen.");
    }

    @Test
    void a_column_that_is_asked_for_again_is_sorted_the_other_way_round() {
        ListView it = view(Language.EN, Mode.CONTRACT, Map.of("sort", "lowest_health", "region", "Almere"), ANNA);
        ListView.Head health = it.heads().get(1);
        assertThat(health.sort()).isEqualTo("ascending");
        assertThat(health.href()).isEqualTo("/relationships?region=Almere&sort=highest_health");
        assertThat(it.heads()).filteredOn(each -> each.sort() != null).hasSize(1);
    }

    @Test
    void nothing_found_names_the_filters_that_exclude_most_each_with_a_link_that_drops_it() {
        Map<String, Selected> without = new LinkedHashMap<>();
        without.put("region", new Selected(2, false, 0, 0, 0, 0));
        without.put("max", new Selected(5, false, 0, 0, 0, 0));
        without.put("condition", new Selected(0, false, 0, 0, 0, 0));
        Map<String, String> asked = Map.of("region", "Almere", "max", "20", "condition", "hecht");
        ListView it =
                view(Language.EN, Mode.CONTRACT, asked, new Selected(0, false, 0, 0, 0, 0), without, new Listed[0]);
        assertThat(it.drops())
                .containsExactly(
                        new ListView.Drop(
                                "Without “to: 20” there are 5.", "/relationships?condition=hecht&region=Almere"),
                        new ListView.Drop(
                                "Without “Region: Almere” there are 2.", "/relationships?max=20&condition=hecht"));
        assertThat(page(it)).contains("Nothing found").contains("None of 20,000 customers is like this.");
    }

    @Test
    void a_selection_can_be_saved_a_view_cannot_be_saved_again() {
        assertThat(view(Language.EN, Mode.CONTRACT, Map.of("region", "Almere"), ANNA)
                        .hidden())
                .isEqualTo(Map.of("region", "Almere"));
        assertThat(view(Language.EN, Mode.CONTRACT, Map.of("view", "held"), ANNA)
                        .hidden())
                .isEmpty();
        assertThat(view(Language.EN, Mode.CONTRACT, Map.of(), ANNA).hidden()).isEmpty();
    }

    @Test
    void names_and_keys_are_text_on_the_page_and_no_formula_in_the_file() {
        assertThat(page(view(Language.EN, Mode.CONTRACT, Map.of("q", "\"><script>"), CHRIS)))
                .doesNotContain("<b>'")
                .doesNotContain("\"><script>")
                .contains("=cmd|'&lt;b&gt;'");
        assertThat(Exported.row(CHRIS)).startsWith("a/b<c>,'=cmd|'<b>',");
        assertThat(Exported.row(ANNA).split(",", -1)).hasSameSizeAs(Exported.HEADER.split(",", -1));
    }

    @Test
    void next_goes_on_after_the_last_row_and_keeps_what_was_asked() {
        ListView it = view(Language.EN, Mode.CONTRACT, Map.of("region", "Almere", "after", "abc"), ANNA);
        assertThat(it.next()).isEqualTo("/relationships?region=Almere&after=NEXT");
        assertThat(it.first()).isEqualTo("/relationships?region=Almere");
        assertThat(it.csv()).startsWith("/relationships.csv?region=Almere");
    }

    @Test
    void a_band_that_a_viewer_sees_stands_for_thirty_at_least() {
        List<Pulse.Bin> bins = new ArrayList<>();
        Shares none = new Shares(0, 0, 0, 1);
        bins.add(new Pulse.Bin(41, true, 10, 0, none));
        bins.add(new Pulse.Bin(55, true, 45, 0, none));
        bins.add(new Pulse.Bin(57, false, 12, 0, none));
        bins.add(new Pulse.Bin(63, false, 30, 0, none));
        bins.add(new Pulse.Bin(88, true, 3, 0, none));
        var bands = Figured.bands(bins, true);
        assertThat(bands).allMatch(each -> each.inView() == 0 || each.inView() >= 30);
        assertThat(bands).allMatch(each -> each.notInView() == 0 || each.notInView() >= 30);
        assertThat(bands.stream()
                        .mapToLong(each -> each.inView() + each.notInView())
                        .sum())
                .isEqualTo(100);
    }

    // ---- made up

    private static Listed row(
            String customer,
            @Nullable String name,
            double health,
            boolean inView,
            @Nullable Double change,
            @Nullable Instant heard,
            double phi,
            @Nullable Instant opens) {
        return new Listed(
                customer,
                name,
                "variable",
                "Almere",
                236.0,
                AS_OF,
                AS_OF.minusSeconds(86_400 * 700L),
                null,
                health,
                health - 10,
                health + 5,
                8,
                .1,
                .2,
                .3,
                .4,
                3,
                inView,
                .2,
                Quadrant.TRUE,
                change,
                change == null ? null : new Listed.Moved(new Driver(true, "move house", "promise-broken"), change),
                Dimensions.NONE,
                phi,
                opens,
                .4,
                .1,
                List.of("electricity"),
                heard,
                heard,
                AS_OF,
                null,
                null,
                null,
                Trail.EMPTY);
    }

    private static ListView view(Language language, Mode mode, Map<String, String> parameters, Listed... rows) {
        return view(language, mode, parameters, new Selected(873, false, 141_161, 282, 250, 501), Map.of(), rows);
    }

    private static ListView view(
            Language language,
            Mode mode,
            Map<String, String> parameters,
            Selected selected,
            Map<String, Selected> without,
            Listed... rows) {
        Messages words = MadeUp.words(language, ListView.class);
        Model model = Model.builtIn(MadeUp.ZONE, mode);
        List<SavedView> views = List.of(
                new SavedView(0, Optional.of(View.HELD), "held", Selection.of(View.HELD), Optional.of(selected)),
                new SavedView(
                        3, Optional.empty(), "<i>own", Selection.read(Map.of("region", "Twente")), Optional.empty()));
        ListView.Found found = new ListView.Found(
                Asked.read(parameters),
                new Listing(List.of(rows), rows.length == 0 ? Optional.empty() : Optional.of("NEXT")),
                selected,
                KNOWN,
                views,
                new ListView.Offered(List.of("Almere", "Twente"), List.of("variable")),
                without,
                "");
        return ListView.of(
                found,
                model,
                Preset.ENERGY.rules(),
                new Phrases(words, new Figures(words, MadeUp.ZONE), model),
                new Said(words));
    }

    private static String page(ListView it) {
        Messages words = MadeUp.words(Language.EN, ListView.class);
        Map<String, Object> all = new HashMap<>();
        all.put("page", MadeUp.page(words, Area.RELATIONSHIPS, "Relationships", Role.MEMBER));
        all.put("it", it);
        StringOutput out = new StringOutput();
        TEMPLATES.render("relationships/list.jte", all, out);
        return out.toString();
    }
}
