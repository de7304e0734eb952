package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WhyTest {
    private static final Pattern NOW = Pattern.compile("([−+]?\\d+\\.\\d)(?:  [a-z+-]+)?$");

    private final String cast = Ran.file("cast.ndjson");

    @TempDir
    Path folder;

    @Test
    void a_relationship_is_explained_in_both_languages() {
        assertThat(Ran.hecht("why", "Chris", cast).out()).isEqualTo(Ran.text("why.en.txt"));
        assertThat(Ran.hecht("why", "Chris", cast, "--language", "nl").out()).isEqualTo(Ran.text("why.nl.txt"));
    }

    /// 40 made-up customers, of 100 and more events together each.
    @Test
    void what_is_printed_adds_up_as_it_is_printed() {
        String events = Ran.hecht("simulate", "--customers", "40").out();
        Path file = Ran.write(folder.resolve("events.ndjson"), events);
        List<String> customers = Ran.hecht("score", file.toString()).lines().stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertThat(customers).hasSizeGreaterThan(10);
        for (String each : customers.subList(0, 10)) {
            List<String> lines = Ran.hecht("why", each, file.toString()).lines();
            long sum = 0;
            boolean within = false;
            for (String line : lines) {
                if (line.contains("what silence alone would say")) within = true;
                if (!within || !NOW.matcher(line).find()) continue; // a line goes on where it was too long
                if (line.contains("adds up to")) {
                    assertThat(tenths(line)).as(String.join("\n", lines)).isEqualTo(sum);
                    within = false;
                } else {
                    sum += tenths(line);
                }
            }
            assertThat(lines).anyMatch(line -> line.contains("adds up to"));
        }
    }

    @Test
    void what_programs_read_adds_up_to_the_health_of_score() {
        for (String each : List.of("Anna", "Bram", "Chris", "=1+1")) {
            JsonNode why = json(Ran.hecht("why", each, cast, "--json"));
            double sum = why.get("base").asDouble();
            for (JsonNode one : why.get("contributions")) sum += one.get("now").asDouble();
            double scored = Ran.hecht("score", cast, "--json").lines().stream()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .filter(line -> line.get("customer").asString().equals(each))
                    .mapToDouble(line -> line.get("health").asDouble())
                    .sum();
            assertThat(why.get("health").asDouble()).isEqualTo(scored);
            assertThat(sum).isCloseTo(scored, within(1e-9)); // as health.md, section 6, requires
        }
    }

    @Test
    void who_has_left_is_explained_as_of_the_end() {
        Ran ran = Ran.hecht("why", "Dora", cast);
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("This relationship has ended", "adds up to")
                .doesNotContain("would stay");
    }

    @Test
    void who_was_only_described_was_not_met() {
        assertThat(Ran.hecht("why", "Eva", cast).out())
                .isEqualTo("Eva as of 15 September 2026\nWe have not met yet.\n");
    }

    @Test
    void a_key_cannot_speak_to_the_terminal() {
        String rude = Ran.text("cast.ndjson").replace("\"Bram\"", "\"Br\\u001b[2Jam\"");
        Path file = Ran.write(folder.resolve("rude.ndjson"), rude);
        Ran ran = Ran.hecht("why", "Br\u001b[2Jam", file.toString());
        assertThat(ran.out()).startsWith("Br·[2Jam as of").doesNotContain("\u001b");
    }

    private static long tenths(String line) {
        Matcher now = NOW.matcher(line);
        assertThat(now.find()).as(line).isTrue();
        return Long.parseLong(now.group(1).replace(".", "").replace("+", "").replace('−', '-'));
    }

    private static JsonNode json(Ran ran) {
        return JsonMapper.shared().readTree(ran.out());
    }
}
