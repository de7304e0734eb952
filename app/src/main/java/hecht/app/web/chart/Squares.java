package hecht.app.web.chart;

import hecht.app.words.Figures;
import hecht.app.words.Messages;
import hecht.app.words.Rounding;
import hecht.core.relation.Condition;
import hecht.core.relation.Quadrant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Loyal, or held? Four squares around a cross: attitude upwards, behaviour to the right. Area is customers, stripes
/// are
/// conditions, and those who stay without choosing to are hatched.
public final class Squares implements Chart {
    private static final double TALL = 318;
    private static final int LABELLED =
            104; // room for the label of a square without customers and for the end of the axis

    private final Messages words;
    private final Figures figures;
    private final List<Square> squares;
    private final @Nullable Function<Quadrant, String> lists;
    private final int fewest;
    private final long all;

    /// One of the four.
    ///
    /// @param believed the beliefs of its customers, added up
    public record Square(Quadrant quadrant, long customers, Shares believed) {}

    /// @param squares all four  @param fewest what holds fewer is not told, nor what it follows from
    /// @param lists where the customers of one are listed; null where there is no such list for this reader
    public Squares(
            Messages words,
            Figures figures,
            List<Square> squares,
            int fewest,
            @Nullable Function<Quadrant, String> lists) {
        this.words = words;
        this.figures = figures;
        this.squares = List.copyOf(squares);
        this.fewest = fewest;
        this.lists = lists;
        this.all = squares.stream().mapToLong(Square::customers).sum();
    }

    @Override
    public String id() {
        return "quadrants";
    }

    @Override
    public String title() {
        return words.say("squares.title");
    }

    @Override
    public String finding() {
        List<String> each = new ArrayList<>();
        for (int i = 0; i < squares.size(); i++) {
            Square square = squares.get(i);
            String quadrant = named(square.quadrant());
            each.add(
                    isHidden(square)
                            ? quadrant + " " + words.say("few")
                            : words.say("squares.finding", quadrant, square.customers(), hundreds()[i]));
        }
        return String.join(", ", each) + ".";
    }

    private boolean isHidden(Square square) {
        boolean few = squares.stream().anyMatch(each -> each.customers() > 0 && each.customers() < fewest);
        // One hidden square could be told from the other three and the whole, so the smallest of those goes with it.
        if (!few) return false;
        if (square.customers() < fewest) return true;
        long hidden = squares.stream()
                .filter(each -> each.customers() < fewest)
                .mapToLong(Square::customers)
                .sum();
        long next = squares.stream()
                .mapToLong(Square::customers)
                .filter(each -> each >= fewest)
                .min()
                .orElse(0);
        return hidden < fewest && square.customers() == next;
    }

    private long[] hundreds() {
        return Rounding.toAddUp(
                squares.stream()
                        .mapToDouble(each -> 100.0 * each.customers() / all)
                        .toArray(),
                100);
    }

    @Override
    public Extent extent(Form form) {
        return new Extent(form.isWide() ? 413 : Form.PHONE, TALL);
    }

    @Override
    public void draw(Svg on, Form form) {
        double width = extent(form).width();
        double x = width * .46;
        double y = crossing(form);
        double unit = unit(form);
        on.line(0, y, width, y, "axis");
        on.line(x, 18, x, TALL - 18, "axis");
        on.text(x - 6, 22, Anchor.END, "t3", words.say("squares.up"));
        on.text(x - 6, TALL - 14, Anchor.END, "t3", words.say("squares.down"));
        on.text(0, y - 6, Anchor.START, "t3", words.say("squares.left"));
        on.text(width, y + 15, Anchor.END, "t3", words.say("squares.right"));
        for (int i = 0; i < squares.size(); i++) {
            Square square = squares.get(i);
            boolean right = square.quadrant() == Quadrant.TRUE || square.quadrant() == Quadrant.SPURIOUS;
            boolean upper = square.quadrant() == Quadrant.TRUE || square.quadrant() == Quadrant.LATENT;
            double side = isHidden(square) ? 0 : Math.sqrt(square.customers()) * unit;
            draw(on, square, x + (right ? 2 : -2), y + (upper ? -2 : 2), side, right, upper);
            label(on, square, hundreds()[i], x + (right ? 2 + side + 10 : -2 - side - 10), y, right, upper, side);
        }
    }

    /// The cross lies where the largest squares above and below have room in proportion.
    private double crossing(Form form) {
        double above = Math.max(side(Quadrant.TRUE), side(Quadrant.LATENT));
        double below = Math.max(side(Quadrant.SPURIOUS), side(Quadrant.NONE));
        return Math.clamp(26 + (TALL - 60) * above / Math.max(1e-9, above + below), LABELLED, TALL - LABELLED);
    }

    private double unit(Form form) {
        double width = extent(form).width();
        double y = crossing(form);
        double right = Math.max(side(Quadrant.TRUE), side(Quadrant.SPURIOUS));
        double left = Math.max(side(Quadrant.LATENT), side(Quadrant.NONE));
        double above = Math.max(side(Quadrant.TRUE), side(Quadrant.LATENT));
        double below = Math.max(side(Quadrant.SPURIOUS), side(Quadrant.NONE));
        double unit = Double.MAX_VALUE;
        if (right > 0) unit = Math.min(unit, (width * .54 - 96) / right);
        if (left > 0) unit = Math.min(unit, (width * .46 - 74) / left);
        if (above > 0) unit = Math.min(unit, (y - 30) / above);
        if (below > 0) unit = Math.min(unit, (TALL - 30 - y) / below);
        return unit == Double.MAX_VALUE ? 1 : unit;
    }

    private double side(Quadrant quadrant) {
        for (Square each : squares)
            if (each.quadrant() == quadrant && !isHidden(each)) return Math.sqrt(each.customers());
        return 0;
    }

    private void draw(Svg on, Square square, double x, double y, double side, boolean right, boolean upper) {
        if (side <= 0) return;
        double top = upper ? y - side : y;
        double at = right ? x : x - side;
        double sum = square.believed().sum();
        // Close lies at the cross, loose outermost.
        List<Condition> order = right
                ? List.of(Condition.HECHT, Condition.WARM, Condition.KOEL, Condition.LOS)
                : List.of(Condition.LOS, Condition.KOEL, Condition.WARM, Condition.HECHT);
        double from = at;
        for (Condition each : order) {
            double width = sum == 0 ? 0 : side * square.believed().of(each) / sum;
            on.rect(from, top, width, side, "c" + each.ordinal());
            from += width;
        }
        if (square.quadrant() == Quadrant.SPURIOUS) on.hatching(at, top, side, side);
        if (lists != null)
            on.link(
                    at,
                    top,
                    Math.max(24, side),
                    Math.max(24, side),
                    lists.apply(square.quadrant()),
                    words.say("squares.list", named(square.quadrant()), square.customers()));
    }

    private void label(
            Svg on, Square square, long hundred, double x, double y, boolean right, boolean upper, double side) {
        Anchor anchor = right ? Anchor.START : Anchor.END;
        double middle = upper ? y - Math.clamp(side - 14, 58, 400) : y + Math.clamp(side - 34, 34, 400);
        on.text(x, middle, anchor, "tb", named(square.quadrant()));
        if (isHidden(square)) {
            on.text(x, middle + 16, anchor, "t3", words.say("few"));
            return;
        }
        on.text(x, middle + 16, anchor, "t", figures.whole(square.customers()));
        on.text(x, middle + 31, anchor, "t3", words.say("in-hundred.count", hundred));
    }

    private String named(Quadrant quadrant) {
        String word = words.word(quadrant);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    @Override
    public Table table() {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < squares.size(); i++) {
            Square square = squares.get(i);
            List<Table.Cell> row = new ArrayList<>();
            row.add(Table.Cell.text(
                    words.word(square.quadrant()), square.quadrant().word()));
            row.add(Table.Cell.text(
                    words.say("squares.means." + square.quadrant().word())));
            if (isHidden(square)) {
                for (int j = 0; j < 6; j++) row.add(Table.Cell.none(words.say("few")));
            } else {
                Table.Cell count = Table.Cell.whole(figures.whole(square.customers()), square.customers());
                row.add(lists == null || square.customers() == 0 ? count : count.to(lists.apply(square.quadrant())));
                row.add(Table.Cell.number(figures.whole(hundreds()[i]), 100.0 * square.customers() / all, 2));
                double sum = Math.max(1e-12, square.believed().sum());
                for (Condition each : Condition.values()) {
                    double share = 100 * square.believed().of(each) / sum;
                    row.add(Table.Cell.number(figures.whole(Math.round(share)), share, 2));
                }
            }
            rows.add(row);
        }
        List<String> heads = new ArrayList<>(List.of(
                words.say("squares.quadrant"),
                words.say("squares.means"),
                words.say("customers"),
                words.say("of-hundred")));
        List<String> names = new ArrayList<>(List.of("quadrant", "meaning", "customers", "in_hundred"));
        for (Condition each : Condition.values()) {
            heads.add(words.say("in-hundred", words.word(each)));
            names.add(each.word());
        }
        return new Table(words.say("squares.caption"), heads, names, rows);
    }
}
