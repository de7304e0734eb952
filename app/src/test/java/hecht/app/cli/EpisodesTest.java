package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EpisodesTest {
    private final String cast = Ran.file("cast.ndjson");

    @TempDir
    Path folder;

    @Test
    void episodes_of_one_customer_are_told_in_both_languages() {
        assertThat(Ran.hecht("episodes", "Chris", cast).out()).isEqualTo(Ran.text("episodes.en.txt"));
        assertThat(Ran.hecht("episodes", "Chris", cast, "--language", "nl").out())
                .isEqualTo(Ran.text("episodes.nl.txt"));
    }

    /// The repairs of one subscription: a hundred in a hundred by our count, none by the customer's.
    @Test
    void three_repairs_for_one_goal_are_right_by_us_and_wrong_by_the_customer() {
        Path file = Ran.write(folder.resolve("repairs.ndjson"), repairs(40));
        Ran ran = Ran.hecht("episodes", file.toString());
        assertThat(ran.lines())
                .anySatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "repair +40 +100 % \\(94 to 100\\) +0 % \\(0 to 6\\) +3\\.0 +0\\.\\d\\d +0\\.\\d\\d +0\\.\\d\\d"));
    }

    @Test
    void of_fewer_than_thirty_nothing_is_said() {
        Path file = Ran.write(folder.resolve("repairs.ndjson"), repairs(29));
        assertThat(Ran.hecht("episodes", file.toString()).out())
                .contains("too few to say (n = 29)")
                .doesNotContain("%");
    }

    @Test
    void for_programs_every_episode_is_a_line() {
        List<String> lines = Ran.hecht("episodes", cast, "--json").lines();
        List<JsonNode> moves = lines.stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(line -> "move house".equals(line.get("goal").asString(null)))
                .toList();
        assertThat(moves).singleElement().satisfies(move -> {
            double product = 1;
            for (JsonNode part : move.get("parts"))
                product *= part.get("quality").asDouble();
            assertThat(move.get("quality").asDouble()).isEqualTo(product);
            assertThat(move.get("contacts").asInt()).isEqualTo(4);
            assertThat(move.get("right_theirs").asBoolean()).isFalse();
        });
        assertThat(Ran.hecht("episodes", "Chris", cast, "--json").lines()).isSubsetOf(lines);
    }

    @Test
    void the_first_word_is_a_customer_unless_a_file_of_that_name_exists() {
        Path named = Ran.write(folder.resolve("Chris"), Ran.text("cast.ndjson"));
        assertThat(Ran.hecht("episodes", "Chris", cast).out()).startsWith("Episodes of Chris");
        assertThat(Ran.hecht("episodes", "--customer", "Chris", cast).out()).startsWith("Episodes of Chris");
        assertThat(Ran.hecht("episodes", named.toString(), cast).out()).contains("goal", "too few to say");
    }

    private static String repairs(int customers) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < customers; i++)
            for (int n = 0; n < 3; n++)
                lines.append("""
                        {"source":"crm","id":"%d-%d","time":"2026-03-%02dT10:00:00Z","customer":"c%d","type":"contact","direction":"in","kind":"request","goal":"repair","outcome":"%s"}
                        """.formatted(i, n, 2 + 3 * n, i, n == 2 ? "resolved" : "promised"));
        return lines.toString();
    }
}
