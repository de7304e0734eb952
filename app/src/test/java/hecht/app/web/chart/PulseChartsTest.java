package hecht.app.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.words.Figures;
import hecht.app.words.Language;
import hecht.app.words.Messages;
import hecht.core.event.Dimension;
import hecht.core.relation.Condition;
import hecht.core.relation.Quadrant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The charts of Pulse hold to the figures they are given.
class PulseChartsTest {
    private static final Messages WORDS = Messages.of(Language.EN, Plate.class);
    private static final Figures FIGURES = new Figures(WORDS, ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void two_hundred_dots_show_the_shares_by_condition_of_all_customers(long seed) {
        Dots.Field field = field(seed, 20_000, 1);
        String svg = wide(new Dots(WORDS, FIGURES, field, null));
        Shares all = Shares.NONE;
        for (Dots.Bin each : field.bins()) all = all.plus(each.believed()).plus(each.believedNot());
        int dots = 0;
        for (Condition each : Condition.values()) {
            int painted = count(svg, "class=\"[po]" + each.ordinal() + "\"");
            dots += painted;
            // Carrying over what a dot cannot show leaves at most one owed at the end of each side.
            assertThat((double) painted)
                    .isCloseTo(200 * all.of(each) / all.sum(), org.assertj.core.api.Assertions.within(2.0));
        }
        assertThat(dots).isEqualTo(200);
        assertThat(count(svg, "class=\"p[0-3]\"")).isEqualTo((int) Math.round(200.0 * field.inView() / field.all()));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void every_list_of_dots_together_holds_everybody(Form form) {
        Dots.Field field = field(7, 5_000, 1);
        Dots dots = new Dots(WORDS, FIGURES, field, (from, to, inView) -> "/l?" + from + "-" + to + inView);
        long listed = found(new Plate(dots, "/x", WORDS).svg(form), "aria-label=\"List: ([0-9,]+) ")
                .mapToLong(each -> Long.parseLong(each.group(1).replace(",", "")))
                .sum();
        assertThat(listed).isEqualTo(5_000);
    }

    /// In rhythm the silent stand far left, and their name would lie over them.
    @ParameterizedTest
    @EnumSource(Form.class)
    void the_name_of_the_silent_mass_stands_where_its_dots_do_not(Form form) {
        String silent = "text-anchor=\"end\"[^>]*>Silent mass<";
        assertThat(new Plate(new Dots(WORDS, FIGURES, silentAt(12, 0), null), "/x", WORDS).svg(form))
                .containsPattern(silent);
        assertThat(new Plate(new Dots(WORDS, FIGURES, silentAt(84, 40), null), "/x", WORDS).svg(form))
                .doesNotContainPattern(silent);
    }

    /// A thousand in view, and a thousand silent at one health.
    private static Dots.Field silentAt(int health, int axisFrom) {
        Shares half = new Shares(250, 250, 250, 250);
        List<Dots.Bin> bins = new ArrayList<>();
        for (int i = axisFrom; i < 100; i++)
            bins.add(new Dots.Bin(
                    i,
                    i + 1,
                    i == 60 ? 1_000 : 0,
                    i == health ? 1_000 : 0,
                    i == 60 ? half : Shares.NONE,
                    i == health ? half : Shares.NONE,
                    0));
        return new Dots.Field(bins, axisFrom, 100, 50, 49, 51, 1);
    }

    @Test
    void a_column_to_press_is_at_least_24_pixels_wide() {
        Dots dots = new Dots(WORDS, FIGURES, field(7, 5_000, 1), (from, to, inView) -> "/l");
        for (Form form : Form.values())
            assertThat(found(
                                    new Plate(dots, "/x", WORDS).svg(form),
                                    "width=\"([0-9.]+)\" height=\"[0-9.]+\" class=\"hit\"")
                            .mapToDouble(each -> Double.parseDouble(each.group(1)))
                            .min()
                            .orElseThrow())
                    .isGreaterThanOrEqualTo(24);
    }

    @Test
    void who_may_see_no_people_sees_no_dot_and_no_row_of_fewer_than_thirty() {
        Dots.Field field = field(3, 700, 30);
        Dots dots = new Dots(WORDS, FIGURES, field, null);
        assertThat(dots.each(Form.WIDE)).isGreaterThanOrEqualTo(30);
        assertThat(wide(dots)).doesNotContain("<a ");
        long seen = 0;
        long all = 0;
        for (List<Table.Cell> row : dots.table().rows()) {
            for (int i = 1; i <= 2; i++)
                assertThat(Long.parseLong(row.get(i).plain())).isGreaterThanOrEqualTo(30);
            seen += Long.parseLong(row.get(1).plain());
            all += Long.parseLong(row.get(1).plain())
                    + Long.parseLong(row.get(2).plain());
        }
        assertThat(seen).isEqualTo(field.inView());
        assertThat(all).isEqualTo(700);
    }

    @Test
    void the_table_of_dots_holds_every_customer_once() {
        Dots.Field field = field(11, 12_345, 1);
        long sum = 0;
        for (List<Table.Cell> row :
                new Dots(WORDS, FIGURES, field, null).table().rows())
            sum += Long.parseLong(row.get(1).plain())
                    + Long.parseLong(row.get(2).plain());
        assertThat(sum).isEqualTo(12_345);
    }

    @Test
    void the_shares_at_the_end_of_the_stream_add_up_to_a_hundred() {
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            String svg = wide(new Stream(WORDS, FIGURES, List.of(month(random, 0), month(random, 1)), List.of()));
            assertThat(found(svg, "class=\"q[0-3]\">[A-Za-z]+ ([0-9]+) %")
                            .mapToInt(each -> Integer.parseInt(each.group(1)))
                            .sum())
                    .isEqualTo(100);
        }
    }

    @Test
    void a_mark_stands_at_its_day_between_the_ends_of_two_months() {
        Random random = new Random(5);
        List<Stream.Month> months = List.of(month(random, 0), month(random, 1), month(random, 2));
        String svg = wide(new Stream(
                WORDS,
                FIGURES,
                months,
                List.of(new Stream.Mark(LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 14), "Letter", 40L))));
        // Three points from 48 to 1090: half of February is a quarter of the way.
        assertThat(svg).contains("<line x1=\"308.5\"").contains("14 Feb 2026, 40 customers");
    }

    @Test
    void printed_drivers_add_up_to_the_printed_change() {
        Random random = new Random(9);
        for (int round = 0; round < 50; round++) {
            List<Movers.Mover> movers = new ArrayList<>();
            double sum = 0;
            for (int i = 0; i < 12; i++) {
                double points = random.nextGaussian() / 10;
                sum += points;
                movers.add(new Movers.Mover(
                        "goal " + i, "why", Movers.Kind.LIVED, points, points - .02, points + .02, 40L, null));
            }
            Table table = new Movers(WORDS, FIGURES, "October", movers, sum).table();
            double printed = 0;
            for (List<Table.Cell> row : table.rows().subList(0, 12))
                printed += number(row.get(1).shown());
            assertThat(printed)
                    .isCloseTo(
                            number(table.rows().get(12).get(1).shown()), org.assertj.core.api.Assertions.within(1e-9));
        }
    }

    @Test
    void who_is_held_back_is_the_difference_as_printed() {
        for (double open = 60; open < 61; open += .13) {
            Table table =
                    new Leavers(WORDS, FIGURES, expected(35.6), expected(open), expected(open - 35.6), 1_000).table();
            assertThat(number(table.rows().get(0).get(1).shown())
                            + number(table.rows().get(2).get(1).shown()))
                    .isEqualTo(number(table.rows().get(1).get(1).shown()));
        }
    }

    @Test
    void area_of_a_square_is_customers() {
        String svg = wide(squares(List.of(400L, 100L, 100L, 25L), each -> "/l"));
        double[] side = found(svg, "width=\"([0-9.]+)\" height=\"([0-9.]+)\" class=\"c0\"")
                .mapToDouble(each -> Double.parseDouble(each.group(2)))
                .toArray();
        assertThat(side[0] / side[1]).isCloseTo(2, org.assertj.core.api.Assertions.within(.02));
        assertThat(side[0] / side[3]).isCloseTo(4, org.assertj.core.api.Assertions.within(.04));
    }

    @Test
    void a_square_of_fewer_than_thirty_is_not_told_to_a_viewer_nor_one_from_which_it_follows() {
        Squares squares = squares(List.of(400L, 120L, 100L, 12L), null);
        assertThat(hidden(squares)).containsExactly("spurious", "none");
        assertThat(squares.finding()).endsWith("Spurious too few to say, None too few to say.");
        assertThat(hidden(squares(List.of(400L, 120L, 100L, 30L), null))).isEmpty();
        assertThat(hidden(squares(List.of(400L, 120L, 100L, 12L), each -> "/l")))
                .isEmpty();
        assertThat(hidden(squares(List.of(400L, 120L, 20L, 12L), null))).containsExactly("spurious", "none");
    }

    @Test
    void a_month_in_which_few_locks_end_is_not_told_to_a_viewer() {
        List<Locks.Month> months = List.of(
                new Locks.Month(YearMonth.of(2026, 11), 29, 9, 5, 13),
                new Locks.Month(YearMonth.of(2026, 12), 31, 9, 5, 13));
        assertThat(new Locks(WORDS, FIGURES, months, 30, null)
                        .table()
                        .rows()
                        .get(0)
                        .get(1)
                        .plain())
                .isEmpty();
        assertThat(new Locks(WORDS, FIGURES, months, 30, null)
                        .table()
                        .rows()
                        .get(1)
                        .get(1)
                        .plain())
                .isEqualTo("31");
        assertThat(new Locks(WORDS, FIGURES, months, 1, each -> "/l")
                        .table()
                        .rows()
                        .get(0)
                        .get(1)
                        .plain())
                .isEqualTo("29");
    }

    @Test
    void a_dimension_of_which_too_few_were_heard_says_nothing_in_that_month() {
        List<YearMonth> months = List.of(YearMonth.of(2026, 8), YearMonth.of(2026, 9), YearMonth.of(2026, 10));
        Lanes.Point seen = new Lanes.Point(1.5, 1.2, 1.8, 80L);
        Lanes lanes = new Lanes(
                WORDS,
                FIGURES,
                months,
                List.of(
                        new Lanes.Lane(Dimension.EMOTION, List.of(seen, Lanes.Point.FEW, seen)),
                        new Lanes.Lane(Dimension.EXPERIENCE, List.of(seen, seen, Lanes.Point.FEW))));
        assertThat(lanes.finding()).startsWith("emotion +1.5").contains("experience too few to say");
        assertThat(lanes.table().rows().get(1).subList(1, 5))
                .allMatch(each -> each.plain().isEmpty());
        assertThat(lanes.table().rows().get(2).subList(5, 9))
                .allMatch(each -> each.plain().isEmpty());
        assertThat(count(wide(lanes), "class=\"line\"")).isEqualTo(1); // two months on end, once
    }

    @Test
    void never_heard_is_told_beside_those_not_in_view_unless_either_part_is_too_small() {
        for (long never : new long[] {29, 30, 70, 71, 100}) {
            Dots.Bin bin =
                    new Dots.Bin(70, 71, 100, 100, new Shares(25, 25, 25, 25), new Shares(25, 25, 25, 25), never);
            Dots viewer = new Dots(WORDS, FIGURES, new Dots.Field(List.of(bin), 40, 100, 70, 69, 71, 30), null);
            boolean isTold = never >= 30 && never <= 70 || never == 100;
            assertThat(viewer.finding().contains("nothing was ever heard"))
                    .as("%d", never)
                    .isEqualTo(isTold);
            assertThat(viewer.table().rows().getFirst().get(3).plain()).isEqualTo(isTold ? "" + never : "");
            Dots member = new Dots(WORDS, FIGURES, new Dots.Field(List.of(bin), 40, 100, 70, 69, 71, 1), null);
            assertThat(member.table().rows().getFirst().get(3).plain()).isEqualTo("" + never);
        }
    }

    @Test
    void never_heard_is_told_of_no_row_where_one_of_them_is_too_small() {
        Shares shares = new Shares(25, 25, 25, 25);
        List<Dots.Bin> bins = List.of(
                new Dots.Bin(50, 51, 100, 200, shares, shares, 25), new Dots.Bin(70, 71, 100, 200, shares, shares, 75));
        Dots viewer = new Dots(WORDS, FIGURES, new Dots.Field(bins, 40, 100, 70, 69, 71, 30), null);
        assertThat(viewer.finding()).contains("Of 100 of these nothing was ever heard.");
        assertThat(viewer.table().rows())
                .hasSize(2)
                .allMatch(row -> row.get(3).plain().isEmpty());
    }

    @Test
    void for_a_viewer_figures_have_the_decimals_that_are_seen() {
        Table table = new Table(
                "c",
                List.of("A", "B"),
                List.of("a", "b"),
                List.of(List.of(Table.Cell.text("1.23456"), Table.Cell.number("1.2", 1.23456, 4))));
        assertThat(table.csv()).isEqualTo("a,b\r\n1.23456,1.2346\r\n");
        assertThat(table.rounded(1).csv()).isEqualTo("a,b\r\n1.23456,1.2\r\n");
    }

    private static List<String> hidden(Squares squares) {
        return squares.table().rows().stream()
                .filter(row -> row.get(2).plain().isEmpty())
                .map(row -> row.get(0).plain())
                .toList();
    }

    private static Squares squares(List<Long> counts, @Nullable Function<Quadrant, String> lists) {
        List<Squares.Square> squares = new ArrayList<>();
        for (Quadrant each : Quadrant.values())
            squares.add(new Squares.Square(
                    each, counts.get(each.ordinal()), new Shares(.4, .3, .2, .1).times(counts.get(each.ordinal()))));
        return new Squares(WORDS, FIGURES, squares, lists == null ? 30 : 1, lists);
    }

    private static Leavers.Expected expected(double mean) {
        return new Leavers.Expected(mean, mean - 4, mean + 4);
    }

    private static Dots.Field field(long seed, int customers, int leastPeople) {
        Random random = new Random(seed);
        Dots.Bin[] bins = new Dots.Bin[47];
        for (int i = 0; i < bins.length; i++) bins[i] = new Dots.Bin(47 + i, 48 + i, 0, 0, Shares.NONE, Shares.NONE, 0);
        for (int i = 0; i < customers; i++) {
            int at = (int) Math.clamp(24 + random.nextGaussian() * 8, 0, 46);
            double a = random.nextDouble();
            Shares shares = new Shares(.3 * (1 - a), .5 * (1 - a) + .2 * a, .2 * (1 - a) + .5 * a, .3 * a);
            boolean in = random.nextDouble() < .4;
            Dots.Bin one = new Dots.Bin(
                    47 + at, 48 + at, in ? 1 : 0, in ? 0 : 1, in ? shares : Shares.NONE, in ? Shares.NONE : shares, 0);
            bins[at] = bins[at].with(one);
        }
        for (int i = 0; i < bins.length; i++)
            bins[i] = new Dots.Bin(
                    47 + i,
                    48 + i,
                    bins[i].inView(),
                    bins[i].notInView(),
                    bins[i].believed(),
                    bins[i].believedNot(),
                    0);
        return new Dots.Field(List.of(bins), 40, 100, 70, 69, 71, leastPeople);
    }

    private static Stream.Month month(Random random, int i) {
        Shares in = new Shares(random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble());
        Shares out = new Shares(random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble());
        return new Stream.Month(YearMonth.of(2026, 1 + i), 1_000, 400, in, out);
    }

    private static String wide(Chart chart) {
        return new Plate(chart, "/x.csv", WORDS).svg(Form.WIDE);
    }

    private static double number(String shown) {
        return Double.parseDouble(shown.replace("\u2212", "-").replace("+", "").replace(",", ""));
    }

    private static int count(String in, String pattern) {
        return (int) found(in, pattern).count();
    }

    private static java.util.stream.Stream<MatchResult> found(String in, String pattern) {
        return Pattern.compile(pattern).matcher(in).results();
    }
}
