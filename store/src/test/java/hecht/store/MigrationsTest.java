package hecht.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private static final Path STEPS = Path.of("src/main/resources/hecht/store/migration");

    @Test
    void every_step_that_lies_there_is_taken() throws IOException {
        try (Store store = TestStore.fresh();
                Stream<Path> steps = Files.list(STEPS)) {
            assertThat(Migrations.taken(store.database())).isEqualTo((int) steps.count());
        }
    }
}
