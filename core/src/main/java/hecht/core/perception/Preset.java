package hecht.core.perception;

import static hecht.core.event.Dimension.BEHAVIOUR;
import static hecht.core.event.Dimension.EMOTION;
import static hecht.core.event.Dimension.EXPERIENCE;
import static hecht.core.event.Dimension.INTENTION;
import static hecht.core.event.EventType.*;
import static hecht.core.perception.Clause.above;
import static hecht.core.perception.Clause.atLeast;
import static hecht.core.perception.Clause.is;

import hecht.core.event.Cause;
import hecht.core.event.Choice;
import hecht.core.event.Dimension;
import hecht.core.event.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What customers of a kind of organisation notice. Presets differ only where the kind of organisation asks for it; an
/// organisation's own rules go over them.
///
/// The numbers are from practice, chosen to be plain, and are *not fitted*: a fit learns from an organisation's own
/// history how much each kind of event weighs.
public enum Preset implements Choice {
    ENERGY(energy()),
    SHOP(shop()),
    MUNICIPALITY(municipality());

    private final RuleSet rules;

    Preset(List<Rule> rules) {
        this.rules = new RuleSet(rules);
    }

    public RuleSet rules() {
        return rules;
    }

    private static List<Rule> energy() {
        List<Rule> all = new ArrayList<>();
        contacts(all);
        goals(all);
        bills(all);
        outreach(all);
        return all;
    }

    /// A shop: sending something back belongs to shopping, and delivery is what the customer came for.
    private static List<Rule> shop() {
        return changed(
                energy(),
                new Change("returned", .3, .95),
                new Change("on-time", .5, 1),
                new Change("cancelled-by-supplier", 1, .5));
    }

    /// A municipality: a bill is a tax and noticed whatever its height; a refusal that was well given is a lesser blow; a
    /// permit is noticed although nothing was promised.
    private static List<Rule> municipality() {
        return changed(
                energy(),
                new Change("bill", .3, 1),
                new Change("closed-not-fulfilled", .8, .6),
                new Change("closed-fulfilled", .6, 1),
                new Change("price-letter", .4, .7));
    }

    private record Change(String rule, double weight, double quality) {}

    private static List<Rule> changed(List<Rule> rules, Change... changes) {
        List<Rule> all = new ArrayList<>(rules);
        for (Change change : changes) {
            if (all.stream().noneMatch(rule -> rule.name().equals(change.rule)))
                throw new IllegalStateException("there is no rule " + change.rule);
            all.replaceAll(
                    rule -> rule.name().equals(change.rule) ? rule.weighing(change.weight, change.quality) : rule);
        }
        return all;
    }

    private static void contacts(List<Rule> all) {
        Clause in = is(Fact.DIRECTION, "in");
        Clause complaint = is(Fact.KIND, "complaint");
        Clause resolved = is(Fact.OUTCOME, "resolved");
        Clause unresolved = is(Fact.OUTCOME, "unresolved");
        all.add(new Draft("complaint-unresolved", CONTACT, Group.KIND_AND_OUTCOME, 1, .35)
                .when(in, complaint, unresolved)
                .of(EMOTION)
                .says("complained, and nothing came of it", "klaagde, en er kwam niets van"));
        all.add(new Draft("complaint-resolved", CONTACT, Group.KIND_AND_OUTCOME, 1, .7)
                .when(in, complaint, resolved)
                .of(EMOTION)
                .says("complained, and it was put right", "klaagde, en het werd opgelost"));
        all.add(new Draft("complaint", CONTACT, Group.KIND_AND_OUTCOME, 1, .45)
                .when(in, complaint)
                .of(EMOTION)
                .says("complained", "klaagde"));
        all.add(new Draft("compliment", CONTACT, Group.KIND_AND_OUTCOME, 1, 1)
                .when(in, is(Fact.KIND, "compliment"))
                .of(EMOTION)
                .good()
                .says("paid a compliment", "gaf een compliment"));
        all.add(new Draft("unresolved", CONTACT, Group.KIND_AND_OUTCOME, 1, .55)
                .when(in, unresolved)
                .says("got in touch, and it was not resolved", "nam contact op, en het werd niet opgelost"));
        all.add(new Draft("resolved", CONTACT, Group.KIND_AND_OUTCOME, 1, 1)
                .when(in, resolved)
                .good()
                .says("got in touch, and it was resolved", "nam contact op, en het werd opgelost"));
        all.add(new Draft("contact-other", CONTACT, Group.KIND_AND_OUTCOME, 1, .85)
                .when(in)
                .says("got in touch", "nam contact op"));
        all.add(new Draft("contact-out", CONTACT, Group.KIND_AND_OUTCOME, .5, 1)
                .when(is(Fact.DIRECTION, "out"))
                .says("we got in touch", "wij namen contact op"));
        all.add(new Draft("waited-long", CONTACT, Group.WAITING, 0, .75)
                .when(in, above(Fact.WAIT_SECONDS, 600))
                .because(Cause.OWN_PROCESS)
                .says("waited more than ten minutes", "wachtte meer dan tien minuten"));
        all.add(new Draft("waited", CONTACT, Group.WAITING, 0, .85)
                .when(in, atLeast(Fact.WAIT_SECONDS, 120))
                .because(Cause.OWN_PROCESS)
                .says("waited two to ten minutes", "wachtte twee tot tien minuten"));
        all.add(new Draft("transferred", CONTACT, Group.TRANSFERS, 0, .85)
                .when(in, atLeast(Fact.TRANSFERS, 1))
                .toThePowerOf(Fact.TRANSFERS)
                .because(Cause.OWN_PROCESS)
                .says("was put through", "werd doorverbonden"));
        repetition(
                all,
                "again-and-again",
                4,
                .4,
                "came back a fourth time or more",
                "kwam voor de vierde keer of vaker terug");
        repetition(all, "third-contact", 3, .5, "came back a third time", "kwam voor de derde keer terug");
        repetition(all, "second-contact", 2, .7, "had to come back", "moest terugkomen");
    }

    private static void repetition(
            List<Rule> all, String name, int ordinal, double quality, String english, String dutch) {
        all.add(new Draft(name, CONTACT, Group.REPETITION, 0, quality)
                .alsoOn(CASE_REOPENED)
                .when(atLeast(Fact.ORDINAL, ordinal))
                .says(english, dutch));
    }

    private static void goals(List<Rule> all) {
        all.add(new Draft("reopened", CASE_REOPENED, Group.KIND_AND_OUTCOME, 1, 1)
                .says("it was opened again", "het werd heropend"));
        all.add(new Draft("late-more", DELIVERED, Group.LATENESS, 1, .3)
                .when(above(Fact.DAYS_LATE, 2))
                .says("delivered more than two days late", "meer dan twee dagen te laat geleverd"));
        all.add(new Draft("late-little", DELIVERED, Group.LATENESS, .8, .7)
                .when(above(Fact.DAYS_LATE, 0))
                .says("delivered up to two days late", "tot twee dagen te laat geleverd"));
        all.add(new Draft("on-time", DELIVERED, Group.LATENESS, .3, 1)
                .good()
                .says("delivered on time", "op tijd geleverd"));
        all.add(new Draft(RuleSet.PROMISE_BROKEN, null, Group.LATENESS, 1, .4)
                .says("a promise was broken", "een belofte werd gebroken"));
        all.add(new Draft(RuleSet.NEVER_FULFILLED, null, Group.OTHER, 1, .5)
                .says("it was never fulfilled", "het kwam er nooit van"));
        Clause fulfilled = is(Fact.OUTCOME, "fulfilled");
        all.add(new Draft("closed-as-promised", CASE_CLOSED, Group.OTHER, .8, 1)
                .when(fulfilled, is(Fact.PROMISE, "kept"))
                .good()
                .says("done as promised", "gedaan zoals beloofd"));
        all.add(new Draft("closed-fulfilled", CASE_CLOSED, Group.OTHER, .3, 1)
                .when(fulfilled, is(Fact.PROMISE, "none"))
                .good()
                .says("done", "gedaan"));
        all.add(new Draft("closed-not-fulfilled", CASE_CLOSED, Group.OTHER, .8, .5)
                .when(is(Fact.OUTCOME, "rejected", "unfulfilled"))
                .says("refused, or not done", "geweigerd, of niet gedaan"));
        all.add(new Draft("cancelled-by-supplier", ORDER_CANCELLED, Group.OTHER, .8, .5)
                .when(is(Fact.BY, "supplier"))
                .says("an order was called off by us", "een bestelling werd door ons afgezegd"));
        all.add(new Draft("returned", RETURNED, Group.OTHER, .3, .85)
                .says("something was sent back", "iets werd teruggestuurd"));
        disruptions(all);
    }

    /// How long it did not work decides; a planned disruption counts as one step shorter.
    private static void disruptions(List<Rule> all) {
        Clause planned = is(Fact.PLANNED, "true");
        disruption(
                all,
                "disrupted-planned-long",
                .8,
                .65,
                "a long disruption, announced",
                "een lange storing, aangekondigd",
                planned,
                atLeast(Fact.HOURS, 8));
        disruption(
                all,
                "disrupted-planned",
                .5,
                .85,
                "a disruption, announced",
                "een storing, aangekondigd",
                planned,
                atLeast(Fact.HOURS, 1));
        disruption(
                all,
                "disrupted-planned-briefly",
                .1,
                1,
                "a short disruption, announced",
                "een korte storing, aangekondigd",
                planned);
        disruption(
                all,
                "disrupted-long",
                1,
                .3,
                "it did not work for eight hours or more",
                "het deed het acht uur of langer niet",
                atLeast(Fact.HOURS, 8));
        disruption(
                all,
                "disrupted",
                .8,
                .65,
                "it did not work for hours",
                "het deed het uren niet",
                atLeast(Fact.HOURS, 1));
        disruption(all, "disrupted-briefly", .5, .85, "it did not work for a while", "het deed het even niet");
    }

    private static void disruption(
            List<Rule> all, String name, double weight, double quality, String english, String dutch, Clause... when) {
        all.add(new Draft(name, DISRUPTED, Group.OTHER, weight, quality)
                .when(when)
                .because(Cause.PRODUCT)
                .says(english, dutch));
    }

    private static void bills(List<Rule> all) {
        all.add(new Draft("direct-debit", PAID, Group.OTHER, .02, 1)
                .when(is(Fact.METHOD, "direct debit", "direct_debit", "incasso", "automatische incasso"))
                .of(BEHAVIOUR)
                .says("paid by direct debit", "betaald per automatische incasso"));
        all.add(new Draft("bill-higher", INVOICED, Group.AMOUNT, .6, .6)
                .when(above(Fact.TIMES_USUAL, 1.25))
                .says(
                        "a bill more than a quarter higher than usual",
                        "een rekening meer dan een kwart hoger dan anders"));
        all.add(new Draft("bill", INVOICED, Group.AMOUNT, .1, 1).says("a bill as usual", "een rekening zoals anders"));
        all.add(new Draft("reminder-of-paid", REMINDED, Group.OTHER, 1, .3)
                .when(is(Fact.PAID_BEFORE, "true"))
                .of(EMOTION)
                .because(Cause.OWN_PROCESS)
                .says("reminded of a bill that was paid", "aangemaand voor een rekening die betaald was"));
    }

    private static void outreach(List<Rule> all) {
        all.add(new Draft("price-letter", MESSAGE_SENT, Group.OTHER, .6, .6)
                .when(is(Fact.KIND, "price"))
                .of(INTENTION)
                .says("a letter about the price", "een brief over de prijs"));
        all.add(new Draft("newsletter", MESSAGE_SENT, Group.OTHER, .03, 1)
                .when(is(Fact.KIND, "newsletter"))
                .of(EMOTION)
                .says("a newsletter", "een nieuwsbrief"));
        all.add(new Draft("message-opened", MESSAGE_OPENED, Group.OTHER, .15, 1)
                .of(EMOTION)
                .says("opened a message", "opende een bericht"));
        gesture(
                all,
                "gesture",
                .8,
                "a gesture from person to person",
                "een gebaar van mens tot mens",
                "appreciation",
                "emotion");
        gesture(
                all,
                "gesture-information",
                .5,
                "a gesture: something worth knowing",
                "een gebaar: iets dat goed is om te weten",
                "information");
        gesture(all, "gesture-material", .4, "a gesture in money or kind", "een gebaar in geld of natura", "material");
        all.add(new Draft("approached", APPROACHED, Group.OTHER, .7, 1)
                .when(is(Fact.ARM, "treated"))
                .of(EMOTION)
                .says("we approached the customer first", "wij benaderden de klant als eerste"));
    }

    private static void gesture(
            List<Rule> all, String name, double weight, String english, String dutch, String... forms) {
        all.add(new Draft(name, REWARDED, Group.OTHER, weight, 1)
                .when(is(Fact.FORM, forms))
                .of(EMOTION)
                .gesture()
                .says(english, dutch));
    }

    /// A rule on its way to being one, so that each can be read in the words of the contract's table.
    private static final class Draft {
        private final String name;
        private final Group group;
        private final double weight;
        private final double quality;
        private final Set<EventType> on = new java.util.HashSet<>();
        private List<Clause> when = List.of();
        private Dimension dimension = EXPERIENCE;
        private @Nullable Fact per;
        private @Nullable Cause cause;
        private boolean good;
        private boolean gesture;

        Draft(String name, @Nullable EventType on, Group group, double weight, double quality) {
            this.name = name;
            this.group = group;
            this.weight = weight;
            this.quality = quality;
            if (on != null) this.on.add(on);
        }

        Draft alsoOn(EventType type) {
            on.add(type);
            return this;
        }

        Draft when(Clause... conditions) {
            when = List.of(conditions);
            return this;
        }

        Draft of(Dimension of) {
            dimension = of;
            return this;
        }

        Draft toThePowerOf(Fact fact) {
            per = fact;
            return this;
        }

        Draft because(Cause why) {
            cause = why;
            return this;
        }

        Draft good() {
            good = true;
            return this;
        }

        Draft gesture() {
            gesture = true;
            return this;
        }

        Rule says(String english, String dutch) {
            return new Rule(
                    name,
                    on,
                    group,
                    when,
                    weight,
                    quality,
                    per,
                    good,
                    gesture,
                    dimension,
                    cause,
                    new Rule.Reason(english, dutch));
        }
    }
}
