package hecht.core.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What every event carries: where it comes from, when it happened, whose it is, and what is known around it.
///
/// @param source system the event comes from, 1–64 characters of `[a-z0-9._-]`
/// @param id unique within the source for ever, 1–200 characters
/// @param time when it happened; cut to microseconds, because the canonical order is by microseconds
/// @param customer the organisation's own key, 1–200 characters, taken literally
/// @param subject what it is about
/// @param handling who did it, and how
/// @param profile what is known of the customer
/// @param text the customer's own words, up to 20,000 characters
/// @param attributes anything else, at most 64
public record Envelope(
        String source,
        String id,
        Instant time,
        String customer,
        Subject subject,
        Handling handling,
        Profile profile,
        @Nullable String text,
        Map<String, String> attributes) {

    public static final int LONGEST_KEY = 200;
    public static final int LONGEST_TEXT = 20_000;
    public static final int MOST_ATTRIBUTES = 64;
    private static final int LONGEST_SOURCE = 64;

    public Envelope {
        source(source);
        key(Field.ID, id);
        key(Field.CUSTOMER, customer);
        text(text);
        attributes(attributes);
        if (time.getNano() % 1_000 != 0) time = time.truncatedTo(ChronoUnit.MICROS);
        attributes = Map.copyOf(attributes);
    }

    public static Envelope of(String source, String id, Instant time, String customer) {
        return new Envelope(source, id, time, customer, Subject.NONE, Handling.NONE, Profile.NONE, null, Map.of());
    }

    public Envelope about(Subject about) {
        return new Envelope(source, id, time, customer, about, handling, profile, text, attributes);
    }

    public Envelope by(Handling by) {
        return new Envelope(source, id, time, customer, subject, by, profile, text, attributes);
    }

    public Envelope with(Profile known) {
        return new Envelope(source, id, time, customer, subject, handling, known, text, attributes);
    }

    public Envelope saying(@Nullable String words) {
        return new Envelope(source, id, time, customer, subject, handling, profile, words, attributes);
    }

    /// The same event under another customer's key, as a merge asks.
    public Envelope of(String otherCustomer) {
        return new Envelope(source, id, time, otherCustomer, subject, handling, profile, text, attributes);
    }

    // ---- bounds, each by itself so that a reader can name all that are broken

    static void source(String source) {
        if (!isSource(source))
            throw new Invalid(Field.SOURCE, "1 to 64 characters of a-z, 0-9, '.', '_' and '-'", source);
    }

    private static boolean isSource(String source) {
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) return false;
        for (int i = 0; i < source.length(); i++) { // every event comes by here, and a pattern is ten times slower
            char c = source.charAt(i);
            boolean isWord = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
            if (!isWord) return false;
        }
        return true;
    }

    static void key(Field field, String value) {
        if (value.isEmpty() || isLonger(value, LONGEST_KEY))
            throw new Invalid(field, "1 to 200 characters", value.isEmpty() ? "" : length(value));
    }

    static void text(@Nullable String text) {
        if (text != null && isLonger(text, LONGEST_TEXT))
            throw new Invalid(Field.TEXT, "at most 20,000 characters", length(text));
    }

    static void attributes(Map<String, String> attributes) {
        if (attributes.size() > MOST_ATTRIBUTES)
            throw new Invalid(Field.ATTRIBUTES, "at most 64 of them", attributes.size() + " of them");
    }

    /// Characters are code points, as the database counts them: 😀 is one.
    private static boolean isLonger(String value, int most) {
        return value.length() > most && value.codePointCount(0, value.length()) > most;
    }

    private static String length(String value) {
        return value.codePointCount(0, value.length()) + " characters";
    }

    /// What an event is about. Keys of 1–200 characters each, where known.
    ///
    /// @param caseId ticket or order number  @param goal what the customer wants  @param product what it is about
    public record Subject(
            @Nullable String caseId,
            @Nullable String goal,
            @Nullable String product) {
        public static final Subject NONE = new Subject(null, null, null);

        public Subject {
            if (caseId != null) key(Field.CASE, caseId);
            if (goal != null) key(Field.GOAL, goal);
            if (product != null) key(Field.PRODUCT, product);
        }

        public static Subject ofCase(String caseId) {
            return new Subject(caseId, null, null);
        }

        public static Subject ofGoal(String goal) {
            return new Subject(null, goal, null);
        }

        public static Subject ofProduct(String product) {
            return new Subject(null, null, product);
        }

        public boolean isNone() {
            return caseId == null && goal == null && product == null;
        }
    }

    /// Who did it and how: for journeys and drivers.
    ///
    /// @param cause why a contact was needed at all
    public record Handling(
            @Nullable Channel channel,
            @Nullable String step,
            @Nullable String team,
            @Nullable String supplier,
            @Nullable String employee,
            @Nullable Cause cause) {
        public static final Handling NONE = new Handling(null, null, null, null, null, null);

        public static Handling through(Channel channel) {
            return new Handling(channel, null, null, null, null, null);
        }

        /// The same without the employee, for organisations that have not switched employees on.
        public Handling withoutEmployee() {
            return employee == null ? this : new Handling(channel, step, team, supplier, null, cause);
        }
    }

    /// What is known of the customer; the last value in canonical order holds.
    ///
    /// @param margin a year, in the organisation's currency
    public record Profile(
            @Nullable String name,
            @Nullable String segment,
            @Nullable String region,
            @Nullable Double margin) {
        public static final Profile NONE = new Profile(null, null, null, null);

        public Profile {
            if (margin != null && !Double.isFinite(margin)) throw new Invalid(Field.MARGIN, "a number", "" + margin);
        }

        /// What is known after `later` said what it knows.
        public Profile then(Profile later) {
            if (later.equals(NONE)) return this;
            return new Profile(
                    later.name != null ? later.name : name,
                    later.segment != null ? later.segment : segment,
                    later.region != null ? later.region : region,
                    later.margin != null ? later.margin : margin);
        }
    }
}
