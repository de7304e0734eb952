package hecht.app.web.pulse;

import hecht.app.web.chart.Glyphs;
import hecht.app.web.chart.Locks;
import hecht.app.words.Figures;
import hecht.app.words.Messages;
import hecht.core.relation.Condition;
import hecht.store.relation.Discretion;
import hecht.store.relation.View;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is worth saying of how things stand, whatever changed: the silent, the held, the failed and the recovered, and a group
/// that stands apart.
final class States {
    private static final int FEWEST = Discretion.FEWEST;
    /// What a second failure costs on its day, about: from warm to loose and cool in the default model.
    private static final double DOUBLE_FAILURE = 14;
    /// Locks that end so soon are worth a conversation now.
    private static final int SOON = 3;
    /// One group of many lies apart by chance easily: nine in ten for one becomes about a thousand to one for each.
    private static final double OF_MANY = 2;
    /// A group that lies nearer than this to all others is not apart.
    private static final double APART = 2;

    private final Messages words;
    private final Figures figures;
    private final Spoken say;
    private final Told told;
    private final @Nullable Lists lists;

    States(Spoken say, Told told, @Nullable Lists lists) {
        this.words = say.words();
        this.figures = say.figures();
        this.say = say;
        this.told = told;
        this.lists = lists;
    }

    /// Those that concern thirty customers or more, in no order.
    List<Sentence> all() {
        return List.of(silent(), held(), doubleFailures(), recoveries(), apart()).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Those who are not in view, what we believe of them, and of how many nothing was heard for a year.
    private Optional<Sentence> silent() {
        Told.Month now = told.now();
        long silent = now.notInView();
        if (silent < FEWEST || say.isHidden(now.inView())) return Optional.empty();
        double loose = now.shares().believedNot().of(Condition.LOS)
                / Math.max(1e-12, now.shares().believedNot().sum());
        Estimate share = Estimate.of(loose, loose * (1 - loose) / silent).within(0, 1);
        String leaves = told.isRhythm()
                ? ""
                : " "
                        + words.say(
                                "silent.loose",
                                say.hundred(share.mean()),
                                say.hundred(share.low()),
                                say.hundred(share.high()));
        boolean isToldHowQuiet =
                now.quiet() > 0 && !say.isHidden(now.quiet()) && !say.isHidden(now.customers() - now.quiet());
        return Optional.of(Sentence.of(
                "silent",
                Glyphs.open(),
                words.say("silent.lead", Math.round(100.0 * silent / now.customers())),
                words.say(
                                !isToldHowQuiet
                                        ? "silent.few"
                                        : isEverybodyQuiet(now) ? "silent.text.all" : "silent.text",
                                silent,
                                now.quiet())
                        + leaves + " "
                        + words.say(remedy(now)),
                lists == null ? "" : begin(now, lists),
                silent * loose * Math.max(1, now.health().mean() - worthOfLoose())));
    }

    private String remedy(Told.Month now) {
        if (now.quiet() == 0 || isEverybodyQuiet(now)) return "silent.remedy.all";
        return told.hasMargins() ? "silent.remedy" : "silent.remedy.unheard";
    }

    /// Then it tells nobody apart.
    private static boolean isEverybodyQuiet(Told.Month now) {
        return now.quiet() == now.customers();
    }

    private String begin(Told.Month now, Lists lists) {
        if (now.quiet() == 0 || isEverybodyQuiet(now)) return lists.notInView();
        return told.hasMargins() ? lists.view(View.UNHEARD_AND_VALUABLE) : lists.unheard();
    }

    /// The least health that anybody here has is about what a loose customer is worth.
    private double worthOfLoose() {
        return told.bins().isEmpty() ? 0 : told.bins().getFirst().from();
    }

    /// Those whom only the door holds, and the locks that end soon.
    private Optional<Sentence> held() {
        long held = Math.round(told.leaving().held().mean());
        if (told.isRhythm() || held < FEWEST) return Optional.empty();
        long locks = 0;
        double leaving = 0;
        double variance = 0;
        boolean isAnyHidden = false;
        for (Locks.Month each :
                told.locks().subList(0, Math.min(SOON, told.locks().size()))) {
            isAnyHidden |= say.isHidden(each.locks());
            locks += each.locks();
            leaving += each.leaving();
            variance += Estimate.variance(each.low(), each.high());
        }
        Estimate going = Estimate.of(leaving, variance).within(0, locks);
        String soon = isAnyHidden
                ? "" // taken from the months that are shown, it would tell the one that is not
                : " "
                        + (locks < FEWEST
                                ? words.say("held.none")
                                : words.say(
                                        "held.text",
                                        locks,
                                        Math.round(leaving),
                                        say.whole(going.low()),
                                        say.whole(going.high())));
        return Optional.of(Sentence.of(
                "held",
                Glyphs.door(),
                words.say("held.lead", held),
                words.say(
                                "held.spread",
                                say.whole(told.leaving().held().low()),
                                say.whole(told.leaving().held().high()),
                                told.now().customers())
                        + soon + " " + words.say("held.remedy"),
                lists == null ? "" : lists.view(locks < FEWEST ? View.HELD : View.DOOR_OPENS),
                told.leaving().held().mean() * told.now().health().mean()));
    }

    private Optional<Sentence> doubleFailures() {
        long failed = told.recent().doubleFailures();
        if (failed < FEWEST) return Optional.empty();
        return Optional.of(Sentence.of(
                "double",
                Glyphs.twice(),
                words.say("double.lead", failed),
                words.say(
                        "double.text",
                        figures.whole(Math.round(DOUBLE_FAILURE)),
                        told.now().customers()),
                lists == null ? "" : lists.view(View.DOUBLE_FAILURE),
                failed * DOUBLE_FAILURE));
    }

    private Optional<Sentence> recoveries() {
        long recovered = told.recent().recoveries();
        if (recovered < FEWEST) return Optional.empty();
        return Optional.of(Sentence.of(
                "recovered",
                Glyphs.up(),
                words.say("recovered.lead", recovered),
                words.say(
                        say.isHidden(told.recent().doubleFailures()) ? "recovered.few" : "recovered.text",
                        told.recent().doubleFailures()),
                lists == null ? "" : lists.view(View.RECOVERED),
                recovered));
    }

    /// One segment or region stands lower than all others together.
    private Optional<Sentence> apart() {
        Told.Group lowest = null;
        double deepest = 0;
        long all = told.groups().stream()
                .filter(each -> each.isRegion())
                .mapToLong(Told.Group::customers)
                .sum();
        for (Told.Group each : told.groups()) {
            if (each.customers() < FEWEST) continue;
            double gap = each.health().mean() - told.now().health().mean();
            double half = OF_MANY * (each.health().high() - each.health().low()) / 2;
            if (gap > -APART || gap + half >= 0) continue;
            if (gap * each.customers() < deepest) {
                deepest = gap * each.customers();
                lowest = each;
            }
        }
        if (lowest == null || (lowest.isRegion() && all == lowest.customers())) return Optional.empty();
        Estimate health = lowest.health();
        return Optional.of(Sentence.of(
                "apart",
                Glyphs.down(),
                words.say("apart.lead", lowest.name()),
                words.say(
                        "apart.text",
                        figures.tenths(health.mean()),
                        figures.tenths(health.low()),
                        figures.tenths(health.high()),
                        lowest.customers(),
                        figures.tenths(told.now().health().mean())),
                "",
                -deepest));
    }
}
