package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.words.Figures;
import hecht.app.words.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {
    @TempDir
    Path folder;

    @Test
    void what_is_simulated_is_read_again_without_a_mapping_and_all_of_it_counts() {
        Ran made = Ran.hecht("simulate", "--customers", "30");
        int events = made.lines().size();
        assertThat(made.err()).isEqualTo("%s events of 30 customers.\n".formatted(Figures.whole(events, Language.EN)));
        Ran read = new Ran.Setting().reading(made.out()).hecht("digest", "-", "--json");
        assertThat(read.code()).as(read.err()).isZero();
        assertThat(read.out()).contains("\"customers\":30,\"events\":" + events + ",\"conflicts\":0");
    }

    @Test
    void the_same_seed_gives_the_same_events_and_another_seed_gives_others() {
        String one = Ran.hecht("simulate", "--customers", "5", "--seed", "7").out();
        assertThat(Ran.hecht("simulate", "--customers", "5", "--seed", "7").out())
                .isEqualTo(one);
        assertThat(Ran.hecht("simulate", "--customers", "5", "--seed", "8").out())
                .isNotEqualTo(one);
    }

    @Test
    void the_truth_stands_beside_the_events_a_line_a_customer() throws IOException {
        Path truth = folder.resolve("truth.ndjson");
        Ran ran = Ran.hecht("simulate", "--customers", "5", "--truth", truth.toString());
        List<String> lines = Files.readAllLines(truth);
        assertThat(lines).hasSize(5).allMatch(line -> line.contains("\"would_leave\":"));
        assertThat(ran.out()).doesNotContain("would_leave");
        assertThat(ran.err()).contains("The truth beside them was written to " + truth + ".");
    }
}
