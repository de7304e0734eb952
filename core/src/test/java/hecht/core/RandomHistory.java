package hecht.core;

import hecht.core.event.Arm;
import hecht.core.event.CanonicalOrder;
import hecht.core.event.CaseOutcome;
import hecht.core.event.Cause;
import hecht.core.event.Channel;
import hecht.core.event.ContactKind;
import hecht.core.event.Dimension;
import hecht.core.event.Direction;
import hecht.core.event.Envelope;
import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Profile;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.Event.Money;
import hecht.core.event.EventType;
import hecht.core.event.Form;
import hecht.core.event.LifeEventKind;
import hecht.core.event.MessageKind;
import hecht.core.event.Outcome;
import hecht.core.event.Party;
import hecht.core.event.Pillar;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Histories as nobody would think of them: every type of event with fields at random, few goals and cases so that much links,
/// many events at one moment. The same seed gives the same history.
public final class RandomHistory {
    private static final Instant FIRST = Instant.parse("2023-01-01T00:00:00Z");
    private static final Set<EventType> WHO_IS_WHO = EnumSet.of(EventType.MERGED, EventType.ERASED);

    private static final Set<EventType> OF_TROUBLE = EnumSet.of(
            EventType.CONTACT,
            EventType.CASE_OPENED,
            EventType.CASE_CLOSED,
            EventType.CASE_REOPENED,
            EventType.ORDERED,
            EventType.DELIVERED,
            EventType.ORDER_CANCELLED,
            EventType.REWARDED,
            EventType.SURVEY_SENT,
            EventType.SURVEY_ANSWERED,
            EventType.INVOICED,
            EventType.PAID,
            EventType.REMINDED);

    private final Random random;
    private final List<EventType> types;
    private final int longestGapDays;
    private Instant now = FIRST;
    private int told;

    public RandomHistory(long seed) {
        this(seed, EnumSet.complementOf(EnumSet.copyOf(WHO_IS_WHO)));
    }

    public RandomHistory(long seed, Set<EventType> types) {
        this(seed, types, 40);
    }

    private RandomHistory(long seed, Set<EventType> types, int longestGapDays) {
        this.random = new Random(seed);
        this.types = List.copyOf(types);
        this.longestGapDays = longestGapDays;
    }

    /// A customer with few goals and much trouble about them, so that episodes grow long.
    public static RandomHistory ofTrouble(long seed) {
        return new RandomHistory(seed, OF_TROUBLE, 5);
    }

    /// Events in canonical order, over some years.
    public List<Event> events(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) events.add(next());
        events.sort(CanonicalOrder.INSTANCE);
        return events;
    }

    /// One more event, not before the last.
    public Event next() {
        long gap = switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> random.nextInt(3_600);
            case 2, 3 -> random.nextInt(86_400 * 3);
            case 4 -> longestGapDays < 14 ? 86_400 : 86_400 * 14;
            default -> random.nextInt(86_400 * longestGapDays);
        };
        now = now.plusSeconds(gap).plus(random.nextInt(3), ChronoUnit.MICROS);
        // Leaving ends most of what there is to see, so it is rarer than other things.
        EventType type = types.get(random.nextInt(types.size()));
        if (type == EventType.LEFT && random.nextInt(4) != 0) type = EventType.CONTACT;
        return event(type);
    }

    public Event event(EventType type) {
        Envelope e = envelope(type);
        return switch (type) {
            case DESCRIBED -> new Event.Described(e);
            case STARTED -> new Event.Started(e, maybe(this::later), null, null);
            case CONTRACT -> contract(e);
            case PRODUCT_ADDED -> new Event.ProductAdded(e, maybe(this::amount));
            case PRODUCT_DROPPED -> new Event.ProductDropped(e, maybe(this::amount));
            case LEFT ->
                new Event.Left(e, random.nextBoolean(), maybe(this::words), maybe(this::words), maybe(this::later));
            case CONTACT -> contact(e);
            case CASE_OPENED -> new Event.CaseOpened(e, maybe(this::soon));
            case CASE_STEP -> new Event.CaseStep(e, maybe(random::nextBoolean), maybe(this::amount));
            case CASE_CLOSED -> new Event.CaseClosed(e, any(CaseOutcome.values()));
            case CASE_REOPENED -> new Event.CaseReopened(e);
            case ORDERED ->
                new Event.Ordered(e, maybe(this::amount), maybe(() -> "EUR"), maybe(this::soon), maybe(() -> 3));
            case DELIVERED -> new Event.Delivered(e, maybe(random::nextBoolean));
            case RETURNED -> new Event.Returned(e, maybe(() -> any(Party.values())), maybe(this::amount));
            case ORDER_CANCELLED -> new Event.OrderCancelled(e, maybe(() -> any(Party.values())), maybe(this::amount));
            case INVOICED -> new Event.Invoiced(e, money());
            case PAID -> new Event.Paid(e, money());
            case REMINDED -> new Event.Reminded(e, money());
            case REFUNDED -> new Event.Refunded(e, money());
            case MESSAGE_SENT -> new Event.MessageSent(e, maybe(() -> any(MessageKind.values())));
            case MESSAGE_OPENED -> new Event.MessageOpened(e);
            case MESSAGE_CLICKED -> new Event.MessageClicked(e);
            case UNSUBSCRIBED -> new Event.Unsubscribed(e);
            case USED -> new Event.Used(e, maybe(() -> 7), maybe(() -> random.nextDouble() * 1e6));
            case DISRUPTED ->
                new Event.Disrupted(
                        e, maybe(() -> now.plusSeconds(random.nextInt(50_000))), maybe(random::nextBoolean));
            case SURVEY_SENT -> new Event.SurveySent(e, maybe(this::words));
            case SURVEY_ANSWERED -> answer(e);
            case REVIEWED -> new Event.Reviewed(e, 1 + random.nextInt(9) / 2.0);
            case SAID -> new Event.Said(e, maybe(this::words), maybe(this::sentiment), maybe(this::words));
            case REWARDED -> new Event.Rewarded(e, any(Form.values()), maybe(this::amount));
            case APPROACHED ->
                new Event.Approached(e, maybe(this::words), maybe(this::words), maybe(() -> any(Arm.values())));
            case LIFE_EVENT -> new Event.LifeEvent(e, any(LifeEventKind.values()));
            case MERGED -> new Event.Merged(e, "old-" + random.nextInt(5));
            case ERASED -> new Event.Erased(e);
        };
    }

    private Envelope envelope(EventType type) {
        boolean needsCase = type.required().contains(hecht.core.event.Field.CASE);
        boolean needsProduct = type.required().contains(hecht.core.event.Field.PRODUCT);
        int cases = longestGapDays < 14 ? 2 : 6;
        Subject subject = new Subject(
                needsCase || random.nextInt(4) == 0 ? "case-" + random.nextInt(cases) : null,
                random.nextInt(3) == 0 ? any("move house", "meter", "cancel", "😀") : null,
                needsProduct || random.nextInt(4) == 0 ? any("power", "gas", "heat", "solar", "boiler", "tv") : null);
        Handling handling = random.nextInt(3) == 0 || type == EventType.CASE_STEP
                ? new Handling(
                        maybe(() -> any(Channel.values())),
                        type == EventType.CASE_STEP ? words() : maybe(this::words),
                        maybe(this::words),
                        maybe(this::words),
                        maybe(this::words),
                        maybe(() -> any(Cause.values())))
                : Handling.NONE;
        Profile profile = random.nextInt(5) == 0
                ? new Profile(maybe(this::words), maybe(this::words), maybe(this::words), maybe(this::amount))
                : Profile.NONE;
        Map<String, String> attributes = random.nextInt(5) == 0 ? Map.of("language", "nl", words(), "=x") : Map.of();
        String id = Integer.toString(random.nextInt(1000)) + '-' + told++;
        String source = any("crm", "shop.web", "telephony_2");
        return new Envelope(source, id, now, "null", subject, handling, profile, maybe(this::words), attributes);
    }

    private Event contract(Envelope e) {
        Instant from = maybe(this::later);
        Instant to = from == null ? null : from.plus(random.nextInt(60), ChronoUnit.DAYS);
        return new Event.Contract(e, maybe(this::later), from, to, maybe(() -> random.nextInt(11) / 10.0));
    }

    private Event contact(Envelope e) {
        return new Event.Contact(
                e,
                random.nextInt(6) == 0 ? Direction.OUT : Direction.IN,
                maybe(() -> any(ContactKind.values())),
                maybe(() -> any(Outcome.values())),
                maybe(() -> random.nextInt(1500) + .25),
                maybe(() -> 61.5),
                maybe(() -> random.nextInt(4)),
                maybe(this::sentiment),
                maybe(() -> 1 + random.nextInt(13) / 2.0),
                maybe(this::amount));
    }

    private Event answer(Envelope e) {
        Dimension dimension = maybe(() -> any(Dimension.values()));
        Pillar pillar = maybe(() -> any(Pillar.values()));
        return switch (random.nextInt(3)) {
            case 0 ->
                new Event.SurveyAnswered(e, "NPS", random.nextInt(11), 0, 10, maybe(this::words), dimension, pillar);
            case 1 -> new Event.SurveyAnswered(e, "csat", 1 + random.nextInt(5), 1, 5, null, dimension, pillar);
            default -> new Event.SurveyAnswered(e, "Anything?", random.nextInt(8) / 7.0, 1, 0, null, dimension, pillar);
        };
    }

    private Money money() {
        return new Money(
                maybe(this::amount), maybe(() -> "EUR"), maybe(() -> any("direct debit", "card")), maybe(() -> -1.5));
    }

    private double amount() {
        return random.nextInt(20) == 0 ? -random.nextDouble() * 100 : 40 + random.nextDouble() * 80;
    }

    private double sentiment() {
        return random.nextInt(21) / 10.0 - 1;
    }

    private Instant soon() {
        return now.plus(random.nextInt(30) - 3, ChronoUnit.DAYS).plus(7, ChronoUnit.MICROS);
    }

    private Instant later() {
        return now.plus(random.nextInt(500) - 30, ChronoUnit.DAYS);
    }

    private String words() {
        return any("a", "two words", "éé", "😀 <script>", "\"quoted\"", "line\nbreak");
    }

    private <T> @Nullable T maybe(Supplier<T> some) {
        return random.nextBoolean() ? some.get() : null;
    }

    @SafeVarargs
    private <T> T any(T... of) {
        return of[random.nextInt(of.length)];
    }
}
