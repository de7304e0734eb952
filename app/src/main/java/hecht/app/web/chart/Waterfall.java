package hecht.app.web.chart;

import hecht.app.words.Messages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts that add up to a whole: each begins where the one before it ended. Two figures a part, on its day and now; only those of
/// now add up, and they do as printed.
///
/// @param base,total in tenths of a point  @param baseName,totalName what they are called
public record Waterfall(
        Messages words,
        String title,
        String finding,
        String baseName,
        String baseSaid,
        long base,
        List<Part> parts,
        String totalName,
        String totalSaid,
        long total)
        implements Chart {
    private static final double LETTERS = 12.5;
    private static final double LABELS = 318;
    private static final double START = 332;
    private static final double END = 616;
    private static final double WIDE = 753;
    private static final double LINE = 15;

    /// @param when its day, for the table; empty where it has none  @param name what it was  @param as good, bad, heard …
    /// @param onItsDay as printed; empty where it has none  @param now tenths of a point that are left  @param nowSaid as printed
    /// @param rule the rules that fired
    public record Part(
            String when,
            String day,
            String name,
            String as,
            String onItsDay,
            double pointsOnItsDay,
            long now,
            String nowSaid,
            String rule,
            @Nullable String href) {}

    public Waterfall {
        parts = List.copyOf(parts);
    }

    @Override
    public String id() {
        return "why";
    }

    @Override
    public Table table() {
        List<List<Table.Cell>> rows = new ArrayList<>();
        rows.add(List.of(
                Table.Cell.text(baseName),
                Table.Cell.text(""),
                Table.Cell.text(""),
                Table.Cell.none(""),
                Table.Cell.number(baseSaid, base / 10.0, 1),
                Table.Cell.text("")));
        for (Part each : parts)
            rows.add(List.of(
                    Table.Cell.text(each.name()).to(each.href()),
                    Table.Cell.text(each.when(), each.day()),
                    Table.Cell.text(each.as()),
                    each.onItsDay().isEmpty()
                            ? Table.Cell.none("")
                            : Table.Cell.number(each.onItsDay(), each.pointsOnItsDay(), 1),
                    Table.Cell.number(each.nowSaid(), each.now() / 10.0, 1),
                    Table.Cell.text(each.rule())));
        rows.add(List.of(
                Table.Cell.text(totalName),
                Table.Cell.text(""),
                Table.Cell.text(""),
                Table.Cell.none(""),
                Table.Cell.number(totalSaid, total / 10.0, 1),
                Table.Cell.text("")));
        return new Table(
                title,
                List.of(
                        words.say("chart.why.what"),
                        words.say("chart.why.day"),
                        words.say("chart.why.as"),
                        words.say("chart.why.on-its-day"),
                        words.say("chart.why.now"),
                        words.say("chart.why.rule")),
                List.of("what", "day", "as", "on_its_day", "now", "rule"),
                rows);
    }

    @Override
    public Extent extent(Form form) {
        return form.isWide()
                ? new Extent(WIDE, 40 + heights() + 34)
                : new Extent(Form.PHONE, 24 + (parts.size() + 2) * 41.0 + narrowExtra());
    }

    private double heights() {
        double sum = row(baseName);
        for (Part each : parts) sum += row(each.name());
        return sum;
    }

    private double narrowExtra() {
        double sum = 0;
        for (Part each : parts) sum += (lines(each.name(), Form.PHONE - 50).size() - 1) * LINE;
        return sum;
    }

    private static double row(String name) {
        return 12 + lines(name, LABELS).size() * LINE;
    }

    @Override
    public void draw(Svg on, Form form) {
        if (form.isWide()) wide(on);
        else narrow(on);
    }

    private Scale scale(double start, double end) {
        long least = 0;
        long most = Math.max(base, total);
        long at = base;
        for (Part each : parts) {
            at += each.now();
            least = Math.min(least, at);
            most = Math.max(most, at);
        }
        return new Scale(least, Math.max(most, least + 1), start, end);
    }

    private void wide(Svg on) {
        Scale scale = scale(START, END);
        on.text(694, 18, Anchor.END, "t3", words.say("chart.why.on-its-day"));
        on.text(WIDE, 18, Anchor.END, "t3", words.say("chart.why.now"));
        double y = 30;
        bar(on, scale, 0, base, y + row(baseName) / 2 - 7, "neu");
        label(on, baseName, y, "");
        on.text(WIDE, y + row(baseName) / 2 + 4, Anchor.END, "tb", baseSaid);
        double bottom = y + row(baseName) / 2 + 6;
        long at = base;
        y += row(baseName);
        for (Part each : parts) {
            double height = row(each.name());
            double middle = y + height / 2;
            on.line(scale.at(at), bottom, scale.at(at), middle - 7, "axis faint");
            step(on, scale, at, each.now(), middle - 7);
            label(on, each.name(), y, "");
            if (!each.onItsDay().isEmpty()) on.text(694, middle + 4, Anchor.END, "t3", each.onItsDay());
            on.text(WIDE, middle + 4, Anchor.END, each.now() < 0 ? "tr" : each.now() > 0 ? "tg" : "t3", each.nowSaid());
            at += each.now();
            bottom = middle + 6;
            y += height;
        }
        on.line(scale.at(at), bottom, scale.at(at), y + 3, "axis faint");
        on.line(0, y + 3, WIDE, y + 3, "axis");
        bar(on, scale, 0, total, y + 9, "inkf");
        on.text(LABELS, y + 21, Anchor.END, "tl", totalName);
        on.text(WIDE, y + 21, Anchor.END, "tl", totalSaid);
    }

    private static void label(Svg on, String name, double y, String classes) {
        double at = y + 6 + 11;
        for (String each : lines(name, LABELS)) {
            on.text(LABELS, at, Anchor.END, classes, each);
            at += LINE;
        }
    }

    private void narrow(Svg on) {
        Scale scale = scale(0, Form.PHONE - 56);
        on.text(Form.PHONE, 12, Anchor.END, "t3", words.say("chart.why.now"));
        double y = 24;
        narrowHead(on, baseName, "", baseSaid, "tb", y);
        bar(on, scale, 0, base, y + 18, "neu");
        long at = base;
        double bottom = y + 31;
        y += 41;
        for (Part each : parts) {
            double extra = (lines(each.name(), Form.PHONE - 50).size() - 1) * LINE;
            narrowHead(on, each.name(), "", each.nowSaid(), each.now() < 0 ? "tr" : "tg", y);
            on.line(scale.at(at), bottom, scale.at(at), y + 18 + extra, "axis faint");
            step(on, scale, at, each.now(), y + 18 + extra);
            at += each.now();
            bottom = y + 31 + extra;
            y += 41 + extra;
        }
        on.line(0, y - 4, Form.PHONE, y - 4, "axis");
        narrowHead(on, totalName, "tl", totalSaid, "tl", y);
        bar(on, scale, 0, total, y + 18, "inkf");
    }

    private static void narrowHead(Svg on, String name, String classes, String figure, String figureClasses, double y) {
        double at = y + 12;
        for (String each : lines(name, Form.PHONE - 50)) {
            on.text(0, at, Anchor.START, classes, each);
            at += LINE;
        }
        on.text(Form.PHONE, y + 12, Anchor.END, figureClasses, figure);
    }

    private static void bar(Svg on, Scale scale, long from, long to, double y, String classes) {
        on.rect(scale.at(Math.min(from, to)), y, Math.abs(scale.at(to) - scale.at(from)), 13, classes);
    }

    /// What is nothing as printed is still seen as a hair.
    private static void step(Svg on, Scale scale, long from, long change, double y) {
        if (change == 0) on.rect(scale.at(from) - .5, y, 1, 13, "ink3f");
        else bar(on, scale, from, from + change, y, change > 0 ? "gf" : "rf");
    }

    /// The text in at most two lines that fit, cut where even two do not.
    private static List<String> lines(String text, double width) {
        if (Svg.width(text, LETTERS) <= width) return List.of(text);
        String[] words = text.split(" ", -1);
        StringBuilder first = new StringBuilder();
        int next = 0;
        while (next < words.length && Svg.width(first + " " + words[next], LETTERS) <= width) {
            if (!first.isEmpty()) first.append(' ');
            first.append(words[next++]);
        }
        if (first.isEmpty()) return List.of(cut(text, width));
        StringBuilder second = new StringBuilder();
        for (int i = next; i < words.length; i++)
            second.append(i == next ? "" : " ").append(words[i]);
        return List.of(first.toString(), cut(second.toString(), width));
    }

    private static String cut(String text, double width) {
        if (Svg.width(text, LETTERS) <= width) return text;
        int end = text.length();
        while (end > 1 && Svg.width(text.substring(0, end) + "…", LETTERS) > width)
            end = text.offsetByCodePoints(end, -1);
        return text.substring(0, end) + "…";
    }
}
