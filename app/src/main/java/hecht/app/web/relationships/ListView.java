package hecht.app.web.relationships;

import hecht.app.web.chart.Months;
import hecht.app.words.Figures;
import hecht.app.words.Phrases;
import hecht.core.event.Choice;
import hecht.core.perception.RuleSet;
import hecht.core.relation.Condition;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.store.relation.DoorIs;
import hecht.store.relation.Heard;
import hecht.store.relation.Known;
import hecht.store.relation.Listed;
import hecht.store.relation.Listing;
import hecht.store.relation.Order;
import hecht.store.relation.SavedView;
import hecht.store.relation.Selected;
import hecht.store.relation.Selection;
import hecht.store.relation.Sight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The list as its page shows it.
///
/// @param views saved ones, with counts  @param fields of the filter form, in order
/// @param also what is asked and no field shows, with where it is dropped  @param sentence on what is selected  @param order in words
/// @param heads of the columns, in order  @param drops what to drop when nothing was found
/// @param next the address of the next rows; empty on the last page  @param first of the first rows; empty there
/// @param hidden the selection as hidden fields of a form, to save it by name; empty where there is nothing to save
/// @param kept what the filter form sends along although no field shows it
/// @param doors,margins whether rows have them
/// @param own the number of the view of one's own that is shown; 0 of none
public record ListView(
        List<ViewLink> views,
        List<Field> fields,
        List<Drop> also,
        String sentence,
        String rest,
        String order,
        boolean drawn,
        List<Head> heads,
        List<RowView> rows,
        List<Drop> drops,
        String csv,
        String next,
        String first,
        Map<String, String> hidden,
        Map<String, String> kept,
        int own,
        boolean doors,
        boolean margins,
        String problem) {
    public ListView {
        views = List.copyOf(views);
        fields = List.copyOf(fields);
        also = List.copyOf(also);
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        drops = List.copyOf(drops);
    }

    /// @param count as people read it; empty before it was counted
    public record ViewLink(String name, String count, String href, boolean isHere) {}

    /// One field of the filter form.
    ///
    /// @param choices with the empty one first; none where something is typed
    public record Field(
            String name, String label, String value, String classes, boolean isNumber, List<Option> choices) {
        public Field {
            choices = List.copyOf(choices);
        }
    }

    public record Option(String value, String label) {}

    /// The head of a column.
    ///
    /// @param href sorts by it; empty where it cannot be  @param sort `ascending`, `descending`, or null where it does not hold
    public record Head(String name, String href, @Nullable String sort, String classes) {}

    /// A filter that excludes: without it so many would be found.
    public record Drop(String said, String href) {}

    /// What the page is made of.
    ///
    /// @param asked of the list  @param without what would be found without each of the filters, where nothing was
    record Found(
            Asked asked,
            Listing listing,
            Selected selected,
            Known known,
            List<SavedView> views,
            Offered offered,
            Map<String, Selected> without,
            String problem) {}

    /// Values that there are.
    public record Offered(List<String> regions, List<String> segments) {}

    static ListView of(Found found, Model model, RuleSet rules, Phrases phrases, Said say) {
        Figures figures = phrases.figures();
        Asked asked = found.asked();
        Order order = asked.order().orElse(usual(found.known()));
        List<RowView> rows = new ArrayList<>();
        for (Listed each : found.listing().rows())
            rows.add(RowView.of(rows.size(), each, phrases, say, rules, model.mode(), model.currency()));
        boolean isSaved = asked.own() > 0 || isView(asked.selection());
        return new ListView(
                views(found, figures, say),
                fields(asked.selection(), found.offered(), found.known(), model.mode(), say),
                also(asked, rules, phrases, say),
                new Sentence(model, phrases, say).told(found),
                say.say(phrases.isFitted() ? "relationships.fitted" : "relationships.not-fitted"),
                say.say("relationships.order." + order.word()),
                phrases.countsInHundreds(),
                heads(asked, order, found.known(), model.mode(), say),
                rows,
                drops(found, rules, phrases, say),
                asked.csv(),
                found.listing().after().map(each -> asked.from(each).address()).orElse(""),
                asked.after().isPresent()
                        ? new Asked(asked.selection(), asked.order(), Optional.empty(), asked.own()).address()
                        : "",
                isSaved || asked.selection().isAll()
                        ? Map.of()
                        : asked.selection().parameters(),
                kept(asked),
                asked.own(),
                model.mode() == Mode.CONTRACT,
                found.known().hasMargins(),
                found.problem());
    }

    /// Margin first where it is known: the dearest customers are looked at first. Else who is least healthy.
    static Order usual(Known known) {
        return known.hasMargins() ? Order.HIGHEST_MARGIN : Order.LOWEST_HEALTH;
    }

    private static boolean isView(Selection selection) {
        return selection.view() != null && Selection.of(selection.view()).equals(selection);
    }

    private static List<ViewLink> views(Found found, Figures figures, Said say) {
        List<ViewLink> links = new ArrayList<>();
        links.add(new ViewLink(
                say.say("relationships.view.all"),
                figures.whole(found.known().running()),
                Asked.of(Selection.ALL, 0).address(),
                found.asked().selection().isAll()));
        for (SavedView each : found.views()) {
            String name = each.kind()
                    .map(kind -> say.say(
                            "relationships.view." + kind.looksAt(found.known().hasMargins())))
                    .orElse(each.name());
            boolean here = each.id() > 0
                    ? each.id() == found.asked().own()
                    : each.selection().equals(found.asked().selection())
                            && found.asked().own() == 0;
            links.add(new ViewLink(
                    name,
                    each.selected().map(of -> count(of, figures, say)).orElse(""),
                    Asked.of(each.selection(), each.id()).address(),
                    here));
        }
        return links;
    }

    private static String count(Selected of, Figures figures, Said say) {
        return of.isMore() ? say.say("relationships.more", Selected.MOST) : figures.whole(of.customers());
    }

    private static Map<String, String> kept(Asked asked) {
        Map<String, String> kept = new LinkedHashMap<>();
        Map<String, String> all = asked.selection().parameters();
        for (String name : List.of("view", "quadrant", "opens", "moved"))
            if (all.containsKey(name)) kept.put(name, all.get(name));
        asked.order().ifPresent(each -> kept.put("sort", each.word()));
        return kept;
    }

    /// The views show which of them is asked for; of the others nothing else would say that they are.
    private static List<Drop> also(Asked asked, RuleSet rules, Phrases phrases, Said say) {
        List<Drop> also = new ArrayList<>();
        for (String name : List.of("quadrant", "opens", "moved"))
            if (asked.selection().parameters().containsKey(name))
                also.add(new Drop(
                        label(name, say) + ": " + said(name, asked.selection(), rules, phrases, say),
                        asked.without(name).address()));
        return also;
    }

    // ---- filters

    private static List<Field> fields(Selection it, Offered offered, Known known, Mode mode, Said say) {
        List<Field> fields = new ArrayList<>();
        Map<String, String> asked = it.parameters();
        fields.add(typed("q", "w1", false, asked, say));
        fields.add(typed("min", "w2", true, asked, say));
        fields.add(typed("max", "w2", true, asked, say));
        fields.add(chosen("condition", Condition.values(), "condition.", asked, say));
        fields.add(chosen("sight", Sight.values(), "relationships.sight.", asked, say));
        if (mode == Mode.CONTRACT) fields.add(chosen("door", DoorIs.values(), "relationships.door.", asked, say));
        if (!offered.segments().isEmpty()) fields.add(named("segment", offered.segments(), asked, say));
        if (!offered.regions().isEmpty()) fields.add(named("region", offered.regions(), asked, say));
        fields.add(typed("product", "w3", false, asked, say));
        if (known.hasMargins()) fields.add(typed("value", "w2", true, asked, say));
        fields.add(chosen("heard", Heard.values(), "relationships.heard.", asked, say));
        return fields;
    }

    /// What those who see figures may choose by.
    static List<Field> figureFields(Map<String, String> asked, Offered offered, Said say) {
        List<Field> fields = new ArrayList<>();
        if (!offered.segments().isEmpty()) fields.add(named("segment", offered.segments(), asked, say));
        if (!offered.regions().isEmpty()) fields.add(named("region", offered.regions(), asked, say));
        return fields;
    }

    private static Field typed(String name, String classes, boolean isNumber, Map<String, String> asked, Said say) {
        return new Field(name, label(name, say), asked.getOrDefault(name, ""), classes, isNumber, List.of());
    }

    private static Field chosen(String name, Choice[] all, String prefix, Map<String, String> asked, Said say) {
        List<Option> options = new ArrayList<>(List.of(any(name, say)));
        for (Choice each : all) options.add(new Option(each.word(), say.say(prefix + each.word())));
        return new Field(name, label(name, say), asked.getOrDefault(name, ""), "", false, options);
    }

    private static Field named(String name, List<String> values, Map<String, String> asked, Said say) {
        List<Option> options = new ArrayList<>(List.of(any(name, say)));
        for (String each : values) options.add(new Option(each, each));
        return new Field(name, label(name, say), asked.getOrDefault(name, ""), "", false, options);
    }

    private static Option any(String name, Said say) {
        return new Option("", say.say("relationships.any." + name));
    }

    static String label(String name, Said say) {
        return say.say("relationships.filter." + name);
    }

    // ---- heads

    private static List<Head> heads(Asked asked, Order order, Known known, Mode mode, Said say) {
        List<Head> heads = new ArrayList<>();
        heads.add(head("customer", Order.KEY, Order.KEY, asked, order, "", say));
        heads.add(head("health", Order.LOWEST_HEALTH, Order.HIGHEST_HEALTH, asked, order, "", say));
        heads.add(head("change", Order.FELL_MOST, Order.ROSE_MOST, asked, order, "nr nw", say));
        heads.add(new Head(say.say("relationships.column.months"), "", null, ""));
        heads.add(new Head(say.say("relationships.column.belief"), "", null, ""));
        heads.add(head("heard", Order.LONGEST_UNHEARD, Order.LATEST_HEARD, asked, order, "", say));
        heads.add(new Head(say.say("relationships.column.moved"), "", null, ""));
        if (mode == Mode.CONTRACT) heads.add(head("door", Order.OPENS_FIRST, Order.OPENS_FIRST, asked, order, "", say));
        if (known.hasMargins())
            heads.add(head("margin", Order.HIGHEST_MARGIN, Order.LOWEST_MARGIN, asked, order, "nr nw", say));
        return heads;
    }

    /// Asked for again, a column is sorted the other way round.
    private static Head head(String name, Order first, Order second, Asked asked, Order now, String classes, Said say) {
        Order next = now == first ? second : first;
        String sort = now == first || now == second ? (isDescending(now) ? "descending" : "ascending") : null;
        String arrow = sort == null ? "" : sort.equals("descending") ? " ↓" : " ↑";
        return new Head(
                say.say("relationships.column." + name) + arrow,
                asked.sortedBy(next).address(),
                sort,
                classes);
    }

    private static boolean isDescending(Order order) {
        return switch (order) {
            case HIGHEST_MARGIN, HIGHEST_HEALTH, ROSE_MOST, LATEST_HEARD -> true;
            case LOWEST_MARGIN, LOWEST_HEALTH, FELL_MOST, LONGEST_UNHEARD, OPENS_FIRST, KEY -> false;
        };
    }

    // ---- nothing found

    /// The filters that exclude most stand first.
    private static List<Drop> drops(Found found, RuleSet rules, Phrases phrases, Said say) {
        List<Map.Entry<String, Selected>> each = new ArrayList<>(found.without().entrySet());
        each.removeIf(one -> one.getValue().customers() == 0);
        each.sort(
                (a, b) -> Integer.compare(b.getValue().customers(), a.getValue().customers()));
        List<Drop> drops = new ArrayList<>();
        for (Map.Entry<String, Selected> one : each)
            drops.add(new Drop(
                    say.say(
                            "relationships.drop",
                            label(one.getKey(), say),
                            said(one.getKey(), found.asked().selection(), rules, phrases, say),
                            count(one.getValue(), phrases.figures(), say)),
                    found.asked().without(one.getKey()).address()));
        return drops;
    }

    /// What is asked of a filter, as people read it.
    private static String said(String name, Selection asked, RuleSet rules, Phrases phrases, Said say) {
        String value = asked.parameters().getOrDefault(name, "");
        return switch (name) {
            case "condition" -> say.say("condition." + value);
            case "sight", "door", "heard", "view", "quadrant" -> say.say("relationships." + name + "." + value);
            case "opens" -> asked.opensIn() == null ? value : Months.name(say.messages(), asked.opensIn());
            case "moved" -> phrases.driver(asked.moved(), rules);
            default -> value;
        };
    }
}
