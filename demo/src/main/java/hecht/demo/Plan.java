package hecht.demo;

import hecht.core.event.CanonicalOrder;
import hecht.core.event.CaseOutcome;
import hecht.core.event.Channel;
import hecht.core.event.ContactKind;
import hecht.core.event.Direction;
import hecht.core.event.Envelope;
import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Profile;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.Outcome;
import hecht.demo.Planned.Inclination;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// All that will happen to one customer, as far as it does not depend on the hidden condition, and the words to plan it in.
/// It is planned to the last day whether or not the customer stays so long.
final class Plan {
    private static final Comparator<Planned> IN_ORDER = Comparator.comparing(Planned::event, CanonicalOrder.INSTANCE);
    private static final int OPENS = 8 * 3600;
    private static final int CLOSES = 21 * 3600;

    final Person who;
    private final String key;
    private final int[] told = new int[Source.values().length];
    private final List<Planned> all = new ArrayList<>();

    Plan(Person who) {
        this.who = who;
        this.key = who.key();
    }

    /// What happens, in canonical order.
    List<Planned> inOrder() {
        all.sort(IN_ORDER);
        return all;
    }

    // ---- when

    /// Calls `happens` on the days of a Poisson process, from the day after `from` to the last.
    static void often(Chance lot, double aYear, int from, IntConsumer happens) {
        if (!(aYear > 0)) return;
        double day = from;
        while ((day += Math.max(1, lot.exponential() * 365.25 / aYear)) < Timeline.DAYS) happens.accept((int) day);
    }

    /// A moment in the opening hours of a day.
    static long hours(Chance lot, int day) {
        return Timeline.at(day, lot.between(OPENS, CLOSES));
    }

    static boolean isWithin(int day) {
        return day < Timeline.DAYS;
    }

    // ---- what

    Envelope envelope(Source source, long at, Subject subject, Handling handling) {
        return envelope(source, at, subject, handling, Profile.NONE, Map.of());
    }

    Envelope envelope(Source source, long at, Subject subject) {
        return envelope(source, at, subject, Handling.NONE, Profile.NONE, Map.of());
    }

    Envelope envelope(
            Source source,
            long at,
            Subject subject,
            Handling handling,
            Profile profile,
            Map<String, String> attributes) {
        String id = key + "-" + ++told[source.ordinal()];
        return new Envelope(source.word, id, Timeline.instant(at), key, subject, handling, profile, null, attributes);
    }

    void add(Event event) {
        add(event, Inclination.ANYWAY);
    }

    void add(Event event, Inclination inclination) {
        all.add(new Planned(event, inclination));
    }

    /// A number for a ticket.
    String ticket(String kind) {
        return kind + key.substring(2) + "-" + (all.size() + 1);
    }

    /// A contact of the customer's own.
    void contact(
            Subject subject,
            Handling handling,
            long at,
            ContactKind kind,
            @Nullable Outcome outcome,
            double waitSeconds,
            int transfers) {
        add(new Event.Contact(
                envelope(Source.CRM, at, subject, handling),
                Direction.IN,
                kind,
                outcome,
                waitSeconds,
                null,
                transfers,
                null,
                null,
                handling.channel() == Channel.PHONE ? 6.5 : 2.5));
    }

    void outward(Source source, Subject subject, Handling handling, long at, @Nullable Outcome outcome) {
        add(Event.Contact.of(envelope(source, at, subject, handling), Direction.OUT, ContactKind.INFORMATION, outcome));
    }

    void opened(Subject subject, long at, @Nullable Long promisedBy) {
        add(new Event.CaseOpened(
                envelope(Source.CRM, at, subject, Handling.through(Channel.WEB)),
                promisedBy == null ? null : Timeline.instant(promisedBy)));
    }

    void closed(Subject subject, long at) {
        add(new Event.CaseClosed(envelope(Source.CRM, at, subject), CaseOutcome.FULFILLED));
    }

    void step(Subject subject, String step, String supplier, long at, boolean right, double cost) {
        Handling by = new Handling(null, step, null, supplier, null, null);
        add(new Event.CaseStep(envelope(Source.CRM, at, subject, by), right, cost));
    }
}
