package hecht.files;

import static hecht.files.Vocabulary.*;

import hecht.core.event.EventType;
import hecht.core.event.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a table of rows seems to tell: bills and payments, orders and deliveries, reviews, complaints, contacts. The first
/// story that fits is taken; each says of every event where it comes from.
final class Stories {
    private static final int ENOUGH = 50; // rows, for the same customer to come again

    private final Roles roles;
    private final Optional<SampleColumn> rowKey;
    private final List<Draft> events = new ArrayList<>();

    private Stories(Roles roles) {
        this.roles = roles;
        this.rowKey = roles.rowKey();
    }

    static List<Draft> of(Roles roles) {
        Stories stories = new Stories(roles);
        stories.tell();
        return stories.events;
    }

    private void tell() {
        String file = Tables.nameOf(roles.sample().source());
        SampleColumn name = new SampleColumn(file);
        Sample sample = roles.sample();
        Optional<SampleColumn> score = roles.number(SCORE).filter(Stories::isScale);
        if (score.isPresent()) answers(score.get());
        else if (sample.says(COMPLAINT) || name.says(COMPLAINT)) complaints();
        else if (roles.key(INVOICE).isPresent() && roles.moment(DUE, List.of()).isPresent()) bills();
        else if (roles.moment(ORDER, List.of(DUE, DELIVERED, APPROVED)).isPresent()
                && !sample.says(List.of("sentiment"))) orders();
        else if (name.says(ORDER) && roles.anyMoment().isPresent()) orders();
        else contacts();
    }

    private static boolean isScale(SampleColumn column) {
        return column.distinct() <= 101
                && column.least() >= 0
                && column.most() <= 100
                && column.most() > column.least();
    }

    /// What every event of a row has. With several events a row, each has its own ending on the row's key.
    private Draft event(EventType type, String says, SampleColumn time, String ending) {
        Draft draft = new Draft(type, says);
        String key = rowKey.map(column -> "{" + roles.took(column, "id").name() + "}")
                .orElse("{hash}");
        draft.template(Field.ID, key + ending);
        draft.cell(Field.TIME, roles.took(time, "time"));
        draft.whenFilled(time);
        customer(draft, roles);
        events.add(draft);
        return draft;
    }

    static void customer(Draft draft, Roles roles) {
        SampleColumn customer = roles.customer();
        if (customer != null) {
            draft.cell(Field.CUSTOMER, customer);
            if (customer.isUnique() && customer.rows() > ENOUGH)
                draft.remark(
                        Field.CUSTOMER, "every row has another one: does it stand for the customer, or for the row?");
            return;
        }
        draft.template(Field.CUSTOMER, standIn(roles));
        draft.note("? no column seems to name the customer: each of these stands for one until you say which");
    }

    private static String standIn(Roles roles) {
        Optional<SampleColumn> key = roles.key(CASE);
        if (key.isEmpty()) key = roles.key(ORDER);
        if (key.isEmpty()) key = roles.rowKey();
        return key.map(column -> "{" + roles.took(column, "customer?").name() + "}")
                .orElse("{hash}");
    }

    private void bills() {
        Optional<SampleColumn> number = roles.key(INVOICE);
        Optional<SampleColumn> amount = roles.number(AMOUNT);
        Optional<SampleColumn> sent = roles.moment(INVOICE, List.of(DUE, PAID));
        Optional<SampleColumn> paid = roles.moment(PAID, List.of(APPROVED, DUE));
        SampleColumn first = sent.or(roles::anyMoment).orElseThrow();
        took(
                event(EventType.INVOICED, "A bill was sent: " + first.name() + ".", first, "-invoiced"),
                Field.CASE,
                number);
        took(events.getLast(), Field.AMOUNT, amount);
        paid.ifPresent(column -> {
            Draft draft = event(EventType.PAID, "It was paid: " + column.name() + ".", column, "-paid");
            took(draft, Field.CASE, number);
            took(draft, Field.AMOUNT, amount);
            took(draft, Field.DAYS_LATE, roles.number(DAYS_LATE));
        });
        Optional<SampleColumn> disputed = roles.list(DISPUTED);
        disputed.flatMap(Stories::yes).ifPresent(yes -> {
            SampleColumn column = roles.took(disputed.get(), "a complaint");
            Draft draft = event(
                    EventType.CONTACT,
                    "The customer objected: " + column.name() + " is " + yes + ".",
                    first,
                    "-objection");
            draft.constant(Field.DIRECTION, "in").constant(Field.KIND, "complaint");
            took(draft, Field.CASE, number);
            draft.note("? the file does not say when; the day of the bill is taken");
            draft.when(column, "is", Draft.quoted(yes));
        });
    }

    private static Optional<String> yes(SampleColumn column) {
        return column.counts().keySet().stream()
                .filter(value -> YES.contains(value.toLowerCase(java.util.Locale.ROOT)))
                .findFirst();
    }

    private void orders() {
        Optional<SampleColumn> number = roles.key(ORDER).or(() -> roles.key(INVOICE));
        Optional<SampleColumn> promised = roles.moment(DUE, List.of(PAID));
        SampleColumn bought = roles.moment(ORDER, List.of(DUE, DELIVERED, APPROVED, PAID))
                .or(roles::anyMoment)
                .orElseThrow();
        Draft ordered = event(EventType.ORDERED, "Something was ordered: " + bought.name() + ".", bought, "-ordered");
        took(ordered, Field.CASE, number);
        took(ordered, Field.AMOUNT, roles.number(AMOUNT).or(() -> roles.number(PRICE)));
        promised.ifPresent(column -> ordered.cell(Field.PROMISED_BY, roles.took(column, "promised_by")));
        roles.moment(DELIVERED, List.of(DUE, ON_THE_WAY)).ifPresent(column -> {
            Draft draft =
                    event(EventType.DELIVERED, "It reached the customer: " + column.name() + ".", column, "-delivered");
            took(draft, Field.CASE, number);
        });
        Optional<SampleColumn> status = roles.list(OUTCOME);
        status.flatMap(Stories::cancelled).ifPresent(word -> {
            SampleColumn column = roles.took(status.get(), "cancelled");
            Draft draft = event(
                    EventType.ORDER_CANCELLED,
                    "It was called off: " + column.name() + " is " + word + ".",
                    bought,
                    "-cancelled");
            draft.note("? the file does not say when, nor by whom; the moment of the order and the supplier are taken");
            draft.constant(Field.BY, "supplier");
            took(draft, Field.CASE, number);
            draft.when(column, "is", Draft.quoted(word));
        });
    }

    private static Optional<String> cancelled(SampleColumn column) {
        return column.counts().keySet().stream()
                .filter(value -> value.toLowerCase(java.util.Locale.ROOT).matches("cancell?ed|geannuleerd"))
                .findFirst();
    }

    private void answers(SampleColumn score) {
        SampleColumn when =
                roles.moment(ANSWERED, List.of(DUE)).or(roles::anyMoment).orElse(null);
        if (when == null) {
            contacts();
            return;
        }
        boolean stars = score.least() >= 1 && score.most() <= 5;
        roles.took(score, stars ? "stars" : "score");
        Draft draft = event(
                stars ? EventType.REVIEWED : EventType.SURVEY_ANSWERED,
                "The customer gave " + score.name() + ", from " + text(score.least()) + " to " + text(score.most())
                        + ".",
                when,
                "-answer");
        if (stars) draft.cell(Field.STARS, score);
        else {
            draft.unsure(
                    Field.QUESTION,
                    score.most() == 10 && score.least() <= 1 ? "nps" : "csat",
                    "which question was it?");
            draft.cell(Field.SCORE, score);
            draft.unsure(Field.SCALE_MIN, text(score.least() <= 1 ? score.least() : 1), "the lowest answer possible");
            draft.unsure(Field.SCALE_MAX, text(score.most()), "the highest answer possible");
        }
        took(draft, Field.CASE, roles.key(ORDER).or(() -> roles.key(CASE)));
        roles.prose().ifPresent(column -> draft.cell(Field.TEXT, roles.took(column, "text")));
    }

    private static String text(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private void complaints() {
        SampleColumn when = roles.anyMoment().orElse(null);
        if (when == null) return;
        Draft draft = event(EventType.CONTACT, "The customer complained: " + when.name() + ".", when, "");
        draft.constant(Field.DIRECTION, "in").constant(Field.KIND, "complaint");
        about(draft, true);
    }

    private void contacts() {
        SampleColumn when = roles.anyMoment().orElse(null);
        if (when == null) return;
        boolean known = roles.sample().says(CONTACT);
        Draft draft = event(
                EventType.CONTACT,
                (known ? "There was contact: " : "Something happened: ") + when.name() + ".",
                when,
                "");
        if (!known)
            draft.note("? what a row is, hecht cannot tell: put the type that fits, see the reference of events");
        Optional<SampleColumn> direction = roles.sample()
                .first(column -> column.says(DIRECTION)
                        && column.distinct() <= 2
                        && column.counts().keySet().stream().allMatch(word -> Vocabulary.direction(word) != null));
        if (direction.isPresent()) took(draft, Field.DIRECTION, direction);
        else draft.unsure(Field.DIRECTION, "in", "in: the customer to us; out: we to the customer");
        roles.list(List.of("sentiment"))
                .ifPresent(column -> draft.cell(Field.SENTIMENT, roles.took(column, "sentiment")));
        took(draft, Field.WAIT_SECONDS, roles.number(WAIT).filter(column -> column.least() >= 0));
        about(draft, false);
    }

    /// What surrounds a contact.
    private void about(Draft draft, boolean complaint) {
        Optional<SampleColumn> theirs = roles.key(CASE).filter(column -> !column.equals(rowKey.orElse(null)));
        took(draft, Field.CASE, theirs);
        took(draft, Field.GOAL, roles.list(GOAL));
        if (!complaint) took(draft, Field.OUTCOME, roles.list(OUTCOME).filter(Stories::hasOutcomes));
        took(draft, Field.CHANNEL, roles.channel());
        took(draft, Field.REGION, roles.list(REGION));
        took(draft, Field.SEGMENT, roles.list(SEGMENT));
        roles.prose().ifPresent(column -> draft.cell(Field.TEXT, roles.took(column, "text")));
    }

    private static boolean hasOutcomes(SampleColumn column) {
        return column.counts().keySet().stream().anyMatch(word -> Vocabulary.outcome(word) != null);
    }

    private void took(Draft draft, Field field, Optional<? extends @Nullable SampleColumn> column) {
        column.ifPresent(found -> draft.cell(field, roles.took(found, field.label())));
    }
}
