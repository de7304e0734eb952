package hecht.core.event;

import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Profile;
import hecht.core.event.Envelope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads single values out of [NamedValues] and collects what is wrong with them. After a problem it goes on with a
/// harmless value, so that one reading names all problems; the event made of such values is thrown away.
final class Values {
    /// Stands in for an envelope that could not be read, so that the type's own fields are looked at all the same.
    static final Envelope PROBE = new Envelope(
            "probe",
            "probe",
            Instant.EPOCH,
            "\0", // so that no customer is called like it
            new Subject("probe", "probe", "probe"),
            new Handling(null, "probe", null, null, null, null),
            Profile.NONE,
            null,
            Map.of());

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final String A_MOMENT = "a moment with a zone, such as 2026-03-01T09:30:00Z";

    private final @Nullable ZoneId zone;
    private final Instant latest;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> struck = new HashSet<>();
    private NamedValues from = new NamedValues();

    Values(@Nullable ZoneId zone, Instant latest) {
        this.zone = zone;
        this.latest = latest;
    }

    void begin(NamedValues row) {
        from = row;
        problems.clear();
        struck.clear();
    }

    boolean isRefused() {
        return !problems.isEmpty();
    }

    Reading refused() {
        return new Reading.Refused(problems);
    }

    void refuse(Problem problem) {
        if (!struck.contains(problem.field())) problems.add(problem);
    }

    /// Takes note of one more problem, and goes on as if no field with a problem were there.
    ///
    /// @return whether that is any use: false when the field was struck before
    boolean strike(Problem problem) {
        boolean isNew = !struck.contains(problem.field());
        refuse(problem);
        for (Problem each : problems) struck.add(each.field());
        return isNew;
    }

    private @Nullable String get(Field field) {
        return struck.isEmpty() || !struck.contains(field.label()) ? from.get(field) : null;
    }

    /// Looks at every bound of the envelope by itself, after one of them was broken.
    void examineEnvelope(Map<String, String> attributes) {
        examine(() -> Envelope.source(from.get(Field.SOURCE) + ""));
        examine(() -> Envelope.key(Field.ID, from.get(Field.ID) + ""));
        examine(() -> Envelope.key(Field.CUSTOMER, from.get(Field.CUSTOMER) + ""));
        examine(() -> Envelope.text(from.get(Field.TEXT)));
        examine(() -> Envelope.attributes(attributes));
    }

    private void examine(Runnable bound) {
        try {
            bound.run();
        } catch (Invalid invalid) {
            refuse(invalid.problem());
        }
    }

    private void refuse(Field field, String expected, String found, String remedy) {
        refuse(new Problem(field.label(), expected, found, remedy));
    }

    @Nullable
    EventType type() {
        String written = from.get(Field.TYPE);
        if (written == null) {
            refuse(Field.TYPE, "a type of event", "", "types are " + Words.anyOf(EventType.words()));
            return null;
        }
        EventType type = EventType.of(written).orElse(null);
        if (type == null) refuse(Field.TYPE, "a type of event", written, meant(written, EventType.words()));
        return type;
    }

    void refuseUnknown() {
        unknown(null);
    }

    void refuseStrangers(EventType type) {
        unknown(type);
        for (Field stranger : from.strangersTo(type))
            refuse(
                    stranger,
                    "no such field in an event of type " + type.word(),
                    from.get(stranger) + "",
                    "leave it out, or put it into attributes");
    }

    private void unknown(@Nullable EventType type) {
        for (String label : from.unknown()) {
            String remedy = Words.nearest(label, EventReader.permitted(type))
                    .map(near -> "did you mean " + near + "?")
                    .orElse("leave it out, or put it into attributes");
            refuse(new Problem(label, "a field of the contract", label, remedy));
        }
    }

    @Nullable
    String text(Field field) {
        String value = get(field);
        if (value != null && !isText(value)) {
            if (value.indexOf('\0') >= 0)
                refuse(field, "text without the character U+0000", value.replace('\0', '␀'), "");
            else
                refuse(
                        field,
                        "whole characters",
                        value.replaceAll("[\\x{d800}-\\x{dfff}]", "\ufffd"),
                        "it was cut in the middle of one");
        }
        return value;
    }

    /// Neither U+0000, which no database takes, nor half a pair of surrogates, which no UTF-8 can say.
    private static boolean isText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((char) (c - 1) < Character.MIN_SURROGATE - 1) continue; // most: one comparison for both ends
            if (c == 0) return false;
            if (!Character.isSurrogate(c)) continue;
            if (Character.isLowSurrogate(c) || i + 1 == value.length()) return false;
            if (!Character.isLowSurrogate(value.charAt(++i))) return false;
        }
        return true;
    }

    String required(Field field) {
        String value = text(field);
        if (value != null) return value;
        refuse(field, "a value", "", "");
        return "?";
    }

    Subject subject() {
        String caseId = text(Field.CASE);
        String goal = text(Field.GOAL);
        String product = text(Field.PRODUCT);
        if (caseId == null && goal == null && product == null) return Subject.NONE;
        try {
            return new Subject(caseId, goal, product);
        } catch (Invalid first) {
            examine(() -> new Subject(caseId, null, null));
            examine(() -> new Subject(null, goal, null));
            examine(() -> new Subject(null, null, product));
            return Subject.NONE;
        }
    }

    Handling handling() {
        Channel channel = choice(Field.CHANNEL, Channel.class);
        String step = text(Field.STEP);
        String team = text(Field.TEAM);
        String supplier = text(Field.SUPPLIER);
        String employee = text(Field.EMPLOYEE);
        Cause cause = choice(Field.CAUSE, Cause.class);
        if (channel == null && step == null && team == null && supplier == null && employee == null && cause == null)
            return Handling.NONE;
        return new Handling(channel, step, team, supplier, employee, cause);
    }

    Profile profile() {
        String name = text(Field.NAME);
        String segment = text(Field.SEGMENT);
        String region = text(Field.REGION);
        Double margin = number(Field.MARGIN);
        return name == null && segment == null && region == null && margin == null
                ? Profile.NONE
                : new Profile(name, segment, region, margin);
    }

    <E extends Enum<E> & Choice> @Nullable E choice(Field field, Class<E> type) {
        String written = get(field);
        if (written == null) return null;
        E chosen = Choice.read(type, written).orElse(null);
        if (chosen == null) {
            List<String> words = Choice.words(type);
            refuse(field, Words.anyOf(words), written, meant(written, words));
        }
        return chosen;
    }

    <E extends Enum<E> & Choice> E requiredChoice(Field field, Class<E> type) {
        E chosen = choice(field, type);
        if (chosen != null) return chosen;
        if (from.get(field) == null) refuse(field, Words.anyOf(Choice.words(type)), "", "");
        return type.getEnumConstants()[0];
    }

    private static String meant(String written, List<String> words) {
        return Words.nearest(written, words)
                .map(near -> "did you mean " + near + "?")
                .orElse("translate it in the mapping");
    }

    @Nullable
    Double number(Field field) {
        String written = get(field);
        if (written == null) return null;
        try {
            char last = written.charAt(written.length() - 1);
            double value = last <= '9' ? Decimals.read(written) : Double.NaN; // "1d" and "NaN" are no numbers here
            if (Double.isFinite(value)) return value;
        } catch (NumberFormatException e) {
            // named below
        }
        refuse(
                field,
                "a number such as 12.5",
                written,
                written.indexOf(',') >= 0 ? "set decimal: \",\" in the mapping" : "");
        return null;
    }

    double requiredNumber(Field field) {
        Double value = number(field);
        if (value != null) return value;
        if (from.get(field) == null) refuse(field, "a number", "", "");
        return switch (field) { // a scale that holds every score, so that none is blamed for what the scale lacks
            case SCALE_MIN -> -1e300;
            case SCALE_MAX -> 1e300;
            default -> 1;
        };
    }

    @Nullable
    Integer count(Field field) {
        Double value = number(field);
        if (value == null) return null;
        if (value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE) return value.intValue();
        refuse(field, "a whole number", from.get(field) + "", "");
        return null;
    }

    @Nullable
    Boolean flag(Field field) {
        String written = get(field);
        if (written == null) return null;
        if (written.equalsIgnoreCase("true")) return Boolean.TRUE;
        if (written.equalsIgnoreCase("false")) return Boolean.FALSE;
        refuse(field, "true or false", written, "translate it in the mapping");
        return null;
    }

    boolean requiredFlag(Field field) {
        Boolean value = flag(field);
        if (value != null) return value;
        if (from.get(field) == null) refuse(field, "true or false", "", "");
        return false;
    }

    Instant time() {
        if (from.get(Field.TIME) == null) {
            refuse(Field.TIME, A_MOMENT, "", "");
            return EARLIEST;
        }
        Instant time = moment(Field.TIME);
        if (time == null) return EARLIEST;
        if (time.isBefore(EARLIEST)) refuse(Field.TIME, "a moment from 1970-01-01", from.get(Field.TIME) + "", "");
        else if (time.isAfter(latest))
            refuse(Field.TIME, "a moment at most one day ahead", from.get(Field.TIME) + "", "");
        return time;
    }

    @Nullable
    Instant moment(Field field) {
        return moment(field, false);
    }

    @Nullable
    Instant endOfDay(Field field) {
        return moment(field, true);
    }

    private @Nullable Instant moment(Field field, boolean dateIsItsEnd) {
        String written = get(field);
        if (written == null) return null;
        Instant usual = UsualMoment.read(written);
        if (usual != null) return usual;
        try {
            if (written.length() == 10) return day(field, LocalDate.parse(written), dateIsItsEnd);
            String iso = written.length() > 10 && written.charAt(10) == ' ' ? written.replaceFirst(" ", "T") : written;
            if (iso.endsWith("Z")) return Instant.parse(iso);
            int offset = Math.max(iso.lastIndexOf('+'), iso.lastIndexOf('-'));
            if (offset > 10) return OffsetDateTime.parse(iso).toInstant();
            return local(field, LocalDateTime.parse(iso));
        } catch (DateTimeParseException e) {
            refuse(field, A_MOMENT, written, "set zone and format in the mapping");
            return null;
        }
    }

    private @Nullable Instant day(Field field, LocalDate date, boolean dateIsItsEnd) {
        if (zone == null) return noZone(field);
        if (!dateIsItsEnd) return date.atStartOfDay(zone).toInstant();
        return date.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    private @Nullable Instant local(Field field, LocalDateTime at) {
        return zone == null ? noZone(field) : at.atZone(zone).toInstant();
    }

    private @Nullable Instant noZone(Field field) {
        refuse(field, A_MOMENT, from.get(field) + "", "say which zone it is in: zone in the mapping, or --zone");
        return null;
    }
}
