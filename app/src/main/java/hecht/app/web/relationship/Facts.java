package hecht.app.web.relationship;

import hecht.app.words.Figures;
import hecht.app.words.Phrases;
import hecht.core.event.Dimension;
import hecht.core.event.Event;
import hecht.core.relation.Drawn.Noticed;
import hecht.core.relation.Folding;
import hecht.core.relation.Holding;
import hecht.core.relation.Mode;
import hecht.core.relation.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of a relationship, line by line: portfolio, door, and how sure we are.
final class Facts {
    private static final int MOST_PAST = 6;

    private final Life life;
    private final Spoken say;
    private final Phrases phrases;
    private final Figures figures;
    private final Mode mode;

    Facts(Life life, Spoken say, Phrases phrases) {
        this.life = life;
        this.say = say;
        this.phrases = phrases;
        this.figures = phrases.figures();
        this.mode = life.fold().model().mode();
    }

    List<Fact> portfolio() {
        List<Fact> facts = new ArrayList<>();
        int past = 0;
        for (Holding each : life.course().holdings()) {
            if (each.isRunning()) {
                String since = say.say("relationship.portfolio.since", figures.date(each.since()));
                facts.add(Fact.of(
                        each.product(),
                        each.amount() == null
                                ? since
                                : since + ", "
                                        + figures.money(
                                                each.amount(),
                                                life.fold().model().currency())));
            } else if (past++ < MOST_PAST)
                facts.add(new Fact(
                        each.product(), say.say("relationship.portfolio.ended", figures.date(ended(each))), true));
        }
        return facts;
    }

    private Instant ended(Holding of) {
        return of.ended() == null ? life.asOf() : of.ended();
    }

    List<Fact> door() {
        if (mode == Mode.RHYTHM)
            return List.of(Fact.of(say.say("relationship.door"), say.say("relationship.door.none")));
        List<Fact> facts = new ArrayList<>();
        for (Holding each : life.course().holdings()) if (each.isRunning()) contract(each, facts);
        Standing it = life.standing();
        if (facts.isEmpty())
            facts.add(Fact.of(say.say("relationship.door"), say.say("relationship.door.nothing-holds")));
        if (it.isRunning() && phrases.countsInHundreds())
            facts.add(Fact.of(
                    say.say("relationship.door.would-leave"),
                    say.say(
                            "relationship.door.leaving",
                            Math.round(100 * (1 - it.staying())),
                            Math.round(100 - it.health()))));
        return facts;
    }

    private void contract(Holding of, List<Fact> to) {
        Instant lock = of.lockedUntil();
        if (lock != null)
            to.add(Fact.of(
                    of.product(),
                    say.say(
                            lock.isAfter(life.asOf()) ? "relationship.door.locked" : "relationship.door.lock-ended",
                            figures.date(lock))));
        Instant from = of.noticeFrom();
        Instant until = of.noticeTo();
        if (from != null && until != null)
            to.add(Fact.of(
                    say.say("relationship.door.window"), say.say("range", figures.date(from), figures.date(until))));
        else if (from != null)
            to.add(Fact.of(say.say("relationship.door.window"), say.say("relationship.door.from", figures.date(from))));
        if (of.barrier() > 0)
            to.add(Fact.of(
                    of.product(),
                    say.say(
                            of.barrier() >= .9 ? "relationship.door.hardly-another" : "relationship.door.hindrance",
                            figures.percent(of.barrier()))));
    }

    List<Fact> sureness() {
        Standing it = life.standing();
        List<Fact> facts = new ArrayList<>();
        if (it.isRunning()) {
            facts.add(Fact.of(
                    say.say("relationship.sure.spread"), say.say("relationship.sure.points", Math.round(it.spread()))));
            facts.add(Fact.of(
                    say.say("relationship.sure.sight"),
                    say.say(
                            it.isInView() ? "relationship.sure.in-view" : "relationship.sure.not-in-view",
                            figures.hundredths(it.information()),
                            figures.hundredths(Standing.IN_VIEW))));
        }
        facts.add(Fact.of(say.say("relationship.sure.perceived"), when(it.lastPerceived())));
        facts.add(Fact.of(say.say("relationship.sure.heard"), heard(it.lastHeard())));
        facts.add(Fact.of(say.say("relationship.sure.asked"), asked(it.lastAsked())));
        facts.add(Fact.of(say.say("relationship.sure.dimensions"), dimensions()));
        return facts;
    }

    private String when(@Nullable Instant at) {
        return at == null ? say.say("never") : say.say("relationship.sure.ago", figures.date(at), ago(at));
    }

    /// `58 days ago`, or today.
    private String ago(Instant at) {
        long days = figures.day(at).until(figures.day(life.asOf())).toTotalMonths() >= 0
                ? java.time.temporal.ChronoUnit.DAYS.between(figures.day(at), figures.day(life.asOf()))
                : 0;
        return days == 0 ? say.say("relationship.today") : say.say("relationship.ago", say.span(Duration.ofDays(days)));
    }

    private String heard(@Nullable Instant at) {
        if (at == null) return say.say("heard.nothing");
        for (Noticed each : life.drawn().noticed().reversed())
            if (each.event().time().equals(at) && Folding.isOwnAct(each.event()))
                return say.say("relationship.sure.what", figures.date(at), ago(at), what(each));
        return when(at);
    }

    /// Who answered was asked, whether or not that was told.
    private String asked(@Nullable Instant at) {
        if (at != null) return when(at);
        boolean answered =
                life.drawn().noticed().stream().anyMatch(each -> each.event() instanceof Event.SurveyAnswered);
        return say.say(answered ? "relationship.sure.asked-unknown" : "relationship.sure.never-asked");
    }

    private String what(Noticed of) {
        for (Mark each : life.marks()) if (each.event() == of.event()) return say.about(each);
        return say.type(of.event());
    }

    private String dimensions() {
        List<String> parts = new ArrayList<>();
        Map<Dimension, Double> points = life.course().why().dimensions();
        for (Dimension each : Dimension.values())
            parts.add(
                    say.messages().word(each) + " " + figures.change(Math.round(10 * points.getOrDefault(each, 0.0))));
        return String.join(" · ", parts);
    }

    /// What somebody of the organisation promised in a conversation, the newest first.
    List<Fact> promises() {
        List<Fact> facts = new ArrayList<>();
        for (Noticed each : life.drawn().noticed().reversed())
            if (each.event() instanceof Event.Said said && said.promise() != null && facts.size() < MOST_PAST)
                facts.add(Fact.of(figures.date(said.time()), said.promise()));
        return facts;
    }
}
