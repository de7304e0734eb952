package hecht.app.web.relationships;

import hecht.core.event.Choice;
import hecht.store.relation.Order;
import hecht.store.relation.Selection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What somebody asked of the list: every state of it is an address.
///
/// @param order empty where none was asked for  @param after where the page begins; empty on the first one
/// @param own the number of a view of one's own that this is; 0 of none
record Asked(Selection selection, Optional<Order> order, Optional<String> after, int own) {
    private static final String ADDRESS = "/relationships";

    static Asked read(Map<String, String> from) {
        Optional<String> after = Optional.ofNullable(from.get("after")).filter(each -> !each.isBlank());
        return new Asked(
                Selection.read(from),
                Choice.read(Order.class, from.getOrDefault("sort", "")),
                after,
                number(from.getOrDefault("own", "")));
    }

    private static int number(String written) {
        return written.matches("[0-9]{1,9}") ? Integer.parseInt(written) : 0;
    }

    String address() {
        return ADDRESS + query(parameters());
    }

    String csv() {
        return ADDRESS + ".csv" + query(parameters());
    }

    Asked sortedBy(Order other) {
        return new Asked(selection, Optional.of(other), Optional.empty(), own);
    }

    Asked from(String next) {
        return new Asked(selection, order, Optional.of(next), own);
    }

    /// The same without one of the filters.
    Asked without(String parameter) {
        Map<String, String> left = new LinkedHashMap<>(selection.parameters());
        left.remove(parameter);
        return new Asked(Selection.read(left), order, Optional.empty(), 0);
    }

    static Asked of(Selection selection, int own) {
        return new Asked(selection, Optional.empty(), Optional.empty(), own);
    }

    private Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>(selection.parameters());
        if (own > 0) all.put("own", Integer.toString(own));
        order.ifPresent(each -> all.put("sort", each.word()));
        after.ifPresent(each -> all.put("after", each));
        return all;
    }

    static String query(Map<String, String> parameters) {
        StringBuilder out = new StringBuilder();
        parameters.forEach((name, value) -> out.append(out.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return out.toString();
    }
}
