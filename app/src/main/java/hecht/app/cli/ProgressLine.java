package hecht.app.cli;

import hecht.app.words.Figures;
import hecht.app.words.Messages;
import hecht.files.Progress;
import java.util.function.LongSupplier;

/// How far reading is, at what rate, and how long it still takes: one line on a terminal, drawn five times a second at most.
///
///     reading  ████████░░░░░░░░ 52 %   1,240,000 rows   310,000 a second   0:04 to go
final class ProgressLine implements Progress {
    private static final long EVERY_NANOS = 200_000_000L;
    private static final int WIDTH = 24;
    private static final int KNOWN_FROM_PERCENT = 2;

    private final Voice voice;
    private final Messages messages;
    private final Figures figures;
    private final String doing;
    private final String units;
    private final int columns;
    private final LongSupplier nanos;
    private final long begun;
    private long drawn;

    /// @param doing key of what is done  @param units key of what is counted
    /// @param columns of the terminal; a longer line would leave its beginning behind
    /// @param nanos a clock that only goes forward
    ProgressLine(
            Voice voice,
            Messages messages,
            Figures figures,
            String doing,
            String units,
            int columns,
            LongSupplier nanos) {
        this.voice = voice;
        this.messages = messages;
        this.figures = figures;
        this.doing = doing;
        this.units = units;
        this.columns = columns;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.drawn = begun;
    }

    @Override
    public void at(long read, long total, long rows) {
        long now = nanos.getAsLong();
        if (now - drawn < EVERY_NANOS) return;
        drawn = now;
        voice.show(line(read, total, rows, (now - begun) / 1e9));
    }

    String line(long read, long total, long rows, double seconds) {
        StringBuilder line = new StringBuilder(messages.say(doing)).append("  ");
        boolean known = total > 0;
        double share = known ? Math.min(1, (double) read / total) : 0;
        if (known) {
            int full = (int) Math.round(share * WIDTH);
            line.append("█".repeat(full)).append("░".repeat(WIDTH - full));
            line.append(' ').append(figures.percent(share)).append("   ");
        }
        line.append(messages.say(units, rows));
        if (seconds > 0) line.append("   ").append(messages.say("progress.rate", Math.round(rows / seconds)));
        if (known && share * 100 >= KNOWN_FROM_PERCENT)
            line.append("   ").append(messages.say("progress.left", clock(seconds * (1 - share) / share)));
        return Shown.cut(line.toString(), columns - 1);
    }

    private static String clock(double seconds) {
        long left = Math.round(seconds);
        return left / 60 + ":" + (left % 60 < 10 ? "0" : "") + left % 60;
    }
}
