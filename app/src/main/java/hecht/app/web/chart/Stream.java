package hecht.app.web.chart;

import hecht.app.words.Figures;
import hecht.app.words.Messages;
import hecht.app.words.Rounding;
import hecht.core.relation.Condition;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How shares changed: months by condition, mirrored at a waterline. Above it customers in view, below it, hatched,
/// those who
/// are not. Close lies at the line on both sides, loose outermost, and the names stand at the end, so that there is
/// no legend
/// to look up. Moments that touched many are marked.
public final class Stream implements Chart {
    private static final double LINE = 15;

    private final Messages words;
    private final Figures figures;
    private final List<Month> months;
    private final List<Mark> marks;
    private final Months axis;

    /// Everybody at the end of one month, or as of the moment of reading in the month that runs.
    public record Month(YearMonth month, long customers, long inView, Shares believed, Shares believedNot) {
        double share(Condition condition, boolean seen) {
            return 100 * (seen ? believed : believedNot).of(condition) / (believed.sum() + believedNot.sum());
        }

        double all(boolean seen) {
            return 100 * (seen ? believed : believedNot).sum() / (believed.sum() + believedNot.sum());
        }
    }

    /// Something that touched many, or that a steward wrote down.
    ///
    /// @param until its last day  @param customers how many were touched; null where that is not known
    public record Mark(
            LocalDate day,
            LocalDate until,
            String name,
            @Nullable Long customers) {}

    /// @param months oldest first, at least two
    public Stream(Messages words, Figures figures, List<Month> months, List<Mark> marks) {
        this.words = words;
        this.figures = figures;
        this.months = List.copyOf(months);
        this.marks = List.copyOf(marks);
        this.axis = new Months(words, months.stream().map(Month::month).toList(), 0, 1);
    }

    @Override
    public String id() {
        return "months";
    }

    @Override
    public String title() {
        return words.say("stream.title", months.size());
    }

    @Override
    public String finding() {
        Month first = months.getFirst();
        Month last = months.getLast();
        return words.say(
                "stream.finding",
                axis.name(0),
                hundred(first.all(true)),
                axis.name(months.size() - 1),
                hundred(last.all(true)),
                hundred(last.all(false)),
                lately());
    }

    /// The deepest fall of the share in view from one month to the next, if it is worth a word.
    private String lately() {
        int worst = 0;
        for (int i = 1; i < months.size(); i++) if (fall(i) > (worst == 0 ? 2 : fall(worst))) worst = i;
        return worst == 0
                ? ""
                : words.say(
                        "stream.fall",
                        axis.name(worst),
                        hundred(months.get(worst - 1).all(true)),
                        hundred(months.get(worst).all(true)));
    }

    private double fall(int month) {
        return months.get(month - 1).all(true) - months.get(month).all(true);
    }

    private String hundred(double share) {
        return figures.whole(Math.round(share));
    }

    @Override
    public Extent extent(Form form) {
        return form.isWide() ? new Extent(1320, 400) : new Extent(Form.PHONE, 420);
    }

    @Override
    public boolean isRead() {
        return true;
    }

    @Override
    public void draw(Svg on, Form form) {
        boolean wide = form.isWide();
        Extent extent = extent(form);
        double left = wide ? 48 : 34;
        double right = extent.width() - (wide ? 230 : 92);
        double top = wide ? 58 : 62;
        double bottom = extent.height() - 42;
        double up = highest(true);
        double down = highest(false);
        Scale y = new Scale(up, -down, top, bottom);
        Months x = new Months(words, months.stream().map(Month::month).toList(), left, right);

        for (double percent : y.steps(8)) {
            if (Math.abs(percent) < 1) continue;
            on.line(left, y.at(percent), right, y.at(percent), "hair");
            on.text(left - 7, y.at(percent) + 4, Anchor.END, "t3", hundred(Math.abs(percent)) + (wide ? " %" : ""));
        }
        for (boolean seen : new boolean[] {true, false}) bands(on, x, y, seen);
        on.line(left, y.at(0), right, y.at(0), "water");
        on.text(left - 7, y.at(0) + 4, Anchor.END, "t3", "0");
        x.draw(on, form, bottom + 4);
        mark(on, x, form, top, bottom);
        label(on, y, right, form);
        if (wide) brace(on, y, right);
        else {
            on.text(left + 4, y.at(0) - 6, Anchor.START, "th tb", words.say("in-view"));
            on.text(left + 4, y.at(0) + 16, Anchor.START, "th tb", words.say("silent-mass"));
        }
        for (int i = 0; i < months.size(); i++) {
            double at = x.at(i);
            on.said(spoken(i), () -> on.rect(at - 2, top, 4, bottom - top, "hit"));
        }
    }

    private double highest(boolean seen) {
        double most = 5;
        for (Month each : months) most = Math.max(most, each.all(seen));
        return most;
    }

    /// From the line outwards: close, warm, cool, loose.
    private void bands(Svg on, Months x, Scale y, boolean seen) {
        double[] inner = new double[months.size()];
        for (Condition condition : List.of(Condition.HECHT, Condition.WARM, Condition.KOEL, Condition.LOS)) {
            double[] outer = new double[months.size()];
            for (int i = 0; i < outer.length; i++)
                outer[i] = inner[i] + (seen ? 1 : -1) * months.get(i).share(condition, seen);
            Track area = between(x, y, outer, inner);
            on.path(area, (seen ? "c" : "d") + condition.ordinal());
            if (!seen) on.hatching(area);
            if (condition != Condition.LOS) on.path(line(x, y, outer), "seam");
            inner = outer;
        }
    }

    private static Track line(Months x, Scale y, double[] values) {
        Track track = new Track();
        for (int i = 0; i < values.length; i++) track.ease(x.at(i), y.at(values[i]));
        return track;
    }

    private static Track between(Months x, Scale y, double[] outer, double[] inner) {
        Track track = line(x, y, outer).to(x.at(inner.length - 1), y.at(inner[inner.length - 1]));
        for (int i = inner.length - 2; i >= 0; i--) track.ease(x.at(i), y.at(inner[i]));
        return track.close();
    }

    private void mark(Svg on, Months x, Form form, double top, double bottom) {
        double[] free = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Mark each : marks) {
            double at = x.at(place(each.day()));
            String under = days(each);
            if (each.customers() != null && form.isWide()) under += words.say("stream.touched", each.customers());
            double width = Math.max(Svg.width(each.name(), 12.5) * 1.08, Svg.width(under, 12)) + 12;
            boolean before = at + width > x.at(months.size() - 1) && at - width > 0;
            double start = before ? at - width : at;
            int row = start >= free[0] ? 0 : 1;
            if (start < free[row]) continue;
            double y = top - 40 + (row == 0 ? 0 : -2);
            on.line(at, row == 0 ? y - 8 : y, at, bottom, "ann");
            if (row == 1) continue;
            free[row] = start + width;
            Anchor anchor = before ? Anchor.END : Anchor.START;
            on.text(before ? at - 7 : at + 7, y, anchor, "tb", each.name());
            on.text(before ? at - 7 : at + 7, y + 15, anchor, "t3", under);
        }
    }

    /// `6 Oct 2025`, `9–12 Feb 2026`, or `28 Feb – 2 Mar 2026`.
    private String days(Mark mark) {
        LocalDate from = mark.day();
        LocalDate to = mark.until();
        String last = words.say(
                "stream.day",
                to.getDayOfMonth(),
                Months.shortName(words, YearMonth.from(to)),
                String.valueOf(to.getYear()));
        if (!to.isAfter(from)) return last;
        if (YearMonth.from(from).equals(YearMonth.from(to))) return from.getDayOfMonth() + "–" + last;
        return from.getDayOfMonth() + " " + Months.shortName(words, YearMonth.from(from)) + " – " + last;
    }

    /// A month's point stands for its end, so a day lies between the end of the month before and that of its own.
    private double place(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        long after = months.getFirst().month().until(month, java.time.temporal.ChronoUnit.MONTHS);
        double end = after - 1 + day.getDayOfMonth() / (double) month.lengthOfMonth();
        return Math.clamp(end, 0, months.size() - 1.0);
    }

    /// The names of the bands at their ends, moved apart where they would touch.
    private void label(Svg on, Scale y, double right, Form form) {
        Month last = months.getLast();
        double[] hundreds = new double[8];
        for (Condition each : Condition.values()) {
            hundreds[each.ordinal()] = last.share(each, true);
            hundreds[4 + each.ordinal()] = last.share(each, false);
        }
        long[] rounded = Rounding.toAddUp(hundreds, 100);
        for (boolean seen : new boolean[] {true, false}) {
            double[] at = new double[4];
            double inner = 0;
            for (int i = 3; i >= 0; i--) {
                double outer = inner + (seen ? 1 : -1) * last.share(Condition.values()[i], seen);
                at[3 - i] = y.at((inner + outer) / 2) + 4;
                inner = outer;
            }
            apart(at, seen, y.at(0));
            for (int i = 0; i < 4; i++) {
                Condition condition = Condition.values()[3 - i];
                long share = rounded[(seen ? 0 : 4) + condition.ordinal()];
                on.text(
                        right + 10,
                        at[i],
                        Anchor.START,
                        "q" + condition.ordinal(),
                        named(condition) + " " + share + (form.isWide() ? " %" : ""));
            }
        }
    }

    private static void apart(double[] at, boolean up, double water) {
        at[0] = up ? Math.min(at[0], water - 3) : Math.max(at[0], water + 12);
        for (int i = 1; i < at.length; i++)
            at[i] = up ? Math.min(at[i], at[i - 1] - LINE) : Math.max(at[i], at[i - 1] + LINE);
    }

    private String named(Condition condition) {
        String word = words.word(condition);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private void brace(Svg on, Scale y, double right) {
        Month last = months.getLast();
        double x = right + 98;
        long[] shares = Rounding.toAddUp(new double[] {last.all(true), last.all(false)}, 100);
        for (boolean seen : new boolean[] {true, false}) {
            double from = y.at(seen ? last.all(true) : -2);
            double to = y.at(seen ? 2 : -last.all(false));
            if (to - from < 8) continue;
            on.path(new Track().from(x, from).to(x + 5, from).to(x + 5, to).to(x, to), "line3");
            double middle = (from + to) / 2;
            on.text(x + 13, middle - 12, Anchor.START, "tb", words.say(seen ? "in-view" : "silent-mass"));
            on.text(x + 13, middle + 4, Anchor.START, "t", words.say("in-hundred.count", shares[seen ? 0 : 1]));
            on.text(
                    x + 13,
                    middle + 19,
                    Anchor.START,
                    "t3",
                    words.say("n", seen ? last.inView() : last.customers() - last.inView()));
        }
    }

    private String spoken(int i) {
        Month month = months.get(i);
        long[] shares = Rounding.toAddUp(
                Arrays.stream(Condition.values())
                        .mapToDouble(each -> month.share(each, true) + month.share(each, false))
                        .toArray(),
                100);
        StringBuilder out = new StringBuilder(axis.name(i)).append('\n');
        for (Condition each : Condition.values())
            out.append(named(each)).append(' ').append(shares[each.ordinal()]).append(" %\n");
        return out.append(words.say("stream.said", hundred(month.all(true)), month.customers()))
                .toString();
    }

    @Override
    public Table table() {
        List<String> heads =
                new ArrayList<>(List.of(words.say("month"), words.say("customers"), words.say("in-view.hundred")));
        List<String> names = new ArrayList<>(List.of("month", "customers", "in_view"));
        for (boolean seen : new boolean[] {true, false})
            for (Condition each : Condition.values()) {
                heads.add(words.say(seen ? "stream.seen" : "stream.unseen", words.word(each)));
                names.add(each.word() + (seen ? "_in_view" : "_not_in_view"));
            }
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            Month month = months.get(i);
            List<Table.Cell> row = new ArrayList<>();
            row.add(Table.Cell.text(axis.name(i), month.month().toString()));
            row.add(Table.Cell.whole(figures.whole(month.customers()), month.customers()));
            row.add(Table.Cell.number(figures.tenths(month.all(true)), month.all(true), 2));
            for (boolean seen : new boolean[] {true, false})
                for (Condition each : Condition.values())
                    row.add(Table.Cell.number(figures.tenths(month.share(each, seen)), month.share(each, seen), 2));
            rows.add(row);
        }
        return new Table(words.say("stream.caption"), heads, names, rows);
    }
}
