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

    @Test
    void its_systems_own_files_lie_in_a_folder_each_table_with_a_mapping_that_reads_it() {
        Path supplier = folder.resolve("lichtland");
        Ran ran = Ran.hecht("simulate", "--customers", "40", "--files", supplier.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("The files of 40 customers lie in " + supplier + ", each table with its mapping; ");
        Ran read = Ran.hecht(
                "digest",
                supplier.resolve("crm/klanten.csv").toString(),
                "--mapping",
                supplier.resolve("crm/klanten.yaml").toString());
        assertThat(read.code()).as(read.err()).isZero();
        assertThat(read.out()).contains("  customers 40  events 40  conflicts 0");
    }

    @Test
    void a_folder_that_cannot_be_made_belongs_to_the_surroundings() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "a file");
        Ran ran = Ran.hecht("simulate", "--customers", "5", "--files", file.toString());
        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err()).startsWith("hecht: cannot write to " + file + ": ");
    }
}
