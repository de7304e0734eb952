package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void wide_characters_take_two_columns_and_marks_none() {
        assertThat(Shown.width("Anna")).isEqualTo(4);
        assertThat(Shown.width("😀")).isEqualTo(2);
        assertThat(Shown.width("顧客")).isEqualTo(4);
        assertThat(Shown.width("e\u0301")).isEqualTo(1);
        assertThat(Shown.width("\u001b[1mAnna\u001b[0m")).isEqualTo(4);
    }

    @Test
    void what_is_too_long_is_cut_by_columns_and_says_so() {
        assertThat(Shown.cut("complained", 6)).isEqualTo("compl…");
        assertThat(Shown.cut("顧客顧客", 6)).isEqualTo("顧客…");
        assertThat(Shown.cut("done", 4)).isEqualTo("done");
    }

    @Test
    void what_a_terminal_would_obey_is_shown_as_a_dot() {
        assertThat(Shown.safely("a\u001b[2Jb\r\nc\u202ed")).isEqualTo("a·[2Jb··c·d");
        assertThat(Shown.safely("😀 é")).isEqualTo("😀 é");
    }

    @Test
    void lines_break_between_words() {
        assertThat(Shown.lines("trust comes on foot and leaves on horseback", 16))
                .isEqualTo(List.of("trust comes on", "foot and leaves", "on horseback"));
        assertThat(Shown.lines("", 10)).isEqualTo(List.of(""));
    }
}
