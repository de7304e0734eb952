package hecht.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsualMomentTest {
    private static final long SEED = 20260301;

    @Test
    void every_moment_is_read_as_the_JDK_reads_it() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            Instant at = Instant.ofEpochSecond(
                    random.nextLong(-2_000_000_000L, 4_000_000_000L), random.nextInt(3) * 123_450_000L);
            assertThat(UsualMoment.read(at.toString())).isEqualTo(at);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1));
            String written = OffsetDateTime.ofInstant(at.plusSeconds(1), offset).toString();
            Instant read = UsualMoment.read(written);
            if (read != null)
                assertThat(read)
                        .as(written)
                        .isEqualTo(OffsetDateTime.parse(written).toInstant());
        }
    }

    @Test
    void a_space_does_for_the_T_and_an_offset_for_the_Z() {
        assertThat(UsualMoment.read("2026-03-01 09:30:00+01:00")).isEqualTo(Instant.parse("2026-03-01T08:30:00Z"));
        assertThat(UsualMoment.read("2026-03-01T09:30:00.5-05:30")).isEqualTo(Instant.parse("2026-03-01T15:00:00.5Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T09:30:00Z",
                "2026-13-01T09:30:00Z",
                "2026-00-01T09:30:00Z",
                "2026-03-00T09:30:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T09:30:60Z",
                "2026-03-01T09:30:00",
                "2026-03-01T09:30:00.Z",
                "2026-03-01T09:30:00.1234567890Z",
                "2026-03-01T09:30:00+19:00",
                "2026-03-01T09:30:00*01:00",
                "2026-03-01T09:30:0-Z",
                "01-03-2026T09:30:00Z",
                "2026-03-01",
                "yesterday, about teatime"
            })
    void what_is_wrong_or_unusual_is_left_to_others(String written) {
        assertThat(UsualMoment.read(written)).isNull();
    }
}
