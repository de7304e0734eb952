package hecht.app.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.web.chart.LifeLine.Mark;
import hecht.app.web.chart.LifeLine.Point;
import hecht.app.web.chart.LifeLine.Shape;
import hecht.app.web.chart.LifeLine.Span;
import hecht.app.words.Language;
import hecht.app.words.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A life line keeps apart what would lie on each other.
class LifeLineTest {
    private static final Messages WORDS = Messages.of(Language.EN, Plate.class);
    private static final Instant START = Instant.parse("2025-12-01T00:00:00Z");
    private static final int DAYS = 330;

    /// Two that overlap ask for one row more than one alone; two after each other do not.
    @ParameterizedTest
    @EnumSource(Form.class)
    void episodes_that_overlap_lie_under_each_other(Form form) {
        double one = height(form, List.of(span(10, 40)));
        assertThat(height(form, List.of(span(10, 40), span(100, 140)))).isEqualTo(one);
        assertThat(height(form, List.of(span(10, 140), span(100, 200)))).isEqualTo(one + 22);
        assertThat(height(form, List.of(span(10, 140), span(100, 200), span(210, 240))))
                .isEqualTo(one + 22);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void names_of_marks_lie_neither_on_each_other_nor_outside(Form form) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 40; i++)
            marks.add(new Mark(day(8 * i), i % 2 == 0 ? Shape.DOWN : Shape.UP, 1, 50, i % 7, "mark " + i, "", ""));
        List<double[]> names = Pattern.compile("<text x=\"([0-9.]+)\" y=\"([0-9.]+)\"[^>]*>(mark [0-9]+)<")
                .matcher(svg(form, marks, List.of()))
                .results()
                .map(each -> {
                    double half = Svg.width(each.group(3), 12.5) / 2;
                    double x = Double.parseDouble(each.group(1));
                    return new double[] {x - half, x + half, Double.parseDouble(each.group(2))};
                })
                .toList();
        assertThat(names.size()).isGreaterThan(form.isWide() ? 8 : 3);
        for (double[] each : names) {
            assertThat(each[0]).isGreaterThanOrEqualTo(0);
            assertThat(each[1]).isLessThanOrEqualTo(form.isWide() ? 1320 : Form.PHONE);
            assertThat(names)
                    .filteredOn(other -> other != each
                            && Math.abs(other[2] - each[2]) < 12
                            && other[0] < each[1]
                            && each[0] < other[1])
                    .isEmpty();
        }
    }

    private static double height(Form form, List<Span> episodes) {
        return line(List.of(), episodes).extent(form).height();
    }

    private static String svg(Form form, List<Mark> marks, List<Span> episodes) {
        return new Plate(line(marks, episodes), "/x", WORDS).svg(form);
    }

    private static LifeLine line(List<Mark> marks, List<Span> episodes) {
        List<Point> points = new ArrayList<>();
        for (int day = 0; day <= DAYS; day += 10) points.add(new Point(day(day), 50, 40, 60, .1, .2, .3, .4));
        return new LifeLine(
                WORDS,
                ZoneOffset.UTC,
                "title",
                "finding",
                List.of("points"),
                0,
                START,
                day(DAYS),
                List.of(points),
                List.of(),
                marks,
                episodes,
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of("50", "40 to 60"),
                new Table("caption", List.of("Day"), List.of("day"), List.of()));
    }

    private static Span span(int from, int to) {
        return new Span(day(from), day(to), true, to - from, "goal", "", List.of());
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
