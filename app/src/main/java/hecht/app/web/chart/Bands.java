package hecht.app.web.chart;

import hecht.app.words.Figures;
import hecht.app.words.Messages;
import java.util.ArrayList;
import java.util.List;

/// How many customers have which health, in bands: solid is in view, hatched is not. The area of a bar is its customers, so that
/// a wide band of few looks like few.
///
/// @param bands from the lowest health to the highest, next to one another
/// @param isSplit whether in view and not in view are told apart; else all stand in `inView`
public record Bands(Messages words, Figures figures, String title, String finding, List<Band> bands, boolean isSplit)
        implements Chart {
    private static final double BOTTOM = 150;
    private static final double TOP = 14;

    /// Customers with a health in [from, to).
    public record Band(int from, int to, long inView, long notInView) {
        long all() {
            return inView + notInView;
        }

        double density() {
            return all() / (double) (to - from);
        }
    }

    public Bands {
        bands = List.copyOf(bands);
    }

    @Override
    public String id() {
        return "bands";
    }

    @Override
    public Table table() {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Band each : bands) {
            List<Table.Cell> row = new ArrayList<>();
            row.add(Table.Cell.text(words.say("range", each.from(), each.to()), each.from() + "-" + each.to()));
            if (isSplit) {
                row.add(Table.Cell.whole(figures.whole(each.inView()), each.inView()));
                row.add(Table.Cell.whole(figures.whole(each.notInView()), each.notInView()));
            }
            row.add(Table.Cell.whole(figures.whole(each.all()), each.all()));
            rows.add(row);
        }
        return isSplit
                ? new Table(
                        title,
                        List.of(
                                words.say("chart.bands.health"),
                                words.say("chart.bands.in-view"),
                                words.say("chart.bands.not-in-view"),
                                words.say("chart.bands.all")),
                        List.of("health", "in_view", "not_in_view", "customers"),
                        rows)
                : new Table(
                        title,
                        List.of(words.say("chart.bands.health"), words.say("chart.bands.all")),
                        List.of("health", "customers"),
                        rows);
    }

    @Override
    public Extent extent(Form form) {
        return new Extent(form.isWide() ? 753 : Form.PHONE, BOTTOM + 26);
    }

    @Override
    public void draw(Svg on, Form form) {
        double width = extent(form).width();
        int from = bands.isEmpty() ? 0 : bands.getFirst().from();
        int to = bands.isEmpty() ? 100 : bands.getLast().to();
        Scale x = new Scale(from, to, 8, width - 8);
        double most = bands.stream().mapToDouble(Band::density).max().orElse(1);
        Scale tall = new Scale(0, Math.max(most, 1e-9), 0, BOTTOM - TOP - 16);
        for (Band each : bands) {
            double start = x.at(each.from()) + 1;
            double wide = x.at(each.to()) - 1 - start;
            double seen = tall.at(each.inView() / (double) (each.to() - each.from()));
            double unseen = tall.at(each.notInView() / (double) (each.to() - each.from()));
            on.rect(start, BOTTOM - seen, wide, seen, "neu2");
            on.rect(start, BOTTOM - seen - unseen, wide, unseen, "band");
            on.hatching(start, BOTTOM - seen - unseen, wide, unseen);
            on.text(start + wide / 2, BOTTOM - seen - unseen - 5, Anchor.MIDDLE, "t3", figures.whole(each.all()));
        }
        on.line(8, BOTTOM, width - 8, BOTTOM, "axis");
        for (double step : new Scale(from, Math.max(to, from + 1), 0, 1).steps(form.isWide() ? 10 : 6))
            on.text(x.at(step), BOTTOM + 18, Anchor.MIDDLE, "t3", Long.toString(Math.round(step)));
    }
}
