package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.cli.TextTable.Column;
import hecht.core.relation.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {
    private static final Ink GREY = new Ink(false);

    @Test
    void a_whisker_is_solid_in_view_and_open_else() {
        assertThat(Drawing.whisker(50, 60, 80, true, 40, 13)).isEqualTo("  ├─●───┤    ");
        assertThat(Drawing.whisker(50, 60, 80, false, 40, 13)).isEqualTo("  ├─○───┤    ");
        assertThat(Drawing.whisker(30, 45, 100, true, 40, 13)).isEqualTo("◂●──────────┤");
    }

    @Test
    void a_belief_fills_its_bar_from_loose_to_close() {
        assertThat(Drawing.belief(Matrix.row(.1, .4, .4, .1), 10, GREY)).isEqualTo("░▒▒▒▒▓▓▓▓█");
        assertThat(Drawing.belief(Matrix.row(1, 0, 0, 0), 4, GREY)).isEqualTo("░░░░");
    }

    @Test
    void whoever_is_there_is_drawn() {
        assertThat(Drawing.marks(50, 1, 25)).isEqualTo("●●○");
        assertThat(Drawing.marks(0, 0, 25)).isEmpty();
    }

    @Test
    void a_table_leaves_out_what_matters_least_and_then_cuts_what_bends() {
        TextTable table = new TextTable(List.of(
                Column.text("who", 0), Column.text("least", 2), Column.text("less", 1), Column.cut("why", 0, 5)));
        table.row(List.of("Anna", "12345", "1234", "a long reason"));
        assertThat(table.lines(40, GREY)).containsExactly("who   least  less  why", "Anna  12345  1234  a long reason");
        assertThat(table.lines(26, GREY)).containsExactly("who   least  less  why", "Anna  12345  1234  a long…");
        assertThat(table.lines(19, GREY)).containsExactly("who   less  why", "Anna  1234  a long…");
        assertThat(table.lines(11, GREY)).containsExactly("who   why", "Anna  a lo…");
    }

    @Test
    void a_table_may_go_on_in_the_next_line() {
        TextTable table = new TextTable(List.of(Column.wrapped("why", 0, 5), Column.number("now", 0)));
        table.row(List.of("a long reason", "1.5"));
        assertThat(table.lines(11, GREY)).containsExactly("why     now", "a long  1.5", "reason");
    }
}
