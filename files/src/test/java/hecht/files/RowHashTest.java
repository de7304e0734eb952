package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowHashTest {
    private static final String MAPPING = """
            source: shop
            events:
              - {type: said, id: "{hash}", time: "{at}", customer: "{who}"}
              - {type: reviewed, id: "{hash}-stars", time: "{at}", customer: "{who}", stars: "{stars}", when: {column: stars, not: ""}}
            """;
    private static final String ANNA = "2026-03-01T09:30:00Z,Anna,\n";
    private static final String BRAM = "2026-03-02T09:30:00Z,Bram,\n";

    @TempDir
    Path folder;

    @Test
    void a_row_keeps_its_name_wherever_it_stands() throws Exception {
        List<String> first = ids("at,who,stars\n" + ANNA + BRAM);
        List<String> turned = ids("at,who,stars\n" + BRAM + ANNA);
        assertThat(turned).containsExactly(first.get(1), first.get(0));
        assertThat(ids("who,stars,at\nAnna,,2026-03-01T09:30:00Z\n")).containsExactly(first.get(0));
        assertThat(ids("at,who,stars,_row,_field,_expected,_found\n2026-03-01T09:30:00Z,Anna,,7,time,x,y\n"))
                .containsExactly(first.get(0));
    }

    @Test
    void equal_rows_of_a_file_are_told_apart_by_their_ordinal() throws Exception {
        List<String> ids = ids("at,who,stars\n" + ANNA + BRAM + ANNA + ANNA);
        assertThat(ids.get(2)).isEqualTo(ids.get(0) + "-2");
        assertThat(ids.get(3)).isEqualTo(ids.get(0) + "-3");
    }

    @Test
    void cells_do_not_run_into_one_another() throws Exception {
        Set<String> ids = new HashSet<>();
        Mapping mapping = Heard.mapping(
                "source: s\nevents: [{type: said, id: \"{hash}\", time: \"2026-03-01T09:30:00Z\", customer: Anna}]");
        Path file = Heard.write(folder, "rows.csv", "a,b,c\nxy,z,\nx,yz,\n,xy,z\nxy,,z\nxyz,,\n");
        ids.addAll(Heard.of(mapping, file).ids());
        assertThat(ids).hasSize(5);
    }

    @Test
    void many_rows_have_many_names() throws Exception {
        StringBuilder text = new StringBuilder("at,who,stars\n");
        for (int i = 0; i < 20_000; i++)
            text.append("2026-03-01T09:30:00Z,c").append(i).append(",\n");
        List<String> ids = ids(text.toString());
        assertThat(new HashSet<>(ids)).hasSize(20_000);
        assertThat(ids).noneMatch(id -> id.contains("-"));
    }

    @Test
    void a_row_that_names_its_events_counts_whole_or_not_at_all() throws Exception {
        Heard heard = Heard.of(
                Heard.mapping(MAPPING),
                Heard.write(folder, "rows.csv", "at,who,stars\n2026-03-01T09:30:00Z,Anna,many\n" + BRAM));
        assertThat(heard.customers()).containsExactly("Bram");
        assertThat(heard.refusals)
                .containsExactly(
                        "rows.csv, row 1, id: expected a row whose other events can be read too, since {hash} names the row,"
                                + " found \"said held back\".",
                        "rows.csv, row 1, stars: expected a number such as 12.5, found \"many\".");
    }

    private List<String> ids(String csv) throws Refusal {
        return Heard.of(Heard.mapping(MAPPING), Heard.write(folder, "rows.csv", csv))
                .ids();
    }
}
