package hecht.files;

import hecht.core.event.EventType;
import hecht.core.event.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lines of orders: one order in several rows, which a query puts together before they become events.
///
/// @param query the SELECT  @param events over what it gives
record LineStory(String query, List<Draft> events) {
    /// @return null when the rows are no lines
    static @Nullable LineStory of(Roles roles) {
        Sample sample = roles.sample();
        if (sample.source().kind() == FileKind.XES) return null;
        SampleColumn number = roles.key(Vocabulary.ORDER)
                .or(() -> roles.key(Vocabulary.INVOICE))
                .orElse(null);
        SampleColumn customer = roles.customer();
        if (number == null || customer == null) return null;
        boolean lines = number.distinct() < number.filled() && sample.says(Vocabulary.LINE);
        Optional<SampleColumn> amount = roles.number(Vocabulary.AMOUNT);
        Optional<SampleColumn> price = roles.number(Vocabulary.PRICE);
        Optional<SampleColumn> quantity = roles.number(Vocabulary.QUANTITY);
        Optional<SampleColumn> time = roles.moment(Vocabulary.ORDER, List.of())
                .or(() -> roles.moment(Vocabulary.INVOICE, List.of()))
                .or(roles::anyMoment);
        if (!lines || time.isEmpty()) return null;
        String moment = moment(time.get());
        if (moment == null) return null;
        String sum;
        if (amount.isPresent()) sum = counted(roles.took(amount.get(), "summed"));
        else if (price.isPresent() && quantity.isPresent())
            sum = counted(roles.took(quantity.get(), "summed")) + " * " + counted(roles.took(price.get(), "summed"));
        else return null;
        roles.took(number, "number");
        roles.took(time.get(), "time");
        return new LineStory(query(number, customer, moment, sum), events(number));
    }

    private static String query(SampleColumn number, SampleColumn customer, String moment, String sum) {
        StringBuilder sql = new StringBuilder();
        sql.append("SELECT ").append(Duck.name(number.name())).append(" AS number,\n");
        sql.append("       ").append(key(customer)).append(" AS customer,\n");
        sql.append("       min(").append(moment).append(") AS moment,\n");
        sql.append("       round(sum(").append(sum).append("), 2) AS total,\n");
        sql.append("       count(*) AS lines\n");
        sql.append("FROM files\n");
        if (customer.filled() < customer.rows())
            sql.append("WHERE ").append(Duck.name(customer.name())).append(" IS NOT NULL\n");
        return sql.append("GROUP BY ALL\nORDER BY moment, number").toString();
    }

    /// A key that a spreadsheet made a number with a point, `17850.0`, is the key before it.
    private static String key(SampleColumn column) {
        String name = Duck.name(column.name());
        boolean pointed = column.isNumber() && column.values().stream().allMatch(value -> value.endsWith(".0"));
        return pointed ? "CAST(CAST(" + name + " AS DOUBLE) AS BIGINT)" : name;
    }

    private static @Nullable String moment(SampleColumn column) {
        MomentShape shape = column.moment();
        String name = Duck.name(column.name());
        if (shape == null) return null;
        if (shape.pattern() == null)
            return "CAST(" + name + " AS " + (shape.hasOffset() ? "TIMESTAMPTZ" : "TIMESTAMP") + ")";
        String format = shape.strptime();
        return format == null ? null : "strptime(" + name + ", " + Duck.text(format) + ")";
    }

    private static String counted(SampleColumn column) {
        String name = Duck.name(column.name());
        String plain = switch (column.numbers()) {
            case COMMA -> "replace(replace(" + name + ", '.', ''), ',', '.')";
            case POINT -> "replace(" + name + ", ',', '')";
            case PLAIN, NONE -> name;
        };
        return "CAST(" + plain + " AS DOUBLE)";
    }

    private static List<Draft> events(SampleColumn number) {
        String mark = mark(number);
        List<Draft> events = new ArrayList<>();
        Draft ordered = draft(EventType.ORDERED, "Something was ordered.", "-ordered");
        ordered.template(Field.ITEMS, "{lines}");
        if (mark != null) ordered.when("{column: number, matches: \"^[0-9]+$\"}");
        events.add(ordered);
        if (mark != null)
            events.add(draft(
                            EventType.ORDER_CANCELLED,
                            "Numbers that begin with " + mark + " seem to be cancellations.",
                            "-cancelled")
                    .unsure(Field.BY, "customer", "or supplier")
                    .when("{column: number, matches: \"^" + mark + "\"}"));
        return events;
    }

    private static Draft draft(EventType type, String says, String ending) {
        return new Draft(type, says)
                .template(Field.ID, "{number}" + ending)
                .template(Field.TIME, "{moment}")
                .template(Field.CUSTOMER, "{customer}")
                .template(Field.AMOUNT, "{total}");
    }

    /// The letter before a few of otherwise plain numbers, such as the C of a cancellation.
    private static @Nullable String mark(SampleColumn number) {
        long plain = number.counts().keySet().stream()
                .filter(value -> value.matches("\\d+"))
                .count();
        List<String> marked = number.counts().keySet().stream()
                .filter(value -> value.matches("[A-Z]\\d+"))
                .toList();
        if (plain < marked.size()) return null;
        return marked.stream()
                .map(value -> value.substring(0, 1))
                .filter(letter -> letter.equals("C") || letter.equals("R") || letter.equals("K"))
                .findFirst()
                .orElse(null);
    }
}
