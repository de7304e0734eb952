package hecht.app.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SvgTest {
    private static final Extent EXTENT = new Extent(100, 50);

    @Test
    void everything_that_came_from_outside_is_escaped() {
        String html = new Svg("x")
                .text(1, 2, Anchor.START, "t3", "<script>alert('a')</script>")
                .said("a \"b\" & c", () -> {})
                .link(0, 0, 24, 24, "/relationships?q=\"><b>", "<i>")
                .html("ch", EXTENT, "<title>", "<desc>");
        assertThat(html)
                .contains("&lt;script&gt;alert(&#39;a&#39;)&lt;/script&gt;")
                .contains("data-say=\"a &quot;b&quot; &amp; c\"")
                .contains("href=\"/relationships?q=&quot;&gt;&lt;b&gt;\" aria-label=\"&lt;i&gt;\"")
                .contains(">&lt;title&gt;</title>")
                .doesNotContain("<script")
                .doesNotContain("<b>")
                .doesNotContain("<i>");
    }

    @Test
    void links_lie_beside_the_image_and_not_in_it() {
        String html =
                new Svg("x").circle(5, 5, 2, "c0").link(0, 0, 24, 24, "/a", "b").html("ch", EXTENT, "t", "f");
        assertThat(html).matches("<svg class=\"ch\"[^>]*><g role=\"img\".*<circle[^>]*/></g><a .*</a></svg>");
        assertThat(new Svg("x").html("ch", EXTENT, "t", "f"))
                .startsWith("<svg class=\"ch\"")
                .contains(" role=\"img\"");
    }

    @Test
    void numbers_have_one_decimal_and_none_where_it_is_nothing() {
        assertThat(Svg.number(12.04)).isEqualTo("12");
        assertThat(Svg.number(-.06)).isEqualTo("-0.1");
        assertThat(Svg.number(-12.34)).isEqualTo("-12.3");
        assertThat(Svg.number(-.04)).isEqualTo("0");
    }

    @Test
    void what_is_not_a_number_is_refused_and_not_drawn() {
        assertThatThrownBy(() -> new Svg("x").circle(Double.NaN, 1, 1, "c0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void hatching_brings_its_pattern_once() {
        String html = new Svg("x").hatching(0, 0, 1, 1).hatching(1, 1, 1, 1).html("ch", EXTENT, "t", "f");
        assertThat(html).containsOnlyOnce("<pattern id=\"x-h\"").contains("fill=\"url(#x-h)\"");
        assertThat(new Svg("x").rect(0, 0, 1, 1, "c0").html("ch", EXTENT, "t", "f"))
                .doesNotContain("<pattern");
    }

    @Test
    void steps_of_a_scale_are_round_and_never_too_many() {
        assertThat(new Scale(-.21, .13, 0, 100).steps(8))
                .containsExactly(
                        new double[] {-.2, -.15, -.1, -.05, 0, .05, .1}, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(new Scale(0, 60, 0, 100).steps(6)).containsExactly(0, 10, 20, 30, 40, 50, 60);
        for (int most = 2; most < 12; most++)
            for (double to = .001; to < 1e6; to *= 3.7)
                assertThat(new Scale(0, to, 0, 1).steps(most)).hasSizeBetween(1, most + 1);
    }

    @Test
    void a_table_as_CSV_has_plain_numbers_and_no_formula() {
        Table table = new Table(
                "c",
                java.util.List.of("Maand", "Punten"),
                java.util.List.of("month", "points"),
                java.util.List.of(
                        java.util.List.of(Table.Cell.text("okt 2026", "2026-10"), Table.Cell.number("−0,4", -.4, 2)),
                        java.util.List.of(Table.Cell.text("=1+1"), Table.Cell.none("te weinig"))));
        assertThat(table.csv()).isEqualTo("month,points\r\n2026-10,-0.40\r\n'=1+1,\r\n");
    }
}
