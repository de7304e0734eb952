package hecht.app.web.relationship;

import hecht.app.web.chart.BeliefNow;
import hecht.app.web.chart.Chart;
import hecht.app.web.chart.Plate;
import hecht.app.words.Figures;
import hecht.app.words.Phrases;
import hecht.app.words.Rounding;
import hecht.core.episode.EpisodeRecord;
import hecht.core.event.Envelope.Profile;
import hecht.core.relation.Condition;
import hecht.core.relation.Drawn.Point;
import hecht.core.relation.Mode;
import hecht.core.relation.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything that the page of one relationship shows, in words and drawings.
///
/// @param name as people call the customer: the number where no name is known
/// @param meta what stands under the name  @param door,sight the two badges; empty where they say nothing
/// @param figure the large one; empty where nothing may be told in hundreds  @param figureSaid what it means
/// @param spread its spread, and the health a year ago
/// @param met whether anything began  @param closed whether the relationship ended
/// @param from,to the days of the window, as fields of a form take them
/// @param episodes the latest first  @param earlierEpisodes those that are shown when asked for
/// @param quietEpisodes how many episodes of one part are not shown
public record Portrait(
        String name,
        List<String> meta,
        String door,
        String sight,
        boolean inView,
        String story,
        String figure,
        String figureSaid,
        String spread,
        String notFitted,
        boolean met,
        boolean closed,
        @Nullable Plate line,
        String lineNote,
        String from,
        String to,
        boolean narrowed,
        String unread,
        List<EpisodeRow> episodes,
        List<EpisodeRow> earlierEpisodes,
        String quietEpisodes,
        @Nullable Plate why,
        String whyTitle,
        @Nullable Plate belief,
        String beliefNote,
        List<Fact> portfolio,
        List<Fact> doors,
        List<Fact> sureness,
        List<Doing> doing,
        Addresses addresses) {
    private static final int EPISODES = 12; // at first sight

    public Portrait {
        meta = List.copyOf(meta);
        episodes = List.copyOf(episodes);
        earlierEpisodes = List.copyOf(earlierEpisodes);
        portfolio = List.copyOf(portfolio);
        doors = List.copyOf(doors);
        sureness = List.copyOf(sureness);
        doing = List.copyOf(doing);
    }

    static Portrait of(Life life, Window window, Spoken say, Phrases phrases, String query) {
        Addresses to = new Addresses(life.customer());
        Figures figures = phrases.figures();
        Standing it = life.standing();
        boolean met = life.hasMet();
        Facts facts = new Facts(life, say, phrases);
        List<EpisodeRecord> shown = life.course().episodes().reversed().stream()
                .filter(each -> !EpisodeRow.isQuiet(each))
                .filter(each -> !window.narrowed() || window.holds(each.opened()))
                .toList();
        long quiet =
                life.course().episodes().stream().filter(EpisodeRow::isQuiet).count();
        return new Portrait(
                name(life),
                meta(life, figures, say),
                it.isRunning() && life.fold().model().mode() == Mode.CONTRACT ? badge(it, life, say, phrases) : "",
                it.isRunning() ? say.say(it.isInView() ? "relationship.in-view" : "relationship.not-in-view") : "",
                it.isInView(),
                new Story(life, phrases, say).told(),
                figure(life, figures, phrases),
                figureSaid(life, say, phrases),
                spread(life, say, phrases),
                phrases.isFitted() ? "" : say.say("relationship.not-fitted"),
                met,
                life.course().ended() != null,
                met ? plate(new Eyes(life, window, say, phrases, to).line(), to, say, query) : null,
                say.say("relationship.line.note"),
                figures.day(window.from()).toString(),
                figures.day(window.to()).toString(),
                window.narrowed(),
                window.unread() == null ? "" : say.say("relationship.window.unread", window.unread()),
                rows(shown.stream().limit(EPISODES), say, to),
                rows(shown.stream().skip(EPISODES), say, to),
                quiet == 0 || window.narrowed() ? "" : say.say("relationship.episodes.quiet", quiet),
                met ? plate(new Sum(life, say, to).waterfall(), to, say, query) : null,
                met ? say.say("relationship.why.title", figures.whole(Math.round(life.health()))) : "",
                met ? plate(belief(life, say, phrases), to, say, query) : null,
                beliefNote(say, phrases),
                facts.portfolio(),
                facts.door(),
                facts.sureness(),
                new Worth(life, say).doing(),
                to);
    }

    private static List<EpisodeRow> rows(Stream<EpisodeRecord> of, Spoken say, Addresses to) {
        return of.map(each -> EpisodeRow.of(each, say, to)).toList();
    }

    /// A chart of the page by its name.
    public Optional<Plate> chart(String id) {
        for (Plate each : Arrays.asList(line, why, belief))
            if (each != null && each.id().equals(id)) return Optional.of(each);
        return Optional.empty();
    }

    private static Plate plate(Chart chart, Addresses to, Spoken say, String query) {
        return new Plate(chart, to.csv(chart.id()) + (query.isEmpty() ? "" : "?" + query), say.messages());
    }

    static String name(Life life) {
        String name = life.course().profile().name();
        return name == null ? life.customer() : name;
    }

    private static List<String> meta(Life life, Figures figures, Spoken say) {
        Profile known = life.course().profile();
        List<String> meta = new ArrayList<>();
        if (known.name() != null) meta.add(life.customer());
        if (known.region() != null) meta.add(known.region());
        if (known.segment() != null) meta.add(known.segment());
        if (life.standing().since() != null && life.hasMet())
            meta.add(say.say("relationship.since", figures.date(life.standing().since())));
        if (known.margin() != null)
            meta.add(say.say(
                    "relationship.margin",
                    figures.money(known.margin(), life.fold().model().currency())));
        return meta;
    }

    private static String badge(Standing it, Life life, Spoken say, Phrases phrases) {
        if (it.opensOn() == null) return say.say("relationship.badge.door", phrases.door(it));
        long days = java.time.temporal.ChronoUnit.DAYS.between(
                phrases.figures().day(life.asOf()), phrases.figures().day(it.opensOn()));
        return say.say("relationship.badge.opens", days);
    }

    private static String figure(Life life, Figures figures, Phrases phrases) {
        return life.hasMet() && phrases.countsInHundreds() ? figures.whole(Math.round(life.health())) : "";
    }

    private static String figureSaid(Life life, Spoken say, Phrases phrases) {
        if (!life.hasMet()) return say.say("relationship.base");
        if (!phrases.countsInHundreds()) return say.say("relationship.order-only", phrases.condition(life.standing()));
        String ending = life.standing().isRunning() ? "" : ".then";
        return say.say(
                (life.fold().model().mode() == Mode.CONTRACT ? "relationship.would-stay" : "relationship.would-buy")
                        + ending);
    }

    private static String spread(Life life, Spoken say, Phrases phrases) {
        Point last = life.last().orElse(null);
        if (last == null || !phrases.countsInHundreds()) return "";
        String between = say.say("relationship.between", Math.round(last.low()), Math.round(last.high()));
        if (!life.standing().isRunning()) return between;
        return life.aYearAgo()
                .map(then -> between + " · " + say.say("relationship.a-year-ago", Math.round(then.health())))
                .orElse(between);
    }

    private static BeliefNow belief(Life life, Spoken say, Phrases phrases) {
        var belief = life.last().orElseThrow().belief();
        List<Long> shares =
                Arrays.stream(Rounding.ofShares(belief, 100)).boxed().toList();
        boolean told = phrases.countsInHundreds() && life.fold().model().mode() == Mode.CONTRACT;
        List<Long> worth = new ArrayList<>();
        for (Condition each : Condition.values())
            worth.add(Math.round(100 * life.fold().model().staying().at(each.ordinal())));
        List<String> said = new ArrayList<>();
        for (Condition each : Condition.values())
            said.add(say.messages().word(each) + " " + shares.get(each.ordinal()) + " %");
        return new BeliefNow(
                say.messages(),
                say.say("relationship.belief.title"),
                String.join(", ", said),
                shares,
                worth,
                told ? say.say("relationship.belief.worth") : "");
    }

    private static String beliefNote(Spoken say, Phrases phrases) {
        return say.say(phrases.countsInHundreds() ? "relationship.belief.note" : "relationship.belief.note-order");
    }
}
