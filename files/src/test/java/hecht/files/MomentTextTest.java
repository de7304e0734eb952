package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTextTest {
    private static final long SEED = 20_260_301;

    @Test
    void random_moments_are_written_as_java_writes_them() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextLong(-100_000_000_000L, 300_000_000_000L); // the years −1200 to 11476
            long micros = second * 1_000_000 + (i % 4 == 0 ? random.nextInt(1_000_000) : 0);
            assertThat(MomentText.of(micros))
                    .isEqualTo(DuckColumn.instant(micros).toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59Z",
                "1970-01-01T00:00:00Z",
                "2024-02-29T23:59:59Z",
                "9999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "2026-03-01T09:30:00.500Z",
                "2026-03-01T09:30:00.000001Z",
            })
    void a_moment_is_written_as_it_was_read(String text) {
        assertThat(MomentText.of(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text))))
                .isEqualTo(text);
    }
}
