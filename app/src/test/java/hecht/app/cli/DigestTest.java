package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {
    private final String cast = Ran.file("cast.ndjson");

    @TempDir
    Path folder;

    @Test
    void one_line_stands_for_all_states() {
        Ran ran = Ran.hecht("digest", cast);
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).matches("[0-9a-f]{64}  customers 6  events 17  conflicts 0\n");
    }

    @Test
    void it_is_equal_in_any_order_and_when_given_twice() {
        List<String> lines = new ArrayList<>(Ran.text("cast.ndjson").lines().toList());
        Collections.shuffle(lines, new Random(7));
        Path shuffled = Ran.write(folder.resolve("shuffled.ndjson"), String.join("\n", lines) + "\n");
        String once = Ran.hecht("digest", cast).out();
        assertThat(Ran.hecht("digest", shuffled.toString()).out()).isEqualTo(once);
        assertThat(Ran.hecht("digest", cast, shuffled.toString(), cast).out()).isEqualTo(once);
    }

    @Test
    void another_event_is_another_digest() {
        List<String> lines = Ran.text("cast.ndjson").lines().toList();
        Path fewer = Ran.write(folder.resolve("fewer.ndjson"), String.join("\n", lines.subList(1, lines.size())));
        assertThat(Ran.hecht("digest", fewer.toString()).out().substring(0, 64))
                .isNotEqualTo(Ran.hecht("digest", cast).out().substring(0, 64));
    }

    @Test
    void programs_get_the_same_as_json() {
        String digest = Ran.hecht("digest", cast).out().substring(0, 64);
        assertThat(Ran.hecht("digest", cast, "--json").out())
                .isEqualTo("{\"digest\":\"" + digest + "\",\"customers\":6,\"events\":17,\"conflicts\":0}\n");
    }
}
