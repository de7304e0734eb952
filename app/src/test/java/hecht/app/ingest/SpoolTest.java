package hecht.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import hecht.files.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    private static final long SEED = 20260301;
    private static final int LARGEST_PIECE = 700_000; // more than two blocks

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {0, 300_000, Long.MAX_VALUE})
    void each_part_comes_back_as_it_was_appended_in_memory_and_on_disk(long room) throws Refusal {
        Random random = new Random(SEED);
        ByteArrayOutputStream[] expected = new ByteArrayOutputStream[3];
        Arrays.setAll(expected, i -> new ByteArrayOutputStream());
        try (Spool spool = new Spool(3, room, folder)) {
            for (int i = 0; i < 60; i++) {
                byte[] piece = new byte[random.nextInt(1, i % 20 == 0 ? LARGEST_PIECE : 20_000)];
                random.nextBytes(piece);
                int part = random.nextInt(2); // the third stays empty
                spool.append(part, piece, piece.length);
                expected[part].write(piece, 0, piece.length);
            }
            assertThat(spool.isOnDisk()).isEqualTo(room < Long.MAX_VALUE);
            for (int part = 0; part < 3; part++) {
                assertThat(spool.read(part)).isEqualTo(expected[part].toByteArray());
                assertThat(spool.size(part)).isEqualTo(expected[part].size());
            }
        }
    }

    @Test
    void where_files_have_names_apart_from_themselves_the_temporary_file_has_none() throws Exception {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        try (Spool spool = new Spool(1, 0, folder)) {
            byte[] much = new byte[LARGEST_PIECE];
            spool.append(0, much, much.length);
            assertThat(spool.isOnDisk()).isTrue();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files)
                        .as("nothing is left, however the program ends")
                        .isEmpty();
            }
        }
    }

    @Test
    void a_folder_that_cannot_take_it_is_named_with_what_to_do() {
        Path nowhere = folder.resolve("not there");
        try (Spool spool = new Spool(1, 0, nowhere)) {
            byte[] much = new byte[LARGEST_PIECE];
            assertThatThrownBy(() -> spool.append(0, much, much.length))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.SURROUNDINGS))
                    .hasMessageStartingWith("The folder for temporary files, " + nowhere)
                    .hasMessageEndingWith("-Djava.io.tmpdir=FOLDER.");
        }
    }
}
