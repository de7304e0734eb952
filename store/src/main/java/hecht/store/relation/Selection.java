package hecht.store.relation;

import hecht.core.event.Choice;
import hecht.core.relation.Condition;
import hecht.core.relation.Driver;
import hecht.core.relation.Quadrant;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which relationships a list shows: those that run and pass everything that is asked. What is null is not asked.
///
/// It is written as the parameters of an address ([#parameters]) and read from them ([#read]), so that every state of the list
/// is its address, and a view of one's own is one too.
///
/// @param view one of the views that every organisation has
/// @param words a key, or words of a name or their beginnings
/// @param min health from  @param max health to
/// @param value margin from
/// @param opensIn the month in which the next lock ends
/// @param moved a driver that moved it in the month that runs
public record Selection(
        @Nullable View view,
        @Nullable String words,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Condition condition,
        @Nullable Sight sight,
        @Nullable DoorIs door,
        @Nullable String segment,
        @Nullable String region,
        @Nullable String product,
        @Nullable Double value,
        @Nullable Heard heard,
        @Nullable Quadrant quadrant,
        @Nullable YearMonth opensIn,
        @Nullable Driver moved) {
    private static final String GOAL = "goal";
    private static final String TYPE = "type";

    /// Everybody.
    public static final Selection ALL = read(Map.of());

    public static Selection of(View view) {
        return read(Map.of("view", view.word()));
    }

    /// Those whom a driver moved in the month that runs.
    public static Selection movedBy(Driver driver) {
        return read(Map.of("moved", written(driver)));
    }

    /// The same with something else asked, or nothing where `value` is empty.
    ///
    /// @param name,value a parameter, as in [#parameters]
    public Selection with(String name, String value) {
        Map<String, String> all = new HashMap<>(parameters());
        all.put(name, value);
        return read(all);
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /// The parameters of an address: `view q min max condition sight door segment region product value heard quadrant opens moved`.
    /// Those that are not asked are not among them.
    public Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "view", view);
        if (words != null) all.put("q", words);
        put(all, "min", min);
        put(all, "max", max);
        put(all, "condition", condition);
        put(all, "sight", sight);
        put(all, "door", door);
        if (segment != null) all.put("segment", segment);
        if (region != null) all.put("region", region);
        if (product != null) all.put("product", product);
        put(all, "value", value);
        put(all, "heard", heard);
        put(all, "quadrant", quadrant);
        if (opensIn != null) all.put("opens", opensIn.toString());
        if (moved != null) all.put("moved", written(moved));
        return all;
    }

    private static void put(Map<String, String> to, String name, @Nullable Choice choice) {
        if (choice != null) to.put(name, choice.word());
    }

    private static void put(Map<String, String> to, String name, @Nullable Double number) {
        if (number != null) to.put(name, number % 1 == 0 ? Long.toString(number.longValue()) : number.toString());
    }

    /// The way back. What is empty or says nothing that is known is not asked: an address somebody typed still shows a list.
    public static Selection read(Map<String, String> from) {
        return new Selection(
                choice(View.class, from, "view"),
                text(from, "q"),
                number(from, "min"),
                number(from, "max"),
                choice(Condition.class, from, "condition"),
                choice(Sight.class, from, "sight"),
                choice(DoorIs.class, from, "door"),
                text(from, "segment"),
                text(from, "region"),
                text(from, "product"),
                number(from, "value"),
                choice(Heard.class, from, "heard"),
                choice(Quadrant.class, from, "quadrant"),
                month(from, "opens"),
                driver(from, "moved"));
    }

    private static <C extends Enum<C> & Choice> @Nullable C choice(
            Class<C> type, Map<String, String> from, String name) {
        String word = text(from, name);
        Optional<C> found = word == null ? Optional.empty() : Choice.read(type, word);
        return found.orElse(null);
    }

    private static @Nullable String text(Map<String, String> from, String name) {
        String text = from.getOrDefault(name, "").strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Double number(Map<String, String> from, String name) {
        String text = text(from, name);
        if (text == null) return null;
        try {
            double number = Double.parseDouble(text.replace(',', '.'));
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// `goal promise-broken move house`: a rule's name has no spaces, what it is about may.
    private static String written(Driver driver) {
        return (driver.isGoal() ? GOAL : TYPE) + ' ' + driver.rule() + ' ' + driver.about();
    }

    private static @Nullable Driver driver(Map<String, String> from, String name) {
        String text = text(from, name);
        String[] parts = text == null ? new String[0] : text.split(" ", 3);
        if (parts.length < 3 || !parts[0].equals(GOAL) && !parts[0].equals(TYPE)) return null;
        return new Driver(parts[0].equals(GOAL), parts[2], parts[1]);
    }

    private static @Nullable YearMonth month(Map<String, String> from, String name) {
        String text = text(from, name);
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
