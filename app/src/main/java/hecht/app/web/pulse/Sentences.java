package hecht.app.web.pulse;

import hecht.app.web.chart.Glyphs;
import hecht.app.web.chart.Locks;
import hecht.app.web.chart.Months;
import hecht.app.web.chart.Movers;
import hecht.app.web.chart.Stream;
import hecht.app.words.Figures;
import hecht.app.words.Messages;
import hecht.core.relation.Condition;
import hecht.store.relation.View;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is worth saying of a month: at most three sentences of about a dozen kinds, the largest matters first. A matter
// is as
/// large as its points of health times the customers it concerns.
///
/// What chance alone would give is not said, nor what is smaller than a quarter of a point, nor anything of fewer than
// thirty
/// customers. Groups are those fixed before what happened: those in view at the month-end before, those who stayed.
final class Sentences {
    /// How many are said.
    private static final int MOST = 3;

    private static final int FEWEST = 30;
    /// A change of the mean that is smaller is not worth a sentence, however sure it is.
    private static final double WORTH = .25;
    /// A moment is spoken of for a year.
    private static final int REMEMBERED = 12;
    /// What a second failure costs on its day, about: from warm to loose and cool in the default model.
    private static final double DOUBLE_FAILURE = 14;
    /// What it is worth to have one customer more in view: about the points by which his interval narrows.
    private static final double SIGHT = 4;
    /// Locks that end so soon are worth a conversation now.
    private static final int SOON = 3;
    /// One group of many lies apart by chance easily: nine in ten for one becomes about a thousand to one for each.
    private static final double OF_MANY = 2;
    /// A group that lies nearer than this to all others is not apart.
    private static final double APART = 2;

    private final Messages words;
    private final Figures figures;
    private final Told told;
    private final int fewest;
    private final @Nullable Lists lists;

    /// @param fewest a count of fewer is not told to this reader
    /// @param lists where customers are listed; null where there is no such list for this reader: then nothing is a
    // link
    Sentences(Messages words, Figures figures, Told told, int fewest, @Nullable Lists lists) {
        this.words = words;
        this.figures = figures;
        this.told = told;
        this.fewest = fewest;
        this.lists = lists;
    }

    /// The largest matters, and that nothing changed when none of them is a change.
    List<Sentence> chosen() {
        List<Sentence> changes = new ArrayList<>();
        if (!told.isYoung()) {
            moment().ifPresent(changes::add);
            month().ifPresent(changes::add);
            driver(false).ifPresent(changes::add);
            driver(true).ifPresent(changes::add);
            sight().ifPresent(changes::add);
            dimension().ifPresent(changes::add);
            passing().ifPresent(changes::add);
        }
        List<Sentence> states = new ArrayList<>();
        silent().ifPresent(states::add);
        held().ifPresent(states::add);
        doubleFailures().ifPresent(states::add);
        recoveries().ifPresent(states::add);
        apart().ifPresent(states::add);

        List<Sentence> all = new ArrayList<>(changes);
        all.addAll(states);
        all.sort(Comparator.comparingDouble(Sentence::matter).reversed());
        List<Sentence> chosen = new ArrayList<>();
        for (Sentence each : all) if (chosen.size() < MOST && !repeats(chosen, each)) chosen.add(each);
        if (changes.isEmpty()) {
            if (chosen.size() == MOST) chosen.removeLast();
            chosen.add(told.isYoung() ? young() : nothing());
        }
        return chosen;
    }

    /// The month as a whole and its largest driver say the same thing twice, and so do a moment and its own month.
    private static boolean repeats(List<Sentence> chosen, Sentence next) {
        return chosen.stream().anyMatch(each -> group(each).equals(group(next)));
    }

    private static String group(Sentence of) {
        return switch (of.kind()) {
            case "fell", "rose", "cost", "helped" -> "month";
            default -> of.kind();
        };
    }

    /// Something touched many within the last year, and health went another way in that month.
    private Optional<Sentence> moment() {
        Sentence largest = null;
        for (Stream.Mark mark : told.marks()) {
            int at = place(YearMonth.from(mark.day()));
            if (at < 1 || told.months().size() - at > REMEMBERED + 1) continue;
            Told.Month month = told.months().get(at);
            Estimate change = month.change();
            if (change == null || !isWorth(change)) continue;
            long stayed = Math.min(month.customers(), told.months().get(at - 1).customers());
            if (stayed < FEWEST) continue;
            String name =
                    Months.longName(words, month.month()) + " " + month.month().getYear();
            String text = words.say(
                            change.mean() < 0 ? "moment.fell" : "moment.rose",
                            name,
                            size(change),
                            interval(change),
                            stayed)
                    + groups(at)
                    + sight(at)
                    + (change.mean() < 0 ? " " + words.say("moment.remedy") : "");
            Sentence said = sentence(
                    "moment",
                    change.mean() < 0 ? Glyphs.down() : Glyphs.up(),
                    words.say("moment.lead", mark.name()),
                    text,
                    change.mean() < 0 && lists != null ? lists.unheard() : "",
                    Math.abs(change.mean()) * stayed);
            if (largest == null || said.matter() > largest.matter()) largest = said;
        }
        return Optional.ofNullable(largest);
    }

    /// What the same month did to the segments most and least, where they differ by more than chance.
    private String groups(int at) {
        Told.Group worst = null;
        Told.Group best = null;
        for (Told.Group each : told.groups()) {
            if (each.isRegion() || each.customers() < FEWEST || each.change().size() <= at) continue;
            Estimate change = each.change().get(at);
            if (change == null) continue;
            if (worst == null || change.mean() < changeOf(worst, at).mean()) worst = each;
            if (best == null || change.mean() > changeOf(best, at).mean()) best = each;
        }
        if (worst == null || best == null || worst == best) return "";
        Estimate low = changeOf(worst, at);
        Estimate high = changeOf(best, at);
        if (low.high() >= high.low()) return "";
        String said = group(worst, low) + "; " + group(best, high) + ".";
        return " " + Character.toUpperCase(said.charAt(0)) + said.substring(1);
    }

    private String group(Told.Group group, Estimate change) {
        return words.say(
                change.mean() < 0 ? "moment.down" : "moment.up",
                group.name(),
                size(change),
                interval(change),
                group.customers());
    }

    private static Estimate changeOf(Told.Group group, int at) {
        Estimate change = group.change().get(at);
        if (change == null) throw new IllegalStateException("no change of " + group.name() + " in month " + at);
        return change;
    }

    private String sight(int at) {
        Told.Month month = told.months().get(at);
        Told.Month before = told.months().get(at - 1);
        if (month.lost() == null || month.gained() == null || before.inView() < FEWEST) return "";
        if (isHidden(month.lost()) || isHidden(month.gained())) return "";
        return " " + words.say("moment.sight", Math.round(100.0 * month.lost() / before.inView()), month.gained());
    }

    /// Health of those who stayed changed in this month.
    private Optional<Sentence> month() {
        Told.Moved moved = told.moved();
        if (moved == null || moved.stayed() < FEWEST || !isWorth(moved.change())) return Optional.empty();
        boolean down = moved.change().mean() < 0;
        return Optional.of(sentence(
                down ? "fell" : "rose",
                down ? Glyphs.down() : Glyphs.up(),
                words.say(down ? "fell.lead" : "rose.lead", size(moved.change())),
                words.say("month.text", interval(moved.change()), moved.stayed()) + main(moved, down),
                "",
                Math.abs(moved.change().mean()) * moved.stayed()));
    }

    private String main(Told.Moved moved, boolean down) {
        Optional<Movers.Mover> most = most(moved, !down);
        return most.map(each -> " " + words.say("month.most", each.name(), hundredths(each.points()), each.customers()))
                .orElse("");
    }

    private static Optional<Movers.Mover> most(Told.Moved moved, boolean up) {
        Comparator<Movers.Mover> byPoints = Comparator.comparingDouble(Movers.Mover::points);
        return moved.movers().stream()
                .filter(each -> up ? each.low() > 0 : each.high() < 0)
                .max(up ? byPoints : byPoints.reversed());
    }

    /// One driver lifted or lowered the mean by itself, apart from time and silence, which do so in every month.
    private Optional<Sentence> driver(boolean up) {
        Told.Moved moved = told.moved();
        if (moved == null) return Optional.empty();
        Comparator<Movers.Mover> bySize = Comparator.comparingDouble(each -> Math.abs(each.points()));
        return moved.movers().stream()
                .filter(each -> up ? each.low() > 0 : each.high() < 0)
                .filter(each -> each.customers() >= FEWEST && each.isEvent())
                .max(bySize)
                .map(each -> sentence(
                        up ? "helped" : "cost",
                        up ? Glyphs.up() : Glyphs.down(),
                        each.name() + ".",
                        words.say(
                                up ? "helped.text" : "cost.text",
                                figures.tenths(Math.abs(each.points()) * moved.stayed() / each.customers()),
                                each.customers(),
                                hundredths(each.points()),
                                hundredths(each.low()),
                                hundredths(each.high())),
                        each.address() == null ? "" : each.address(),
                        Math.abs(each.points()) * moved.stayed()));
    }

    /// More or fewer are in view than a year ago, or than at the first month there is.
    private Optional<Sentence> sight() {
        Told.Month now = told.now();
        Told.Month then = told.months().get(Math.max(0, told.months().size() - 1 - REMEMBERED));
        if (now.customers() < FEWEST || then.customers() < FEWEST) return Optional.empty();
        double before = (double) then.inView() / then.customers();
        double after = (double) now.inView() / now.customers();
        Estimate change = Estimate.of(
                after - before, before * (1 - before) / then.customers() + after * (1 - after) / now.customers());
        if (!change.isBeyondChance() || Math.abs(change.mean()) < .02) return Optional.empty();
        boolean fewer = change.mean() < 0;
        return Optional.of(sentence(
                fewer ? "darker" : "clearer",
                fewer ? Glyphs.open() : Glyphs.up(),
                words.say(fewer ? "darker.lead" : "clearer.lead"),
                words.say(
                        fewer ? "darker.text" : "clearer.text",
                        Months.name(words, then.month()),
                        Math.round(100 * before),
                        Math.round(100 * after),
                        figures.whole(Math.round(100 * Math.abs(fewer ? change.high() : change.low()))),
                        figures.whole(Math.round(100 * Math.abs(fewer ? change.low() : change.high()))),
                        now.customers()),
                lists == null ? "" : lists.notInView(),
                Math.abs(change.mean()) * now.customers() * SIGHT));
    }

    /// One of the four dimensions went another way over the year.
    private Optional<Sentence> dimension() {
        Sentence largest = null;
        for (var lane : told.lanes()) {
            int last = lane.points().size() - 1;
            int first = Math.max(0, last - REMEMBERED);
            var then = lane.points().get(first);
            var now = lane.points().get(last);
            if (now.heard() == null || now.heard() < FEWEST) continue;
            double variance = square((now.high() - now.low()) / 2 / Estimate.NINE_IN_TEN)
                    + square((then.high() - then.low()) / 2 / Estimate.NINE_IN_TEN);
            Estimate change = Estimate.of(now.mean() - then.mean(), variance);
            if (!isWorth(change)) continue;
            boolean down = change.mean() < 0;
            String name = words.word(lane.dimension());
            Sentence said = sentence(
                    "dimension",
                    down ? Glyphs.down() : Glyphs.up(),
                    words.say(
                            down ? "dimension.down" : "dimension.up",
                            Character.toUpperCase(name.charAt(0)) + name.substring(1)),
                    words.say(
                            "dimension.text",
                            Months.name(words, told.months().get(first).month()),
                            size(change),
                            interval(change),
                            now.heard(),
                            words.say("dimension.what." + lane.dimension().word())),
                    "",
                    Math.abs(change.mean()) * told.now().customers());
            if (largest == null || said.matter() > largest.matter()) largest = said;
        }
        return Optional.ofNullable(largest);
    }

    /// Who came and who went changed the mean by themselves.
    private Optional<Sentence> passing() {
        Told.Moved moved = told.moved();
        if (moved == null || Math.abs(moved.passing()) < WORTH || moved.joined() + moved.left() < FEWEST)
            return Optional.empty();
        boolean down = moved.passing() < 0;
        return Optional.of(sentence(
                "passing",
                down ? Glyphs.down() : Glyphs.up(),
                words.say("passing.lead"),
                words.say("passing.text", moved.left(), moved.joined(), signed(moved.passing())),
                "",
                Math.abs(moved.passing()) * told.now().customers()));
    }

    /// Those who are not in view, what we believe of them, and of how many nothing was heard for a year.
    private Optional<Sentence> silent() {
        Told.Month now = told.now();
        long silent = now.notInView();
        if (silent < FEWEST || isHidden(now.inView())) return Optional.empty();
        double loose = now.shares().believedNot().of(Condition.LOS)
                / Math.max(1e-12, now.shares().believedNot().sum());
        Estimate share = Estimate.of(loose, loose * (1 - loose) / silent).within(0, 1);
        String leaves = told.isRhythm()
                ? ""
                : " " + words.say("silent.loose", hundred(share.mean()), hundred(share.low()), hundred(share.high()));
        return Optional.of(sentence(
                "silent",
                Glyphs.open(),
                words.say("silent.lead", Math.round(100.0 * silent / now.customers())),
                words.say(isHidden(now.quiet()) ? "silent.few" : "silent.text", silent, now.quiet()) + leaves + " "
                        + words.say(told.hasMargins() ? "silent.remedy" : "silent.remedy.unheard"),
                lists == null ? "" : told.hasMargins() ? lists.view(View.UNHEARD_AND_VALUABLE) : lists.unheard(),
                silent * loose * Math.max(1, now.health().mean() - worthOfLoose())));
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
        for (Locks.Month each :
                told.locks().subList(0, Math.min(SOON, told.locks().size()))) {
            locks += each.locks();
            leaving += each.leaving();
            variance += square((each.high() - each.low()) / 2 / Estimate.NINE_IN_TEN);
        }
        Estimate going = Estimate.of(leaving, variance).within(0, locks);
        String soon = locks < FEWEST
                ? words.say("held.none")
                : words.say("held.text", locks, Math.round(leaving), whole(going.low()), whole(going.high()));
        return Optional.of(sentence(
                "held",
                Glyphs.door(),
                words.say("held.lead", held),
                words.say(
                                "held.spread",
                                whole(told.leaving().held().low()),
                                whole(told.leaving().held().high()),
                                told.now().customers())
                        + " " + soon + " " + words.say("held.remedy"),
                lists == null ? "" : lists.view(locks < FEWEST ? View.HELD : View.DOOR_OPENS),
                told.leaving().held().mean() * told.now().health().mean()));
    }

    private Optional<Sentence> doubleFailures() {
        long failed = told.recent().doubleFailures();
        if (failed < FEWEST) return Optional.empty();
        return Optional.of(sentence(
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
        return Optional.of(sentence(
                "recovered",
                Glyphs.up(),
                words.say("recovered.lead", recovered),
                words.say(
                        isHidden(told.recent().doubleFailures()) ? "recovered.few" : "recovered.text",
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
        return Optional.of(sentence(
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

    private Sentence nothing() {
        return sentence("nothing", Glyphs.level(), words.say("nothing.lead"), words.say("nothing.text"), "", 0);
    }

    private Sentence young() {
        return sentence(
                "young",
                Glyphs.level(),
                words.say("young.lead"),
                words.say(
                        "young.text",
                        Months.name(words, told.months().getFirst().month())),
                "",
                0);
    }

    private static Sentence sentence(
            String kind, String sign, String lead, String text, String address, double matter) {
        return new Sentence(kind, sign, lead, Sentence.parts(text, address), matter);
    }

    /// Whether a count is too small to be told to somebody who may see no people.
    private boolean isHidden(long count) {
        return count > 0 && count < fewest;
    }

    private static boolean isWorth(Estimate change) {
        return change.isBeyondChance() && Math.abs(change.mean()) >= WORTH;
    }

    private int place(YearMonth month) {
        for (int i = 0; i < told.months().size(); i++)
            if (told.months().get(i).month().equals(month)) return i;
        return -1;
    }

    private static double square(double value) {
        return value * value;
    }

    private String size(Estimate change) {
        return figures.tenths(Math.abs(change.mean()));
    }

    /// The ends of a change without their sign, the smaller first; with it where they differ.
    private String interval(Estimate change) {
        if (change.low() < 0 && change.high() > 0)
            return words.say("range", signed(change.low()), signed(change.high()));
        double small = Math.min(Math.abs(change.low()), Math.abs(change.high()));
        double large = Math.max(Math.abs(change.low()), Math.abs(change.high()));
        return words.say("range", figures.tenths(small), figures.tenths(large));
    }

    private String signed(Estimate change) {
        return signed(change.mean());
    }

    private String signed(double points) {
        return figures.change(Math.round(points * 10));
    }

    private String hundredths(double points) {
        return (Math.round(points * 100) > 0 ? "+" : "") + figures.hundredths(points);
    }

    private String hundred(double share) {
        return figures.whole(Math.round(100 * share));
    }

    private String whole(double count) {
        return figures.whole(Math.round(count));
    }
}
