package hecht.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final List<String> WORDS = List.of("resolved", "unresolved", "promised", "wait_seconds", "in");

    @ParameterizedTest
    @CsvSource({
        "resolvd, resolved",
        "reslovedd, resolved",
        "Promised, promised",
        "wait seconds, wait_seconds",
        "Wait-Second, wait_seconds",
        "inn, in"
    })
    void a_slip_of_the_pen_finds_the_word(String written, String meant) {
        assertThat(Words.nearest(written, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"opgelost", "x", "outcome"})
    void another_word_finds_nothing(String written) {
        assertThat(Words.nearest(written, WORDS)).isEmpty();
    }

    @Test
    void a_list_reads_as_a_sentence() {
        assertThat(Words.anyOf(List.of())).isEmpty();
        assertThat(Words.anyOf(List.of("a"))).isEqualTo("a");
        assertThat(Words.anyOf(List.of("a", "b"))).isEqualTo("a or b");
        assertThat(Words.anyOf(List.of("a", "b", "c"))).isEqualTo("a, b or c");
    }
}
