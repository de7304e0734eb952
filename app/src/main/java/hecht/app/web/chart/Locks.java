package hecht.app.web.chart;

import hecht.app.words.Figures;
import hecht.app.words.Messages;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Locks that end in each of the coming months, and how many of those customers would probably go once they can.
public final class Locks implements Chart {
    private static final double TALL = 150;
    private static final double FLOOR = 126;

    private final Messages words;
    private final Figures figures;
    private final List<Month> months;
    private final int fewest;
    private final @Nullable Function<YearMonth, String> lists;

    /// Customers whose lock ends in a month.
    ///
    /// @param leaving how many of them would probably go within the year after, with its interval, nine in ten
    public record Month(YearMonth month, long locks, double leaving, double low, double high) {}

    /// @param fewest a month of fewer is not told  @param lists where the customers of a month are listed; null where
    /// there is no
    /// such list for this reader
    public Locks(
            Messages words,
            Figures figures,
            List<Month> months,
            int fewest,
            @Nullable Function<YearMonth, String> lists) {
        this.words = words;
        this.figures = figures;
        this.months = List.copyOf(months);
        this.fewest = fewest;
        this.lists = lists;
    }

    @Override
    public String id() {
        return "locks";
    }

    @Override
    public String title() {
        return words.say("locks.title");
    }

    @Override
    public String finding() {
        long locks = 0;
        double leaving = 0;
        for (Month each : months) {
            if (isHidden(each)) continue;
            locks += each.locks();
            leaving += each.leaving();
        }
        if (locks == 0) return words.say("locks.none");
        Month most = months.stream().max(Comparator.comparingLong(Month::locks)).orElseThrow();
        return words.say("locks.finding", locks, Math.round(leaving), Months.name(words, most.month()), most.locks());
    }

    private boolean isHidden(Month month) {
        return month.locks() > 0 && month.locks() < fewest;
    }

    @Override
    public Extent extent(Form form) {
        return new Extent(form.isWide() ? 413 : Form.PHONE, TALL);
    }

    @Override
    public void draw(Svg on, Form form) {
        double width = extent(form).width();
        long most = months.stream().mapToLong(Month::locks).max().orElse(1);
        Scale y = new Scale(0, Math.max(1, most), FLOOR, 24);
        double each = width / months.size();
        double size = Svg.width(figures.whole(most), 11.5) > each - 2 ? 0 : 1;
        for (int i = 0; i < months.size(); i++) {
            Month month = months.get(i);
            double left = i * each + 2;
            on.text(
                    left + each / 2 - 2,
                    FLOOR + 16,
                    Anchor.MIDDLE,
                    month.month().getMonthValue() == 1 ? "ts b" : "ts",
                    Months.shortName(words, month.month()));
            if (isHidden(month)) {
                on.text(left + each / 2 - 2, FLOOR - 5, Anchor.MIDDLE, "ts", "< " + fewest);
                continue;
            }
            on.rect(left, y.at(month.locks()), each - 4, FLOOR - y.at(month.locks()), "neu");
            on.rect(left, y.at(month.leaving()), each - 4, FLOOR - y.at(month.leaving()), "c0");
            if (size > 0 || i % 2 == 0)
                on.text(
                        left + each / 2 - 2,
                        y.at(month.locks()) - 5,
                        Anchor.MIDDLE,
                        "ts",
                        figures.whole(month.locks()));
            if (lists != null && month.locks() > 0)
                on.link(
                        left - 2,
                        10,
                        each,
                        TALL - 10,
                        lists.apply(month.month()),
                        words.say("locks.list", month.locks(), Months.name(words, month.month())));
        }
        on.line(0, FLOOR, width, FLOOR, "axis");
    }

    @Override
    public Table table() {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Month each : months) {
            Table.Cell name = Table.Cell.text(
                    Months.name(words, each.month()), each.month().toString());
            if (isHidden(each)) {
                rows.add(List.of(
                        name,
                        Table.Cell.none(words.say("few")),
                        Table.Cell.none(""),
                        Table.Cell.none(""),
                        Table.Cell.none("")));
                continue;
            }
            Table.Cell locks = Table.Cell.whole(figures.whole(each.locks()), each.locks());
            rows.add(List.of(
                    name,
                    lists == null || each.locks() == 0 ? locks : locks.to(lists.apply(each.month())),
                    Table.Cell.number(figures.whole(Math.round(each.leaving())), each.leaving(), 1),
                    Table.Cell.number(figures.whole(Math.round(each.low())), each.low(), 1),
                    Table.Cell.number(figures.whole(Math.round(each.high())), each.high(), 1)));
        }
        return new Table(
                words.say("locks.caption"),
                List.of(
                        words.say("month"),
                        words.say("locks.ending"),
                        words.say("locks.leaving"),
                        words.say("low"),
                        words.say("high")),
                List.of("month", "locks", "would_leave", "low", "high"),
                rows);
    }
}
