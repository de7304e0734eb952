package hecht.app.web.pulse;

import hecht.app.web.chart.Glyphs;
import hecht.app.web.chart.Months;
import hecht.app.web.chart.Movers;
import hecht.app.web.chart.Stream;
import hecht.app.words.Figures;
import hecht.app.words.Messages;
import hecht.store.relation.Discretion;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is worth saying of how a month, or the year before it, changed what is told. Groups are those fixed before what happened:
/// those in view at the month-end before, those who stayed.
final class Changes {
    private static final int FEWEST = Discretion.FEWEST;
    /// A change of the mean that is smaller is not worth a sentence, however sure it is.
    private static final double WORTH = .25;
    /// A moment is spoken of for a year.
    private static final int REMEMBERED = 12;
    /// What it is worth to have one customer more in view: about the points by which his interval narrows.
    private static final double SIGHT = 4;

    private final Messages words;
    private final Figures figures;
    private final Spoken say;
    private final Told told;
    private final @Nullable Lists lists;

    Changes(Spoken say, Told told, @Nullable Lists lists) {
        this.words = say.words();
        this.figures = say.figures();
        this.say = say;
        this.told = told;
        this.lists = lists;
    }

    /// Those that are larger than chance, in no order.
    List<Sentence> all() {
        return List.of(moment(), month(), driver(false), driver(true), sight(), dimension(), passing()).stream()
                .flatMap(Optional::stream)
                .toList();
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
                            say.size(change),
                            say.interval(change),
                            stayed)
                    + groups(at)
                    + sight(at)
                    + (change.mean() < 0 ? " " + words.say("moment.remedy") : "");
            Sentence said = Sentence.of(
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
                say.size(change),
                say.interval(change),
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
        if (say.isHidden(month.lost()) || say.isHidden(month.gained())) return "";
        return " " + words.say("moment.sight", Math.round(100.0 * month.lost() / before.inView()), month.gained());
    }

    /// Health of those who stayed changed in this month.
    private Optional<Sentence> month() {
        Told.Moved moved = told.moved();
        if (moved == null || moved.stayed() < FEWEST || !isWorth(moved.change())) return Optional.empty();
        boolean down = moved.change().mean() < 0;
        return Optional.of(Sentence.of(
                down ? "fell" : "rose",
                down ? Glyphs.down() : Glyphs.up(),
                words.say(down ? "fell.lead" : "rose.lead", say.size(moved.change())),
                words.say("month.text", say.interval(moved.change()), moved.stayed()) + main(moved, down),
                "",
                Math.abs(moved.change().mean()) * moved.stayed()));
    }

    private String main(Told.Moved moved, boolean down) {
        Optional<Movers.Mover> most = most(moved, !down);
        return most.map(each -> " "
                        + (each.customers() == null
                                ? words.say("month.most.rest", each.name(), say.hundredths(each.points()))
                                : words.say(
                                        "month.most", each.name(), say.hundredths(each.points()), each.customers())))
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
        return moved.movers().stream()
                .filter(each -> up ? each.low() > 0 : each.high() < 0)
                .filter(each -> each.kind() != Movers.Kind.REST)
                .max(Comparator.comparingDouble(each -> Math.abs(each.points())))
                .map(each -> driver(each, up, moved.stayed()));
    }

    private @Nullable Sentence driver(Movers.Mover of, boolean up, long stayed) {
        if (of.customers() == null || of.customers() < FEWEST) return null;
        return Sentence.of(
                up ? "helped" : "cost",
                up ? Glyphs.up() : Glyphs.down(),
                of.name() + ".",
                words.say(
                        !up ? "cost.text" : of.kind() == Movers.Kind.HEARD ? "helped.heard" : "helped.text",
                        figures.tenths(Math.abs(of.points()) * stayed / of.customers()),
                        of.customers(),
                        say.hundredths(of.points()),
                        say.hundredths(of.low()),
                        say.hundredths(of.high())),
                of.address() == null ? "" : of.address(),
                Math.abs(of.points()) * stayed);
    }

    /// More or fewer are in view than a year ago, or than at the first month there is.
    private Optional<Sentence> sight() {
        Told.Month now = told.now();
        Told.Month then = told.months().get(Math.max(0, told.months().size() - 1 - REMEMBERED));
        if (now.customers() < FEWEST || then.customers() < FEWEST) return Optional.empty();
        if (say.isHidden(now.inView()) || say.isHidden(now.notInView())) return Optional.empty();
        if (say.isHidden(then.inView()) || say.isHidden(then.notInView())) return Optional.empty();
        double before = (double) then.inView() / then.customers();
        double after = (double) now.inView() / now.customers();
        Estimate change = Estimate.of(
                after - before, before * (1 - before) / then.customers() + after * (1 - after) / now.customers());
        if (!change.isBeyondChance() || Math.abs(change.mean()) < .02) return Optional.empty();
        boolean fewer = change.mean() < 0;
        return Optional.of(Sentence.of(
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
            if (now.heard() == null || now.heard() < FEWEST || then.heard() == null) continue;
            double variance = Estimate.variance(now.low(), now.high()) + Estimate.variance(then.low(), then.high());
            Estimate change = Estimate.of(now.mean() - then.mean(), variance);
            if (!isWorth(change)) continue;
            boolean down = change.mean() < 0;
            String name = words.word(lane.dimension());
            Sentence said = Sentence.of(
                    "dimension",
                    down ? Glyphs.down() : Glyphs.up(),
                    words.say(
                            down ? "dimension.down" : "dimension.up",
                            Character.toUpperCase(name.charAt(0)) + name.substring(1)),
                    words.say(
                            "dimension.text",
                            Months.name(words, told.months().get(first).month()),
                            say.size(change),
                            say.interval(change),
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
        if (say.isHidden(moved.joined()) || say.isHidden(moved.left())) return Optional.empty();
        boolean down = moved.passing() < 0;
        return Optional.of(Sentence.of(
                "passing",
                down ? Glyphs.down() : Glyphs.up(),
                words.say("passing.lead"),
                words.say("passing.text", moved.left(), moved.joined(), say.signed(moved.passing())),
                "",
                Math.abs(moved.passing()) * told.now().customers()));
    }

    private static boolean isWorth(Estimate change) {
        return change.isBeyondChance() && Math.abs(change.mean()) >= WORTH;
    }

    private int place(YearMonth month) {
        for (int i = 0; i < told.months().size(); i++)
            if (told.months().get(i).month().equals(month)) return i;
        return -1;
    }
}
