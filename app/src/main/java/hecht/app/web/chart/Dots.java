package hecht.app.web.chart;

import hecht.app.words.Figures;
import hecht.app.words.Messages;
import hecht.app.words.Rounding;
import hecht.core.relation.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How customers are spread: 200 dots, 100 on a phone, at the quantiles of health. Solid above the axis: in view.
/// Open below
/// it: not in view. At each health the dots' colours are the shares of the mean belief, so that all dots together
/// show the
/// shares of the conditions; the most likely condition of each would paint nearly all of them cool.
public final class Dots implements Chart {
    private static final int DOTS = 200;
    private static final int PHONE_DOTS = 100;
    private static final double BIGGEST = 11;
    private static final double LEAST = 3.4;
    private static final double GAP = 22;
    private static final double MEAN_LETTERS = 13.4;
    /// From this share of all on, those who never were heard and stand at one health are named.
    private static final double SPIKE = .03;

    private final Messages words;
    private final Figures figures;
    private final Field field;
    private final @Nullable Lists lists;

    /// All customers of a selection.
    ///
    /// @param bins from the lowest health to the highest, next to one another
    /// @param axisFrom,axisTo the ends of the axis, the same on the whole page
    /// @param mean with its interval, nine in ten
    /// @param leastPeople how many people a dot and a row of the table stand for at least
    public record Field(
            List<Bin> bins, double axisFrom, double axisTo, double mean, double low, double high, int leastPeople) {
        public Field {
            bins = List.copyOf(bins);
        }

        public long inView() {
            return bins.stream().mapToLong(Bin::inView).sum();
        }

        public long notInView() {
            return bins.stream().mapToLong(Bin::notInView).sum();
        }

        public long neverHeard() {
            return bins.stream().mapToLong(Bin::neverHeard).sum();
        }

        public long all() {
            return inView() + notInView();
        }
    }

    /// Customers with a health in [from, to).
    ///
    /// @param believed of those in view, their beliefs added up  @param believedNot of the others
    /// @param neverHeard how many of those not in view never acted
    public record Bin(
            double from, double to, long inView, long notInView, Shares believed, Shares believedNot, long neverHeard) {
        long count(boolean seen) {
            return seen ? inView : notInView;
        }

        Shares shares(boolean seen) {
            return seen ? believed : believedNot;
        }

        Bin with(Bin next) {
            return new Bin(
                    from,
                    next.to,
                    inView + next.inView,
                    notInView + next.notInView,
                    believed.plus(next.believed),
                    believedNot.plus(next.believedNot),
                    neverHeard + next.neverHeard);
        }
    }

    /// Where customers of a range of health are listed.
    @FunctionalInterface
    public interface Lists {
        String address(int from, int to, boolean inView);
    }

    private record Dot(double health, Condition condition) {}

    /// @param lists where customers are listed; null where there is no such list for this reader
    public Dots(Messages words, Figures figures, Field field, @Nullable Lists lists) {
        this.words = words;
        this.figures = figures;
        this.field = field;
        this.lists = lists;
    }

    @Override
    public String id() {
        return "dots";
    }

    @Override
    public String title() {
        return words.say("dots.title", field.all());
    }

    @Override
    public String finding() {
        String said = words.say(
                "dots.finding",
                each(DOTS),
                field.inView(),
                field.notInView(),
                figures.tenths(field.mean()),
                figures.tenths(field.low()),
                figures.tenths(field.high()));
        return isNeverTold(field.neverHeard(), field.notInView())
                ? said + ' ' + words.say("dots.finding.never", field.neverHeard())
                : said;
    }

    /// Whether this reader may be told of how many nothing was ever heard, and so of how many something was.
    private boolean isNeverTold(long never, long notInView) {
        return never > 0
                && never >= field.leastPeople()
                && (never == notInView || notInView - never >= field.leastPeople());
    }

    /// How many people a dot is, on a wide page: said in the panel's subtitle.
    public long each(Form form) {
        return each(form.isWide() ? DOTS : PHONE_DOTS);
    }

    private long each(int most) {
        return Math.max(1, Math.round(field.all() / (double) dots(most)));
    }

    private int dots(int most) {
        return (int) Math.clamp(field.all() / Math.max(1, field.leastPeople()), 1L, (long) most);
    }

    /// As tall as the lower stacks need, at least so that the words beside them have room.
    @Override
    public Extent extent(Form form) {
        Placed placed = placed(form);
        double deepest = upper(form) + GAP + highest(placed.unseen(), placed.x(), placed.pitch()) * placed.pitch() + 12;
        return new Extent(width(form), Math.max(upper(form) + GAP + (form.isWide() ? 104 : 72), deepest));
    }

    private static double width(Form form) {
        return form.isWide() ? 753 : Form.PHONE;
    }

    private static double upper(Form form) {
        return form.isWide() ? 136 : 112;
    }

    /// Where all dots are, and how far apart.
    private record Placed(List<Dot> seen, List<Dot> unseen, Scale x, double pitch) {}

    private Placed placed(Form form) {
        double margin = form.isWide() ? 12 : 6;
        Scale x = new Scale(field.axisFrom(), field.axisTo(), margin, width(form) - margin);
        int dots = dots(form.isWide() ? DOTS : PHONE_DOTS);
        double seen = dots * field.inView() / (double) field.all();
        long[] parts = Rounding.toAddUp(new double[] {seen, dots - seen}, dots);
        List<Dot> above = place((int) parts[0], true);
        List<Dot> below = place((int) parts[1], false);
        return new Placed(above, below, x, pitch(above, below, x, upper(form) - 34, form.isWide() ? 230 : 188));
    }

    @Override
    public void draw(Svg on, Form form) {
        boolean wide = form.isWide();
        Extent extent = extent(form);
        Placed placed = placed(form);
        Scale x = placed.x();
        double upper = upper(form);
        double lower = upper + GAP;

        for (double health : x.steps(wide ? 7 : 6))
            on.text(x.at(health), upper + 14.5, Anchor.MIDDLE, "t3", figures.whole(Math.round(health)));
        on.line(x.start(), upper, x.end(), upper, "hair");
        on.line(x.start(), lower, x.end(), lower, "hair");
        drawMean(on, x, extent.height() - 8, form);
        stack(on, placed.seen(), x, upper, placed.pitch(), true);
        double deepest = stack(on, placed.unseen(), x, lower, placed.pitch(), false);
        names(on, form, placed, upper, lower);
        nameSpike(on, x, deepest, placed.pitch());
        link(on, x, upper, lower, extent.height(), form);
    }

    /// Each dot at its quantile of health among those in view, or among the others.
    private List<Dot> place(int count, boolean inView) {
        List<Dot> dots = new ArrayList<>(count);
        long all = inView ? field.inView() : field.notInView();
        double[] owed = new double[Condition.values().length];
        double below = 0;
        int next = 0;
        for (Bin bin : field.bins()) {
            long here = bin.count(inView);
            if (here == 0) continue;
            for (; next < count && (next + .5) / count * all <= below + here; next++) {
                double within = ((next + .5) / count * all - below) / here;
                dots.add(new Dot(bin.from() + within * (bin.to() - bin.from()), paint(owed, bin.shares(inView))));
            }
            below += here;
        }
        return dots;
    }

    /// The condition of which most is still to be painted: what a dot cannot show of its mean belief is carried on to
    /// the next.
    private static Condition paint(double[] owed, Shares shares) {
        double sum = shares.sum();
        int most = 0;
        for (Condition each : Condition.values()) {
            int i = each.ordinal();
            owed[i] += sum == 0 ? .25 : shares.of(each) / sum;
            if (owed[i] > owed[most]) most = i;
        }
        owed[most]--;
        return Condition.values()[most];
    }

    /// The largest distance between dots at which the highest stack still has room.
    private static double pitch(List<Dot> seen, List<Dot> unseen, Scale x, double above, double below) {
        for (double pitch = BIGGEST; pitch > LEAST; pitch -= .2)
            if (highest(seen, x, pitch) * pitch <= above && highest(unseen, x, pitch) * pitch <= below) return pitch;
        return LEAST;
    }

    private static int highest(List<Dot> dots, Scale x, double pitch) {
        int[] heights = new int[(int) (Math.abs(x.end() - x.start()) / pitch) + 2];
        int highest = 0;
        for (Dot each : dots) highest = Math.max(highest, ++heights[column(each, x, pitch)]);
        return highest;
    }

    private static int column(Dot dot, Scale x, double pitch) {
        return (int) ((x.within(dot.health()) - x.start()) / pitch);
    }

    /// The dots in columns, close nearest to the axis and loose outermost, as in the stream over the months.
    private static double stack(Svg on, List<Dot> dots, Scale x, double axis, double pitch, boolean up) {
        int columns = (int) (Math.abs(x.end() - x.start()) / pitch) + 2;
        List<List<Condition>> stacks = new ArrayList<>();
        for (int i = 0; i < columns; i++) stacks.add(new ArrayList<>());
        for (Dot each : dots) stacks.get(column(each, x, pitch)).add(each.condition());
        double furthest = axis;
        for (int i = 0; i < columns; i++) {
            List<Condition> stack = stacks.get(i);
            stack.sort((a, b) -> b.compareTo(a));
            for (int j = 0; j < stack.size(); j++) {
                double away = (j + .5) * pitch + 2;
                double y = up ? axis - away : axis + away;
                furthest = up ? Math.min(furthest, y) : Math.max(furthest, y);
                double radius = up ? pitch * .43 : pitch * .43 - .8;
                on.circle(
                        x.start() + (i + .5) * pitch,
                        y,
                        radius,
                        (up ? "p" : "o") + stack.get(j).ordinal());
            }
        }
        return furthest;
    }

    private void drawMean(Svg on, Scale x, double to, Form form) {
        double at = x.within(field.mean());
        double y = 20;
        on.line(at, y + 6, at, to, "ann");
        on.line(x.within(field.low()), y, x.within(field.high()), y, "cithick");
        on.circle(at, y, 3.6, "inkf");
        double room = Math.max(x.within(field.low()) - 8, width(form) - x.within(field.high()) - 8);
        String said = mean("dots.mean");
        if (Svg.width(said, MEAN_LETTERS) > room) said = mean("dots.mean.short");
        boolean left = x.within(field.low()) - 8 > Svg.width(said, MEAN_LETTERS);
        on.text(
                left ? x.within(field.low()) - 8 : x.within(field.high()) + 8,
                y + 4,
                left ? Anchor.END : Anchor.START,
                "tb",
                said);
    }

    private String mean(String key) {
        return words.say(key, figures.tenths(field.mean()), figures.tenths(field.low()), figures.tenths(field.high()));
    }

    private void names(Svg on, Form form, Placed placed, double upper, double lower) {
        double x = placed.x().start();
        on.text(x, upper - 40, Anchor.START, "tb thx", words.say("in-view"));
        on.text(x, upper - 24, Anchor.START, "t3 thx", words.say("n", field.inView()));
        boolean left = isLeftFree(placed);
        double edge = left ? x : placed.x().end();
        Anchor side = left ? Anchor.START : Anchor.END;
        on.text(edge, lower + 28, side, "tb thx", words.say("silent-mass"));
        on.text(edge, lower + 44, side, "t3 thx", words.say("n", field.notInView()));
        if (!form.isWide()) return;
        on.text(edge, lower + 62, side, "t3 thx", words.say("dots.believe.1"));
        on.text(edge, lower + 77, side, "t3 thx", words.say("dots.believe.2"));
    }

    /// In rhythm the silent stand far left, where else their name is; then it stands at the other end, unless dots do too.
    private boolean isLeftFree(Placed placed) {
        double room = Math.max(Svg.width(words.say("silent-mass"), 14), Svg.width(words.say("dots.believe.1"), 13))
                + placed.pitch();
        Scale x = placed.x();
        return placed.unseen().stream().noneMatch(each -> x.at(each.health()) < x.start() + room)
                || placed.unseen().stream().anyMatch(each -> x.at(each.health()) > x.end() - room);
    }

    /// Those of whom nothing was ever heard stand close together; where that is a tower, it is said what it is.
    private void nameSpike(Svg on, Scale x, double deepest, double pitch) {
        Bin spike = null;
        for (Bin each : field.bins()) if (spike == null || each.neverHeard() > spike.neverHeard()) spike = each;
        if (spike == null || spike.neverHeard() < Math.max(SPIKE * field.all(), field.leastPeople())) return;
        double at = x.within((spike.from() + spike.to()) / 2);
        double room = Math.max(Svg.width(words.say("dots.never.1"), 13), Svg.width(words.say("dots.never.2"), 13));
        boolean right = at + pitch * 2.2 + room < x.end();
        double edge = right ? at + pitch * 2.2 : at - pitch * 2.2;
        Anchor anchor = right ? Anchor.START : Anchor.END;
        on.text(edge, deepest - 10, anchor, "t3 thx", words.say("dots.never.1"));
        on.text(edge, deepest + 5, anchor, "t3 thx", words.say("dots.never.2"));
    }

    private void link(Svg on, Scale x, double upper, double lower, double bottom, Form form) {
        if (lists == null) return;
        int step = band(form);
        for (int from = (int) field.axisFrom(); from < field.axisTo(); from += step) {
            int to = (int) Math.min(from + step, field.axisTo());
            long seen = count(from, to, true);
            long unseen = count(from, to, false);
            double left = x.at(from);
            double width = x.at(to) - left;
            if (seen > 0)
                on.link(
                        left,
                        30,
                        width,
                        upper - 30,
                        lists.address(from, to, true),
                        words.say("dots.list.seen", seen, from, to));
            if (unseen > 0)
                on.link(
                        left,
                        lower,
                        width,
                        bottom - lower,
                        lists.address(from, to, false),
                        words.say("dots.list.unseen", unseen, from, to));
        }
    }

    /// A column to press is at least 24 px wide.
    private int band(Form form) {
        double perPoint = (width(form) - (form.isWide() ? 24 : 12)) / (field.axisTo() - field.axisFrom());
        for (int step : new int[] {2, 3, 4, 5}) if (step * perPoint >= 24) return step;
        return 10;
    }

    private long count(int from, int to, boolean inView) {
        return field.bins().stream()
                .filter(each -> {
                    double middle = Math.clamp((each.from() + each.to()) / 2, field.axisFrom(), field.axisTo() - 1e-9);
                    return middle >= from && middle < to;
                })
                .mapToLong(each -> each.count(inView))
                .sum();
    }

    @Override
    public Table table() {
        List<List<Table.Cell>> rows = new ArrayList<>();
        // One row that is not told would follow from the others and from the number of all.
        boolean areNeverTold = rows().stream()
                .allMatch(each -> each.neverHeard() == 0 || isNeverTold(each.neverHeard(), each.notInView()));
        for (Bin each : rows()) {
            long from = Math.round(each.from());
            long to = Math.round(each.to());
            List<Table.Cell> row = new ArrayList<>();
            row.add(Table.Cell.text(words.say("dots.range", from, to), from + "-" + to));
            row.add(cell(each.inView(), (int) from, (int) to, true));
            row.add(cell(each.notInView(), (int) from, (int) to, false));
            row.add(
                    areNeverTold
                            ? Table.Cell.whole(figures.whole(each.neverHeard()), each.neverHeard())
                            : Table.Cell.none(words.say("few")));
            Shares all = each.believed().plus(each.believedNot());
            double[] hundreds = Arrays.stream(Condition.values())
                    .mapToDouble(condition -> 100 * all.of(condition) / all.sum())
                    .toArray();
            long[] rounded = Rounding.toAddUp(hundreds, 100);
            for (int i = 0; i < hundreds.length; i++)
                row.add(Table.Cell.number(figures.whole(rounded[i]), hundreds[i], 1));
            rows.add(row);
        }
        List<String> heads = new ArrayList<>(
                List.of(words.say("health"), words.say("in-view"), words.say("not-in-view"), words.say("never-heard")));
        List<String> names = new ArrayList<>(List.of("health", "in_view", "not_in_view", "never_heard"));
        for (Condition each : Condition.values()) {
            heads.add(words.say("in-hundred", words.word(each)));
            names.add(each.word());
        }
        return new Table(words.say("dots.caption"), heads, names, rows);
    }

    private Table.Cell cell(long count, int from, int to, boolean inView) {
        if (count > 0 && count < field.leastPeople()) return Table.Cell.none(words.say("few"));
        Table.Cell cell = Table.Cell.whole(figures.whole(count), count);
        return lists == null || count == 0 ? cell : cell.to(lists.address(from, to, inView));
    }

    /// Ranges of five points, joined where fewer people stand there than may be shown.
    private List<Bin> rows() {
        List<Bin> rows = new ArrayList<>();
        for (Bin each : field.bins()) {
            if (each.inView() + each.notInView() == 0 && rows.isEmpty()) continue;
            Bin last = rows.isEmpty() ? null : rows.getLast();
            boolean joins =
                    last != null && (Math.floor(last.from() / 5) == Math.floor(each.from() / 5) || isSmall(last));
            if (joins && last != null) rows.set(rows.size() - 1, last.with(each));
            else rows.add(each);
        }
        while (rows.size() > 1
                && (isSmall(rows.getLast())
                        || rows.getLast().inView() + rows.getLast().notInView() == 0)) {
            Bin last = rows.removeLast();
            rows.set(rows.size() - 1, rows.getLast().with(last));
        }
        rows.removeIf(each -> each.inView() + each.notInView() == 0);
        return rows;
    }

    private boolean isSmall(Bin bin) {
        if (field.leastPeople() <= 1) return false;
        return bin.inView() < field.leastPeople() || bin.notInView() < field.leastPeople();
    }
}
