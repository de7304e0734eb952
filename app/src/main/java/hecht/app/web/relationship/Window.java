package hecht.app.web.relationship;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is drawn of a life: from the start of one day to the end of another. Three years where nothing was asked for.
///
/// @param narrowed whether somebody asked for it  @param unread what was asked for and is no day; null where all was read
record Window(
        Instant from,
        Instant to,
        boolean narrowed,
        @Nullable String unread) {
    private static final Period USUAL = Period.ofYears(3);

    /// @param from,to days as ISO 8601 writes them; null or empty where nothing was asked for
    static Window of(@Nullable String from, @Nullable String to, Life life, ZoneId zone) {
        Instant begun = life.hasMet()
                ? life.line().getFirst().getFirst().at()
                : life.drawn().noticed().isEmpty()
                        ? life.asOf()
                        : life.drawn().noticed().getFirst().event().time();
        Instant ended = life.course().ended();
        Instant last = ended == null ? life.asOf() : ended;
        Instant usual = last.atZone(zone).minus(USUAL).toInstant();
        Instant start =
                day(from).map(each -> each.atStartOfDay(zone).toInstant()).orElse(usual);
        Instant end = day(to).map(
                        each -> each.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS))
                .orElse(last);
        if (start.isBefore(begun)) start = begun;
        if (end.isAfter(life.asOf())) end = life.asOf();
        if (!start.isBefore(end)) {
            start = begun;
            end = life.asOf();
        }
        String unread = isUnread(from) ? from : isUnread(to) ? to : null;
        return new Window(start, end, day(from).isPresent() || day(to).isPresent(), unread);
    }

    private static boolean isUnread(@Nullable String written) {
        return written != null && !written.isBlank() && day(written).isEmpty();
    }

    private static Optional<LocalDate> day(@Nullable String written) {
        if (written == null || written.isBlank()) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(written.strip()));
        } catch (DateTimeException e) {
            return Optional.empty(); // told by `unread`
        }
    }

    boolean holds(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(to);
    }
}
