package hecht.app.web.relationship;

import hecht.core.event.Envelope;
import hecht.core.event.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation that somebody noted on a page: an event, or what is wrong with it.
sealed interface Conversation {
    /// Whose events are noted on a page.
    String SOURCE = "hecht.notes";

    record Said(Event.Said event) implements Conversation {}

    /// @param key of the sentence that says what is wrong
    record Wrong(String key, List<Object> values) implements Conversation {
        public Wrong {
            values = List.copyOf(values);
        }
    }

    /// @param now for a conversation of today; one of another day is said to have been at noon
    static Conversation of(ConversationForm form, String customer, Instant now, ZoneId zone) {
        if (form.isEmpty()) return new Wrong("relationship.note.empty", List.of());
        Instant at = moment(form.day(), now, zone);
        if (at == null) return new Wrong("relationship.note.day-wrong", List.of(form.day()));
        Double sentiment = Double.isNaN(form.sentiment()) ? null : form.sentiment();
        if (form.text().codePointCount(0, form.text().length()) > Envelope.LONGEST_TEXT)
            return new Wrong("relationship.note.too-long", List.of(Envelope.LONGEST_TEXT));
        Envelope envelope =
                Envelope.of(SOURCE, UUID.randomUUID().toString(), at, customer).saying(known(form.text()));
        return new Said(new Event.Said(envelope, known(form.theme()), sentiment, known(form.promise())));
    }

    private static @Nullable Instant moment(String day, Instant now, ZoneId zone) {
        try {
            LocalDate today = LocalDate.ofInstant(now, zone);
            LocalDate then = LocalDate.parse(day.strip());
            if (then.isAfter(today)) return null;
            return then.equals(today)
                    ? now
                    : then.atTime(LocalTime.NOON).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null; // not a day
        }
    }

    private static @Nullable String known(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
