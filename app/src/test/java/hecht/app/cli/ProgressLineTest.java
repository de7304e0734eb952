package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.words.Figures;
import hecht.app.words.Language;
import hecht.app.words.Messages;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Voice voice = new Voice(err);
    private final AtomicLong nanos = new AtomicLong();
    private int columns = 100;

    @Test
    void it_tells_how_far_at_what_rate_and_how_long_still() {
        assertThat(line(Language.EN).line(50, 100, 1_240_000, 4))
                .isEqualTo("reading  ████████████░░░░░░░░░░░░ 50 %   1,240,000 rows   310,000 a second   0:04 to go");
        assertThat(line(Language.NL).line(1, 100, 12_000, 1.0))
                .isEqualTo("lezen  ░░░░░░░░░░░░░░░░░░░░░░░░ 1 %   12.000 rijen   12.000 per seconde");
    }

    @Test
    void of_an_input_of_unknown_length_it_tells_no_share() {
        assertThat(line(Language.EN).line(50, -1, 1000, 2)).isEqualTo("reading  1,000 rows   500 a second");
    }

    @Test
    void it_is_never_wider_than_the_terminal() {
        columns = 50;
        assertThat(line(Language.NL).line(50, 100, 1_240_000, 4))
                .isEqualTo("lezen  ████████████░░░░░░░░░░░░ 50 %   1.240.000…")
                .hasSize(49);
    }

    @Test
    void it_is_drawn_five_times_a_second_at_most_and_goes_away_for_words() {
        ProgressLine line = line(Language.EN);
        for (int i = 0; i < 1000; i++) {
            nanos.addAndGet(1_000_000);
            line.at(i, 1000, i);
        }
        voice.say("done");
        String told = err.toString(StandardCharsets.UTF_8);
        assertThat(told.split("reading", -1)).hasSize(1 + 5);
        assertThat(told).endsWith("\r\u001b[Kdone\n");
    }

    private ProgressLine line(Language language) {
        Messages messages = Messages.of(language, Cli.class);
        return new ProgressLine(
                voice,
                messages,
                new Figures(messages, ZoneOffset.UTC),
                "progress.reading",
                "progress.rows",
                columns,
                nanos::get);
    }
}
