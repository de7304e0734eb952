package hecht.app.web.pulse;

import hecht.app.web.chart.Chart;
import hecht.app.web.chart.Dots;
import hecht.app.web.chart.Form;
import hecht.app.web.chart.Lanes;
import hecht.app.web.chart.Leavers;
import hecht.app.web.chart.Locks;
import hecht.app.web.chart.Months;
import hecht.app.web.chart.Movers;
import hecht.app.web.chart.Plate;
import hecht.app.web.chart.Squares;
import hecht.app.web.chart.Stream;
import hecht.app.web.layout.Page;
import hecht.app.words.Figures;
import hecht.app.words.Messages;
import hecht.store.relation.Discretion;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pulse as one reader sees it: what is told, in words and charts of the reader's language and within what the reader
/// may see.
public final class PulseView {
    private static final double CONTRACT_FROM = 40;
    private static final double HUNDRED = 100;
    private static final double WORTH = .25;

    private final Page page;
    private final Told told;
    private final Messages words;
    private final Figures figures;
    private final int fewest;
    private final @Nullable Lists lists;

    PulseView(Page page, Told told) {
        this.page = page;
        this.told = told;
        this.words = page.words();
        this.figures = page.figures();
        this.fewest = page.seesPeople() ? 1 : Discretion.FEWEST;
        this.lists = page.seesPeople() && told.isNewest()
                ? new Lists(told.asked().segment(), told.asked().region())
                : null;
    }

    public Page page() {
        return page;
    }

    /// Whether the month asked for is the newest, which is what saved views are of.
    public boolean isNewest() {
        return told.isNewest();
    }

    /// Whether too few customers are in the selection to say anything of them.
    public boolean isTooFew() {
        return told.isHidden() || told.now().customers() < Discretion.FEWEST;
    }

    /// That too few are in the selection, with their number for who may see people.
    public String tooFew() {
        return page.seesPeople() ? words.say("pulse.few", told.now().customers()) : words.say("pulse.few.viewer");
    }

    public long customers() {
        return told.now().customers();
    }

    public String day() {
        return figures.date(told.day());
    }

    /// The link to all customers of the selection; empty where the reader may see no people.
    public Optional<String> all() {
        return Optional.ofNullable(lists).map(Lists::all);
    }

    // What was asked for

    public String month() {
        return told.asked().month().toString();
    }

    public Optional<YearMonth> before() {
        return beside(-1);
    }

    public Optional<YearMonth> after() {
        return beside(1);
    }

    private Optional<YearMonth> beside(int step) {
        YearMonth month = told.asked().month().plusMonths(step);
        return told.choices().months().contains(month) ? Optional.of(month) : Optional.empty();
    }

    public String name(YearMonth month) {
        return Months.longName(words, month) + " " + month.getYear();
    }

    public String to(YearMonth month) {
        return "/pulse?month=" + month + selection("&");
    }

    private String selection(String before) {
        StringBuilder out = new StringBuilder();
        if (told.asked().segment() != null)
            out.append("&segment=").append(Page.encoded(told.asked().segment()));
        if (told.asked().region() != null)
            out.append("&region=").append(Page.encoded(told.asked().region()));
        return out.isEmpty() ? "" : before + out.substring(1);
    }

    public List<String> segments() {
        return told.choices().segments();
    }

    public List<String> regions() {
        return told.choices().regions();
    }

    public boolean isSegment(String name) {
        return name.equals(told.asked().segment());
    }

    public boolean isRegion(String name) {
        return name.equals(told.asked().region());
    }

    // The figure

    public String figure() {
        return figures.whole(Math.round(told.now().health().mean()));
    }

    /// What the figure counts: those who would stay, or in rhythm who would buy again.
    public String counts() {
        return words.say(
                !told.isRhythm() ? "figure.contract" : told.isFitted() ? "figure.rhythm" : "figure.rhythm.unfitted");
    }

    public String spread() {
        Estimate health = told.now().health();
        return words.say(
                "figure.spread",
                figures.tenths(health.low()),
                figures.tenths(health.high()),
                told.now().customers());
    }

    /// What health was before the newest month that changed it by more than chance; by the name of what touched many
    /// then.
    public Optional<String> earlier() {
        for (int i = told.months().size() - 1; i > 0; i--) {
            Told.Month month = told.months().get(i);
            Estimate change = month.change();
            if (change == null || !change.isBeyondChance() || Math.abs(change.mean()) < WORTH) continue;
            String then = figures.tenths(told.months().get(i - 1).health().mean());
            return Optional.of(named(month.month())
                    .map(mark -> words.say("figure.before-mark", mark, then))
                    .orElse(words.say("figure.before", name(month.month()), then)));
        }
        return Optional.empty();
    }

    private Optional<String> named(YearMonth month) {
        return told.marks().stream()
                .filter(each -> YearMonth.from(each.day()).equals(month))
                .map(Stream.Mark::name)
                .findFirst();
    }

    public boolean isFitted() {
        return told.isFitted();
    }

    public boolean isRhythm() {
        return told.isRhythm();
    }

    public boolean isYoung() {
        return told.isYoung();
    }

    public String since() {
        return name(told.months().getFirst().month());
    }

    public List<Sentence> sentences() {
        return new Sentences(words, figures, told, fewest, lists).chosen();
    }

    // Charts

    /// Whether so few are in view, or not, that a viewer could tell who.
    public boolean isSplitTooFew() {
        return isFew(told.now().inView()) || isFew(told.now().notInView());
    }

    public Plate dots() {
        return plate(dotted());
    }

    public long each() {
        return dotted().each(Form.WIDE);
    }

    public long eachNarrow() {
        return dotted().each(Form.NARROW);
    }

    private Dots dotted() {
        Estimate health = told.now().health();
        double from = told.isRhythm() ? 0 : CONTRACT_FROM;
        Dots.Field field =
                new Dots.Field(told.bins(), from, HUNDRED, health.mean(), health.low(), health.high(), fewest);
        return new Dots(words, figures, field, lists);
    }

    /// From the last month on backwards as far as in view and not in view may be told apart.
    public Plate stream() {
        List<Told.Month> months = told.months();
        int from = months.size() - 1;
        while (from > 0
                && !isFew(months.get(from - 1).inView())
                && !isFew(months.get(from - 1).notInView())) from--;
        List<Stream.Month> shares = months.subList(from, months.size()).stream()
                .map(Told.Month::shares)
                .toList();
        return plate(new Stream(words, figures, shares, told.marks()));
    }

    public Plate lanes() {
        return plate(new Lanes(
                words, figures, told.months().stream().map(Told.Month::month).toList(), told.lanes()));
    }

    public Plate squares() {
        return plate(new Squares(words, figures, told.squares(), fewest, lists == null ? null : lists::quadrant));
    }

    public Plate leavers() {
        Told.Leaving leaving = told.leaving();
        return plate(new Leavers(
                words,
                figures,
                leaving.asIs(),
                leaving.open(),
                leaving.held(),
                told.now().customers()));
    }

    /// Whether this reader may see none of the months of [#locks].
    public boolean isLocksTooFew() {
        return told.locks().stream().allMatch(each -> isFew(each.locks()));
    }

    public boolean isWithoutLocks() {
        return told.locks().stream().allMatch(each -> each.locks() == 0);
    }

    public Plate locks() {
        return plate(new Locks(words, figures, told.locks(), fewest, lists == null ? null : lists::opens));
    }

    /// What moved the month; empty while there is no month before.
    public Optional<Plate> movers() {
        return moving().map(this::plate);
    }

    private Optional<Movers> moving() {
        Told.Moved moved = told.moved();
        if (moved == null || moved.stayed() < Discretion.FEWEST) return Optional.empty();
        return Optional.of(new Movers(
                words,
                figures,
                name(told.now().month()),
                moved.movers(),
                moved.change().mean()));
    }

    /// `What moved it in October: −0.40 points`.
    public String movedTitle() {
        String month = Months.longName(words, told.now().month());
        return moving().map(each -> words.say("moved.title", month, each.total()))
                .orElse(words.say("moved.title.none"));
    }

    /// Who came and who went, apart from those who stayed.
    public Optional<String> passing() {
        Told.Moved moved = told.moved();
        if (moved == null) return Optional.empty();
        if (isFew(moved.joined()) || isFew(moved.left())) return Optional.empty();
        double together = moved.change().mean() + moved.passing();
        return Optional.of(
                words.say("moved.passing", moved.left(), moved.joined(), signed(moved.passing()), signed(together)));
    }

    private boolean isFew(long count) {
        return count > 0 && count < fewest;
    }

    private String signed(double points) {
        return (Math.round(points * 100) > 0 ? "+" : "") + figures.hundredths(points);
    }

    public List<Conversation> views() {
        return page.seesPeople() ? told.views() : List.of();
    }

    /// One chart of the page by its name in addresses.
    Optional<Chart> chart(String id) {
        return charts().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// All charts of the page that this reader may see.
    List<Chart> charts() {
        if (isTooFew()) return List.of();
        List<Chart> charts = new ArrayList<>();
        if (!isSplitTooFew()) {
            charts.add(dots().chart());
            charts.add(stream().chart());
        }
        charts.add(lanes().chart());
        charts.add(squares().chart());
        if (!told.isRhythm()) {
            charts.add(leavers().chart());
            charts.add(locks().chart());
        }
        moving().ifPresent(charts::add);
        return charts;
    }

    private Plate plate(Chart chart) {
        return new Plate(chart, "/pulse/" + chart.id() + ".csv?month=" + month() + selection("&"), words);
    }
}
