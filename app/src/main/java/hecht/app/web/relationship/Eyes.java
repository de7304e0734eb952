package hecht.app.web.relationship;

import hecht.app.web.chart.LifeLine;
import hecht.app.web.chart.Months;
import hecht.app.web.chart.Table;
import hecht.app.words.Figures;
import hecht.app.words.Phrases;
import hecht.core.episode.EpisodeRecord;
import hecht.core.episode.EpisodeRecord.Part;
import hecht.core.relation.Drawn.Noticed;
import hecht.core.relation.Drawn.Point;
import hecht.core.relation.Mode;
import hecht.core.relation.Standing;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Draws a life through the customer's eyes.
final class Eyes {
    /// So many marks are drawn at most; older ones are counted by month.
    static final int MOST = 2_000;

    private static final double AXIS_CONTRACT = 40;
    private static final double WORTH_A_NAME = .5; // points
    private static final double WELL = .85;
    private static final double BADLY = .7;

    private final Life life;
    private final Window window;
    private final Spoken say;
    private final Phrases phrases;
    private final Figures figures;
    private final Addresses to;
    private final ZoneId zone;

    Eyes(Life life, Window window, Spoken say, Phrases phrases, Addresses to) {
        this.life = life;
        this.window = window;
        this.say = say;
        this.phrases = phrases;
        this.figures = phrases.figures();
        this.to = to;
        this.zone = life.fold().model().zone();
    }

    LifeLine line() {
        List<Mark> marks =
                life.marks().stream().filter(each -> window.holds(each.at())).toList();
        List<Noticed> quiet = life.quiet().stream()
                .filter(each -> window.holds(each.event().time()))
                .toList();
        Instant oldest = oldestDrawn(marks, quiet);
        List<Mark> drawn =
                marks.stream().filter(each -> !each.at().isBefore(oldest)).toList();
        return new LifeLine(
                say.messages(),
                zone,
                say.say("relationship.line.title"),
                finding(),
                unit(),
                axisFrom(),
                window.from(),
                window.to(),
                points(),
                silences(),
                drawn.stream().map(this::mark).toList(),
                spans(),
                hollows(marks, quiet, oldest),
                say.say("relationship.line.quiet", quiet.size()),
                life.fold().model().mode() == Mode.RHYTHM ? List.of() : doors(),
                doorNote(),
                end(),
                table(drawn));
    }

    /// The moment from which marks are drawn one by one.
    private static Instant oldestDrawn(List<Mark> marks, List<Noticed> quiet) {
        if (marks.size() + quiet.size() <= MOST) return Instant.MIN;
        List<Instant> all = new ArrayList<>();
        for (Mark each : marks) all.add(each.at());
        for (Noticed each : quiet) all.add(each.event().time());
        all.sort(Comparator.reverseOrder());
        return all.get(MOST - 1);
    }

    // ---- the line

    private String finding() {
        if (!life.hasMet()) return say.say("relationship.not-met");
        Point first = life.line().getLast().getFirst();
        Point most = first;
        Point least = first;
        for (Point each : life.line().getLast()) {
            if (each.health() > most.health()) most = each;
            if (each.health() < least.health()) least = each;
        }
        Point last = life.last().orElseThrow();
        return say.say(
                "relationship.line.finding",
                Math.round(first.health()),
                Math.round(most.health()),
                figures.shortDate(most.at()),
                Math.round(least.health()),
                figures.shortDate(least.at()),
                Math.round(last.health()),
                phrases.range(last.low(), last.high()));
    }

    private List<String> unit() {
        String key = phrases.countsInHundreds()
                ? life.fold().model().mode() == Mode.CONTRACT ? "relationship.unit.stay" : "relationship.unit.buy"
                : "relationship.unit.order";
        return List.of(say.say(key).split("\\|", -1));
    }

    private double axisFrom() {
        if (life.fold().model().mode() == Mode.RHYTHM) return 0;
        double least = AXIS_CONTRACT;
        for (List<Point> stretch : life.line()) for (Point each : stretch) least = Math.min(least, each.low());
        return 10 * Math.floor(least / 10);
    }

    private List<List<LifeLine.Point>> points() {
        return life.line().stream()
                .map(stretch -> stretch.stream().map(Eyes::point).toList())
                .toList();
    }

    private static LifeLine.Point point(Point of) {
        return new LifeLine.Point(
                of.at(),
                of.health(),
                of.low(),
                of.high(),
                of.belief().at(0),
                of.belief().at(1),
                of.belief().at(2),
                of.belief().at(3));
    }

    private List<LifeLine.Blank> silences() {
        List<LifeLine.Blank> blanks = new ArrayList<>();
        for (Silence each : life.silences()) {
            Instant from = each.from().isBefore(window.from()) ? window.from() : each.from();
            Instant until = each.to().isAfter(window.to()) ? window.to() : each.to();
            if (from.isBefore(until))
                blanks.add(
                        new LifeLine.Blank(from, until, say.say("relationship.line.silence", say.span(each.length()))));
        }
        return blanks;
    }

    private List<String> end() {
        Point last = life.last().orElse(null);
        if (last == null || !window.holds(last.at())) return List.of();
        return List.of(figures.whole(Math.round(last.health())), phrases.range(last.low(), last.high()));
    }

    // ---- marks

    private LifeLine.Mark mark(Mark of) {
        double health = life.at(of.at()).map(Point::health).orElse(life.health());
        String points = of.steps().isEmpty() ? "" : figures.change(Math.round(10 * of.onItsDay()));
        String day = figures.shortDate(of.at());
        return new LifeLine.Mark(
                of.at(),
                shape(of.kind()),
                of.weight(),
                health,
                Math.abs(of.onItsDay()),
                Math.abs(of.onItsDay()) < WORTH_A_NAME ? "" : shortened(say.label(of)),
                points.isEmpty() ? day : day + " · " + points,
                said(of, points));
    }

    private static String shortened(String label) {
        int most = 26;
        return label.codePointCount(0, label.length()) <= most
                ? label
                : label.substring(0, label.offsetByCodePoints(0, most - 1)).strip() + "…";
    }

    private String said(Mark of, String points) {
        String first = figures.date(of.at()) + "\n" + say.about(of);
        String as = say.as(of);
        if (of.steps().isEmpty()) return first + "\n" + as;
        double before = life.before(of.at()).map(Point::health).orElse(life.health());
        double after = life.at(of.at()).map(Point::health).orElse(life.health());
        return first + "\n" + as + ": "
                + say.say("relationship.line.from-to", figures.tenths(before), figures.tenths(after), points);
    }

    private static LifeLine.Shape shape(Mark.Kind kind) {
        return switch (kind) {
            case GOOD -> LifeLine.Shape.UP;
            case BAD, SEVERE -> LifeLine.Shape.DOWN;
            case DOUBLE_FAILURE -> LifeLine.Shape.TWICE;
            case RECOVERY -> LifeLine.Shape.RING;
            case HEARD -> LifeLine.Shape.HEARD;
            case NOTICED -> LifeLine.Shape.DOT;
        };
    }

    private Table table(List<Mark> drawn) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Mark each : drawn.reversed()) {
            double after = life.at(each.at()).map(Point::health).orElse(life.health());
            String day = figures.date(each.at());
            rows.add(List.of(
                    Table.Cell.text(say.about(each)).to(each.event() == null ? null : to.event(each.event())),
                    Table.Cell.text(day, figures.day(each.at()).toString()),
                    Table.Cell.text(say.as(each), each.kind().name().toLowerCase(java.util.Locale.ROOT)),
                    Table.Cell.number(figures.hundredths(each.weight()), each.weight(), 2),
                    each.steps().isEmpty()
                            ? Table.Cell.none("")
                            : Table.Cell.number(figures.change(Math.round(10 * each.onItsDay())), each.onItsDay(), 1),
                    Table.Cell.number(figures.tenths(after), after, 1)));
        }
        return new Table(
                say.say("relationship.line.table"),
                List.of(
                        say.say("relationship.column.what"),
                        say.say("relationship.column.day"),
                        say.say("relationship.column.as"),
                        say.say("relationship.column.weight"),
                        say.say("relationship.column.on-its-day"),
                        say.say("relationship.column.health-after")),
                List.of("what", "day", "as", "weight", "on_its_day", "health_after"),
                rows);
    }

    // ---- lanes

    private List<LifeLine.Span> spans() {
        List<LifeLine.Span> spans = new ArrayList<>();
        for (EpisodeRecord each : life.course().episodes()) {
            if (EpisodeRow.isQuiet(each) || each.parts().isEmpty()) continue;
            Instant from = each.opened();
            Instant until = each.closed() != null ? each.closed() : life.asOf();
            Part first = each.parts().getFirst();
            Part last = each.parts().getLast();
            if (first.time().isBefore(from)) from = first.time();
            if (last.time().isAfter(until)) until = last.time();
            if (until.isBefore(window.from()) || from.isAfter(window.to())) continue;
            spans.add(new LifeLine.Span(
                    from,
                    until,
                    wentWell(each),
                    Math.max(each.contacts(), each.parts().size()) + (1 - each.quality()),
                    shortened(Spoken.capital(say.nameOf(each))),
                    each.contacts() > 1
                            ? say.say("relationship.line.episode", each.contacts(), figures.share(each.quality()))
                            : "",
                    each.parts().stream()
                            .map(part -> new LifeLine.Contact(part.time(), valence(part.quality())))
                            .toList()));
        }
        return spans;
    }

    /// By the customer's count where there is one, else by what was perceived.
    private static boolean wentWell(EpisodeRecord of) {
        return of.rightByCustomer() != null && of.encounters().isEmpty() ? of.rightByCustomer() : of.quality() > BADLY;
    }

    private static int valence(double quality) {
        return quality >= WELL ? 1 : quality <= BADLY ? -1 : 0;
    }

    private List<LifeLine.Hollow> hollows(List<Mark> marks, List<Noticed> quiet, Instant oldest) {
        List<LifeLine.Hollow> hollows = new ArrayList<>();
        Map<YearMonth, long[]> months = new TreeMap<>();
        for (Mark each : marks)
            if (each.at().isBefore(oldest)) months.computeIfAbsent(month(each.at()), unseen -> new long[1])[0]++;
        for (Noticed each : quiet) {
            Instant at = each.event().time();
            if (at.isBefore(oldest)) months.computeIfAbsent(month(at), unseen -> new long[1])[0]++;
            else hollows.add(new LifeLine.Hollow(at, 1, figures.date(at) + "\n" + say.quiet(each)));
        }
        months.forEach((month, count) -> {
            Instant middle = month.atDay(15).atStartOfDay(zone).toInstant();
            hollows.add(new LifeLine.Hollow(
                    middle.isBefore(window.from()) ? window.from() : middle,
                    count[0],
                    say.say(
                            "relationship.line.of-month",
                            Months.longName(say.messages(), month) + " " + month.getYear(),
                            count[0])));
        });
        return hollows;
    }

    private YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(zone));
    }

    private List<LifeLine.Door> doors() {
        return life.doors().stream()
                .map(each -> new LifeLine.Door(each.from(), each.to(), each.phi() > 1))
                .toList();
    }

    private List<String> doorNote() {
        if (life.fold().model().mode() == Mode.RHYTHM) return List.of();
        Standing it = life.standing();
        if (!it.isRunning()) return List.of();
        if (it.door() < 1 && it.opensOn() != null)
            return List.of(say.say("relationship.line.opens"), figures.shortDate(it.opensOn()));
        return List.of(phrases.door(it));
    }
}
