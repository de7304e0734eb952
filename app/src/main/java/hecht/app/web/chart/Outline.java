package hecht.app.web.chart;

import hecht.app.words.Messages;
import java.util.List;

/// What will stand here once there are customers: open dots without figures.
public final class Outline implements Chart {
    private static final int[] ABOVE = {0, 1, 0, 1, 1, 2, 2, 3, 4, 4, 3, 3, 4, 5, 4, 3, 2, 1, 1};
    private static final int[] BELOW = {1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 6, 4, 3, 2, 1, 0, 0};

    private final Messages words;

    public Outline(Messages words) {
        this.words = words;
    }

    @Override
    public String id() {
        return "outline";
    }

    @Override
    public String title() {
        return words.say("outline.title");
    }

    @Override
    public String finding() {
        return words.say("outline.finding");
    }

    @Override
    public Table table() {
        return new Table(title(), List.of(), List.of(), List.of());
    }

    @Override
    public Extent extent(Form form) {
        return form.isWide() ? new Extent(753, 260) : new Extent(Form.PHONE, 240);
    }

    @Override
    public void draw(Svg on, Form form) {
        double width = extent(form).width();
        double step = (width - 24) / ABOVE.length;
        double radius = form.isWide() ? 5.5 : 4.5;
        double pitch = radius * 2.6;
        double upper = form.isWide() ? 104 : 92;
        double lower = upper + 16;
        on.line(6, upper, width - 6, upper, "hair");
        on.line(6, lower, width - 6, lower, "hair");
        for (int i = 0; i < ABOVE.length; i++) {
            double x = 12 + (i + .5) * step;
            for (int j = 0; j < ABOVE[i]; j++) on.circle(x, upper - 4 - (j + .5) * pitch, radius, "to-come");
            for (int j = 0; j < BELOW[i]; j++) on.circle(x, lower + 4 + (j + .5) * pitch, radius, "to-come");
        }
    }
}
