package hecht.app.web.chart;

import hecht.app.words.Figures;
import hecht.app.words.Messages;
import java.util.List;

/// Latent leavers: who is expected to go within twelve months with the doors as they are, and with every door open.
/// What lies
/// between is held back.
public final class Leavers implements Chart {
    private final Messages words;
    private final Figures figures;
    private final Expected asIs;
    private final Expected open;
    private final Expected held;
    private final long customers;

    /// An expected number of customers with its interval, nine in ten.
    public record Expected(double mean, double low, double high) {}

    /// @param held open less as it is, with an interval of its own
    public Leavers(Messages words, Figures figures, Expected asIs, Expected open, Expected held, long customers) {
        this.words = words;
        this.figures = figures;
        this.asIs = asIs;
        this.open = open;
        this.held = held;
        this.customers = customers;
    }

    @Override
    public String id() {
        return "leavers";
    }

    @Override
    public String title() {
        return words.say("leavers.title");
    }

    /// The three numbers as printed, so that they add up.
    private long[] printed() {
        return new long[] {printedOpen() - printedHeld(), printedOpen(), printedHeld()};
    }

    private long printedOpen() {
        return Math.round(open.mean());
    }

    /// As the first sentences of the page print it, so that one page says one number.
    private long printedHeld() {
        return Math.round(held.mean());
    }

    @Override
    public String finding() {
        long[] printed = printed();
        return words.say(
                "leavers.finding",
                printed[0],
                range(asIs),
                printed[1],
                range(open),
                printed[2],
                range(held),
                customers);
    }

    private String range(Expected of) {
        return words.say("range", figures.whole(Math.round(of.low())), figures.whole(Math.round(of.high())));
    }

    @Override
    public Extent extent(Form form) {
        return new Extent(form.isWide() ? 413 : Form.PHONE, 152);
    }

    @Override
    public void draw(Svg on, Form form) {
        double width = extent(form).width();
        Scale x = new Scale(0, Math.max(1, Math.max(asIs.high(), open.high())), 0, width - 108);
        long[] printed = printed();
        on.text(0, 14, Anchor.START, "t", words.say("leavers.as-is"));
        bar(on, x, asIs, 22, width, printed[0]);
        on.text(0, 78, Anchor.START, "t", words.say("leavers.open"));
        bar(on, x, open, 86, width, printed[1]);
        double from = x.within(asIs.mean());
        double to = x.within(open.mean());
        if (to - from < 2) return;
        on.rect(from, 86, to - from, 26, "c0");
        on.line(x.within(open.low()), 99, x.within(open.high()), 99, "ci");
        on.path(new Track().from(from, 118).to(from, 123).to(to, 123).to(to, 118), "line3");
        String said = words.say("leavers.held", printed[2]);
        double half = Svg.width(said, 12.5) * .55;
        on.text(Math.clamp((from + to) / 2, half, width - half), 139, Anchor.MIDDLE, "tb", said);
    }

    private void bar(Svg on, Scale x, Expected of, double top, double width, long printed) {
        on.rect(0, top, x.within(of.mean()), 26, "neu2");
        on.line(x.within(of.low()), top + 13, x.within(of.high()), top + 13, "ci");
        on.text(width, top + 12, Anchor.END, "tl", figures.whole(printed));
        on.text(width, top + 27, Anchor.END, "ts", range(of));
    }

    @Override
    public Table table() {
        long[] printed = printed();
        return new Table(
                words.say("leavers.caption", customers),
                List.of(words.say("leavers.doors"), words.say("leavers.expected"), words.say("low"), words.say("high")),
                List.of("doors", "expected", "low", "high"),
                List.of(
                        row("leavers.as-is", "as they are", printed[0], asIs),
                        row("leavers.open", "open", printed[1], open),
                        row("leavers.held-back", "held back", printed[2], held)));
    }

    private List<Table.Cell> row(String key, String name, long printed, Expected of) {
        return List.of(
                Table.Cell.text(words.say(key), name),
                Table.Cell.number(figures.whole(printed), of.mean(), 1),
                Table.Cell.number(figures.whole(Math.round(of.low())), of.low(), 1),
                Table.Cell.number(figures.whole(Math.round(of.high())), of.high(), 1));
    }
}
