package hecht.core.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened between one customer and the organisation. Facts only, in the past tense: what the customer
/// noticed of it is perception's to say, what it means is the relation's.
///
/// Every component stands in [EventType] under the same name; required ones are not `@Nullable`.
public sealed interface Event {
    Envelope envelope();

    EventType type();

    default Instant time() {
        return envelope().time();
    }

    default String customer() {
        return envelope().customer();
    }

    /// The same event under another key of the customer, as a merge asks.
    ///
    /// @throws Invalid when it is a merge from that very key: such a merge is kept aside, see [Identities]
    default Event of(String otherCustomer) {
        return Rekeying.of(this, otherCustomer);
    }

    /// What is known of the customer. No evidence, and begins no relationship.
    record Described(Envelope envelope) implements Event {
        @Override
        public EventType type() {
            return EventType.DESCRIBED;
        }
    }

    /// Became a customer, or came back. A contract only with a lock or a notice window.
    record Started(
            Envelope envelope,
            @Nullable Instant lockedUntil,
            @Nullable Instant noticeFrom,
            @Nullable Instant noticeTo) implements Event {
        public Started {
            Check.order(Field.NOTICE_TO, noticeFrom, noticeTo);
        }

        @Override
        public EventType type() {
            return EventType.STARTED;
        }
    }

    /// The door changes for one product.
    ///
    /// @param barrier what hinders leaving beside the contract, 0 nothing to 1 everything
    record Contract(
            Envelope envelope,
            @Nullable Instant lockedUntil,
            @Nullable Instant noticeFrom,
            @Nullable Instant noticeTo,
            @Nullable Double barrier)
            implements Event {
        public Contract {
            Check.present(Field.PRODUCT, envelope.subject().product());
            Check.order(Field.NOTICE_TO, noticeFrom, noticeTo);
            Check.within(Field.BARRIER, barrier, 0, 1);
        }

        @Override
        public EventType type() {
            return EventType.CONTRACT;
        }
    }

    /// The portfolio grows.
    record ProductAdded(Envelope envelope, @Nullable Double amount) implements Event {
        public ProductAdded {
            Check.present(Field.PRODUCT, envelope.subject().product());
            Check.finite(Field.AMOUNT, amount);
        }

        @Override
        public EventType type() {
            return EventType.PRODUCT_ADDED;
        }
    }

    /// The portfolio shrinks.
    record ProductDropped(Envelope envelope, @Nullable Double amount) implements Event {
        public ProductDropped {
            Check.present(Field.PRODUCT, envelope.subject().product());
            Check.finite(Field.AMOUNT, amount);
        }

        @Override
        public EventType type() {
            return EventType.PRODUCT_DROPPED;
        }
    }

    /// Notice was given at `time`.
    ///
    /// @param voluntary by the customer's choice; moved away, died or dismissed is not  @param effective the last day
    record Left(
            Envelope envelope,
            boolean voluntary,
            @Nullable String reason,
            @Nullable String destination,
            @Nullable Instant effective)
            implements Event {
        @Override
        public EventType type() {
            return EventType.LEFT;
        }
    }

    /// Somebody spoke or wrote to somebody.
    ///
    /// @param sentiment −1 to 1  @param effort what it took the customer, 1 to 7 (hardest)  @param cost in the organisation's currency
    record Contact(
            Envelope envelope,
            Direction direction,
            @Nullable ContactKind kind,
            @Nullable Outcome outcome,
            @Nullable Double waitSeconds,
            @Nullable Double handlingSeconds,
            @Nullable Integer transfers,
            @Nullable Double sentiment,
            @Nullable Double effort,
            @Nullable Double cost)
            implements Event {
        public Contact {
            Check.notNegative(Field.WAIT_SECONDS, waitSeconds);
            Check.notNegative(Field.HANDLING_SECONDS, handlingSeconds);
            Check.notNegative(Field.TRANSFERS, transfers);
            Check.within(Field.SENTIMENT, sentiment, -1, 1);
            Check.within(Field.EFFORT, effort, 1, 7);
            Check.finite(Field.COST, cost);
        }

        public static Contact of(Envelope envelope, Direction direction, ContactKind kind, @Nullable Outcome outcome) {
            return new Contact(envelope, direction, kind, outcome, null, null, null, null, null, null);
        }

        @Override
        public EventType type() {
            return EventType.CONTACT;
        }
    }

    /// The goal starts.
    record CaseOpened(Envelope envelope, @Nullable Instant promisedBy) implements Event {
        public CaseOpened {
            Check.present(Field.CASE, envelope.subject().caseId());
        }

        @Override
        public EventType type() {
            return EventType.CASE_OPENED;
        }
    }

    /// A step inside the organisation, mostly unseen.
    record CaseStep(
            Envelope envelope,
            @Nullable Boolean rightByProcess,
            @Nullable Double cost) implements Event {
        public CaseStep {
            Check.present(Field.CASE, envelope.subject().caseId());
            Check.present(Field.STEP, envelope.handling().step());
            Check.finite(Field.COST, cost);
        }

        @Override
        public EventType type() {
            return EventType.CASE_STEP;
        }
    }

    record CaseClosed(Envelope envelope, CaseOutcome outcome) implements Event {
        public CaseClosed {
            Check.present(Field.CASE, envelope.subject().caseId());
        }

        @Override
        public EventType type() {
            return EventType.CASE_CLOSED;
        }
    }

    record CaseReopened(Envelope envelope) implements Event {
        public CaseReopened {
            Check.present(Field.CASE, envelope.subject().caseId());
        }

        @Override
        public EventType type() {
            return EventType.CASE_REOPENED;
        }
    }

    /// Bought something; in rhythm this is the customer's own pulse.
    record Ordered(
            Envelope envelope,
            @Nullable Double amount,
            @Nullable String currency,
            @Nullable Instant promisedBy,
            @Nullable Integer items)
            implements Event {
        public Ordered {
            Check.finite(Field.AMOUNT, amount);
            Check.notNegative(Field.ITEMS, items);
        }

        @Override
        public EventType type() {
            return EventType.ORDERED;
        }
    }

    /// @param onTime as the organisation says; else it follows from the order's promise
    record Delivered(Envelope envelope, @Nullable Boolean onTime) implements Event {
        @Override
        public EventType type() {
            return EventType.DELIVERED;
        }
    }

    record Returned(
            Envelope envelope, @Nullable Party by, @Nullable Double amount) implements Event {
        public Returned {
            Check.finite(Field.AMOUNT, amount);
        }

        @Override
        public EventType type() {
            return EventType.RETURNED;
        }
    }

    record OrderCancelled(
            Envelope envelope, @Nullable Party by, @Nullable Double amount) implements Event {
        public OrderCancelled {
            Check.finite(Field.AMOUNT, amount);
        }

        @Override
        public EventType type() {
            return EventType.ORDER_CANCELLED;
        }
    }

    record Invoiced(Envelope envelope, Money money) implements Event {
        @Override
        public EventType type() {
            return EventType.INVOICED;
        }
    }

    record Paid(Envelope envelope, Money money) implements Event {
        @Override
        public EventType type() {
            return EventType.PAID;
        }
    }

    record Reminded(Envelope envelope, Money money) implements Event {
        @Override
        public EventType type() {
            return EventType.REMINDED;
        }
    }

    record Refunded(Envelope envelope, Money money) implements Event {
        @Override
        public EventType type() {
            return EventType.REFUNDED;
        }
    }

    /// The four fields of a bill and of what follows on it.
    ///
    /// @param method how it was paid, such as `direct debit`
    record Money(
            @Nullable Double amount,
            @Nullable String currency,
            @Nullable String method,
            @Nullable Double daysLate) {
        public static final Money UNKNOWN = new Money(null, null, null, null);

        public Money {
            Check.finite(Field.AMOUNT, amount);
            Check.finite(Field.DAYS_LATE, daysLate);
        }

        public static Money of(double amount) {
            return new Money(amount, null, null, null);
        }
    }

    record MessageSent(Envelope envelope, @Nullable MessageKind kind) implements Event {
        @Override
        public EventType type() {
            return EventType.MESSAGE_SENT;
        }
    }

    record MessageOpened(Envelope envelope) implements Event {
        @Override
        public EventType type() {
            return EventType.MESSAGE_OPENED;
        }
    }

    record MessageClicked(Envelope envelope) implements Event {
        @Override
        public EventType type() {
            return EventType.MESSAGE_CLICKED;
        }
    }

    record Unsubscribed(Envelope envelope) implements Event {
        @Override
        public EventType type() {
            return EventType.UNSUBSCRIBED;
        }
    }

    /// The product at work.
    record Used(
            Envelope envelope,
            @Nullable Integer count,
            @Nullable Double seconds) implements Event {
        public Used {
            Check.notNegative(Field.COUNT, count);
            Check.notNegative(Field.SECONDS, seconds);
        }

        @Override
        public EventType type() {
            return EventType.USED;
        }
    }

    /// It did not work, from `time` to `until`.
    record Disrupted(
            Envelope envelope,
            @Nullable Instant until,
            @Nullable Boolean planned) implements Event {
        public Disrupted {
            Check.order(Field.UNTIL, envelope.time(), until);
        }

        @Override
        public EventType type() {
            return EventType.DISRUPTED;
        }
    }

    /// The customer was asked.
    record SurveySent(Envelope envelope, @Nullable String survey) implements Event {
        @Override
        public EventType type() {
            return EventType.SURVEY_SENT;
        }
    }

    /// An answer on any scale; `scaleMin > scaleMax` says that low is good.
    record SurveyAnswered(
            Envelope envelope,
            String question,
            double score,
            double scaleMin,
            double scaleMax,
            @Nullable String survey,
            @Nullable Dimension dimension,
            @Nullable Pillar pillar)
            implements Event {
        public SurveyAnswered {
            Check.finite(Field.SCALE_MIN, scaleMin);
            Check.finite(Field.SCALE_MAX, scaleMax);
            if (scaleMin == scaleMax) throw new Invalid(Field.SCALE_MAX, "another end than scale_min", "" + scaleMax);
            Check.within(Field.SCORE, score, Math.min(scaleMin, scaleMax), Math.max(scaleMin, scaleMax));
        }

        /// Where the score lies on its scale, from 0 (worst) to 1 (best).
        public double height() {
            return (score - scaleMin) / (scaleMax - scaleMin);
        }

        @Override
        public EventType type() {
            return EventType.SURVEY_ANSWERED;
        }
    }

    /// Said in public, in one to five stars.
    record Reviewed(Envelope envelope, double stars) implements Event {
        public Reviewed {
            Check.within(Field.STARS, stars, 1, 5);
        }

        @Override
        public EventType type() {
            return EventType.REVIEWED;
        }
    }

    /// What came up in a conversation with somebody of the organisation; the customer's own words are the text.
    ///
    /// @param sentiment −1 to 1  @param promise what was promised
    record Said(
            Envelope envelope,
            @Nullable String theme,
            @Nullable Double sentiment,
            @Nullable String promise) implements Event {
        public Said {
            Check.within(Field.SENTIMENT, sentiment, -1, 1);
        }

        @Override
        public EventType type() {
            return EventType.SAID;
        }
    }

    /// A gesture.
    record Rewarded(Envelope envelope, Form form, @Nullable Double amount) implements Event {
        public Rewarded {
            Check.finite(Field.AMOUNT, amount);
        }

        @Override
        public EventType type() {
            return EventType.REWARDED;
        }
    }

    /// Contact on the organisation's own initiative; held out means that nothing happened.
    record Approached(
            Envelope envelope,
            @Nullable String moment,
            @Nullable String experiment,
            @Nullable Arm arm) implements Event {
        @Override
        public EventType type() {
            return EventType.APPROACHED;
        }
    }

    record LifeEvent(Envelope envelope, LifeEventKind kind) implements Event {
        @Override
        public EventType type() {
            return EventType.LIFE_EVENT;
        }
    }

    /// Two keys, one customer: the rows of `from` get this event's key.
    record Merged(Envelope envelope, String from) implements Event {
        public Merged {
            Envelope.key(Field.FROM, from);
            if (from.equals(envelope.customer())) throw new Invalid(Field.FROM, "another key than customer", from);
        }

        @Override
        public EventType type() {
            return EventType.MERGED;
        }
    }

    /// The customer's right: all up to this moment is removed.
    record Erased(Envelope envelope) implements Event {
        @Override
        public EventType type() {
            return EventType.ERASED;
        }
    }
}
