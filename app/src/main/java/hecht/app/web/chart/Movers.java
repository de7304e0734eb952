package hecht.app.web.chart;

import hecht.app.words.Figures;
import hecht.app.words.Messages;
import hecht.app.words.Rounding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What moved the mean of a month: a bar for each driver, up or down from zero, with its interval and how many it
/// touched.
/// The bars add up to the change among those who stayed; as printed, too.
public final class Movers implements Chart {
    private static final double ROW = 24;
    private static final double HEAD = 26;

    private final Messages words;
    private final Figures figures;
    private final String month;
    private final List<Mover> movers;
    private final double change;
    private final long[] printed;
    private final long total;

    /// What a driver is.
    public enum Kind {
        /// Something that was done for customers, or that happened to them.
        LIVED,
        /// Something that was heard of them, as that they bought.
        HEARD,
        /// Time and silence, or many small things together.
        REST
    }

    /// One driver.
    ///
    /// @param about the goal or kind of event, in words  @param why the reason; empty where the first says all
    /// @param points of the mean of all customers, with its interval, nine in ten
    /// @param customers whom it moved; null where it is many small things together, of which one customer may have met several
    /// @param address where the customers it moved are listed; null where there is no such list for this reader
    public record Mover(
            String about,
            String why,
            Kind kind,
            double points,
            double low,
            double high,
            @Nullable Long customers,
            @Nullable String address) {
        public String name() {
            return why.isEmpty() ? about : about + ": " + why;
        }
    }

    /// @param month in words  @param movers from the most up to the most down  @param change their sum
    public Movers(Messages words, Figures figures, String month, List<Mover> movers, double change) {
        this.words = words;
        this.figures = figures;
        this.month = month;
        this.movers = List.copyOf(movers);
        this.change = change;
        this.total = Math.round(change * 100);
        this.printed = Rounding.toAddUp(
                movers.stream().mapToDouble(each -> each.points() * 100).toArray(), total);
    }

    @Override
    public String id() {
        return "movers";
    }

    @Override
    public int decimals() {
        return 2;
    }

    @Override
    public String title() {
        return words.say("movers.title", month);
    }

    /// `−0.40`, the sum as printed.
    public String total() {
        return signed(total);
    }

    private String signed(long hundredths) {
        return (hundredths > 0 ? "+" : "") + figures.hundredths(hundredths / 100.0);
    }

    @Override
    public String finding() {
        if (movers.isEmpty()) return words.say("movers.none");
        int up = -1;
        int down = -1;
        for (int i = 0; i < printed.length; i++) {
            if (printed[i] > (up < 0 ? 0 : printed[up])) up = i;
            if (printed[i] < (down < 0 ? 0 : printed[down])) down = i;
        }
        StringBuilder out = new StringBuilder(words.say("movers.finding", total()));
        if (down >= 0) out.append(' ').append(most("movers.finding.down", down));
        if (up >= 0) out.append(' ').append(most("movers.finding.up", up));
        return out.toString();
    }

    private String most(String key, int i) {
        Mover mover = movers.get(i);
        return mover.customers() == null
                ? words.say(key + ".rest", mover.name(), signed(printed[i]))
                : words.say(key, mover.name(), signed(printed[i]), mover.customers());
    }

    @Override
    public Extent extent(Form form) {
        double row = form.isWide() ? ROW : ROW + 18;
        return new Extent(form.isWide() ? 753 : Form.PHONE, HEAD + row * movers.size() + 10);
    }

    @Override
    public void draw(Svg on, Form form) {
        boolean wide = form.isWide();
        double width = extent(form).width();
        double left = wide ? 330 : 0;
        double right = width - (wide ? 128 : 66);
        double least = 0;
        double most = 0;
        for (Mover each : movers) {
            least = Math.min(least, Math.min(each.low(), each.points()));
            most = Math.max(most, Math.max(each.high(), each.points()));
        }
        if (most - least < .02) most = least + .02;
        Scale x = new Scale(least, most, left, right);
        double row = wide ? ROW : ROW + 18;
        double bottom = HEAD + row * movers.size();
        for (double step : x.steps(wide ? 7 : 4)) {
            long hundredths = Math.round(step * 100);
            boolean zero = Math.abs(step) < 1e-9;
            on.line(x.at(step), HEAD - 6, x.at(step), bottom, zero ? "axis" : "hair");
            on.text(
                    x.at(step),
                    12,
                    Anchor.MIDDLE,
                    "t3",
                    zero ? "0" : Math.abs(step * 100 - hundredths) < .01 ? signed(hundredths) : "");
        }
        if (wide) {
            on.text(width - 62, 12, Anchor.END, "t3", words.say("points"));
            on.text(width, 12, Anchor.END, "t3", words.say("n.head"));
        }
        for (int i = 0; i < movers.size(); i++) row(on, movers.get(i), printed[i], x, HEAD + i * row, width, wide);
    }

    private void row(Svg on, Mover mover, long hundredths, Scale x, double top, double width, boolean wide) {
        String name = cut(mover.name(), wide ? 318 : width - 70);
        double bar = wide ? top : top + 18;
        double middle = bar + 8;
        on.text(wide ? 318 : 0, top + 12, wide ? Anchor.END : Anchor.START, "t", name);
        double zero = x.at(0);
        double at = x.within(mover.points());
        on.rect(Math.min(zero, at), bar, Math.abs(at - zero), 16, mover.points() >= 0 ? "gf" : "rf");
        on.line(x.within(mover.low()), middle, x.within(mover.high()), middle, "ci");
        String classes = hundredths > 0 ? "tg" : hundredths < 0 ? "tr" : "t3";
        if (wide) {
            on.text(width - 62, top + 12, Anchor.END, classes, signed(hundredths));
            if (mover.customers() != null) on.text(width, top + 12, Anchor.END, "t3", figures.whole(mover.customers()));
        } else {
            on.text(width, top + 12, Anchor.END, classes, signed(hundredths));
            if (mover.customers() != null)
                on.text(width, middle + 4, Anchor.END, "t3", words.say("n", mover.customers()));
        }
        if (mover.address() != null && mover.customers() != null)
            on.link(
                    0,
                    top - 4,
                    width,
                    wide ? ROW : ROW + 18,
                    mover.address(),
                    words.say("movers.list", mover.name(), mover.customers()));
    }

    /// What would run into the bars ends in dots; the table has it whole.
    private static String cut(String name, double room) {
        if (Svg.width(name, 12.5) <= room) return name;
        int end = name.length();
        while (end > 1 && Svg.width(name.substring(0, end) + "…", 12.5) > room) end--;
        return name.substring(0, end).strip() + "…";
    }

    @Override
    public Table table() {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < movers.size(); i++) {
            Mover each = movers.get(i);
            rows.add(List.of(
                    Table.Cell.text(each.name()),
                    Table.Cell.number(signed(printed[i]), each.points(), 4),
                    Table.Cell.number(signed(Math.round(each.low() * 100)), each.low(), 4),
                    Table.Cell.number(signed(Math.round(each.high() * 100)), each.high(), 4),
                    each.customers() == null
                            ? Table.Cell.none("")
                            : Table.Cell.whole(figures.whole(each.customers()), each.customers())
                                    .to(each.address())));
        }
        rows.add(List.of(
                Table.Cell.text(words.say("sum"), "sum"),
                Table.Cell.number(total(), change, 4),
                Table.Cell.none(""),
                Table.Cell.none(""),
                Table.Cell.none("")));
        return new Table(
                words.say("movers.caption", month),
                List.of(
                        words.say("movers.driver"),
                        words.say("points"),
                        words.say("low"),
                        words.say("high"),
                        words.say("customers")),
                List.of("driver", "points", "low", "high", "customers"),
                rows);
    }
}
