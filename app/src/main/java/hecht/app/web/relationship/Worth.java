package hecht.app.web.relationship;

import hecht.app.words.Figures;
import hecht.core.episode.EpisodeRecord;
import hecht.core.event.Event;
import hecht.core.relation.Drawn.Noticed;
import hecht.core.relation.Holding;
import hecht.core.relation.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// What is worth doing now: the moments themselves, when the door opens or a promise is due. What a conversation brings is not
/// said, because nothing was tried by lot yet.
final class Worth {
    private static final Duration RECENT = Duration.ofDays(60);
    private static final int MOST = 5;

    private final Life life;
    private final Spoken say;
    private final Figures figures;

    Worth(Life life, Spoken say) {
        this.life = life;
        this.say = say;
        this.figures = say.figures();
    }

    List<Doing> doing() {
        if (!life.standing().isRunning()) return List.of();
        List<Doing> all = new ArrayList<>();
        promises(all);
        window(all);
        lock(all);
        failure(all);
        open(all);
        return all.subList(0, Math.min(MOST, all.size()));
    }

    private void promises(List<Doing> to) {
        for (EpisodeRecord each : life.course().episodes()) {
            Instant by = each.promisedBy();
            if (by == null || each.closed() != null) continue;
            boolean late = by.isBefore(life.asOf());
            to.add(new Doing(
                    say.say(late ? "relationship.doing.promise-late" : "relationship.doing.promise", figures.date(by)),
                    late ? "" : days(by),
                    late ? "" : say.say("relationship.doing.days"),
                    say.nameOf(each)));
        }
        for (Noticed each : life.drawn().noticed().reversed())
            if (each.event() instanceof Event.Said said
                    && said.promise() != null
                    && said.time().isAfter(life.asOf().minus(RECENT)))
                to.add(new Doing(
                        say.say("relationship.doing.said", figures.date(said.time())), "", "", said.promise()));
    }

    private void window(List<Doing> to) {
        if (life.fold().model().mode() == Mode.RHYTHM) return;
        for (Holding each : life.course().holdings()) {
            Instant from = each.noticeFrom();
            if (!each.isRunning() || from == null) continue;
            Instant until = each.noticeTo();
            if (from.isAfter(life.asOf()))
                to.add(new Doing(
                        say.say("relationship.doing.before-window", figures.date(from)),
                        days(from),
                        say.say("relationship.doing.days"),
                        say.say("relationship.doing.before-note", each.product())));
            else if (until == null || until.isAfter(life.asOf()))
                to.add(new Doing(
                        until == null
                                ? say.say("relationship.doing.in-window-open")
                                : say.say("relationship.doing.in-window", figures.date(until)),
                        until == null ? "" : days(until),
                        until == null ? "" : say.say("relationship.doing.days"),
                        say.say("relationship.doing.in-window-note", each.product())));
        }
    }

    private void lock(List<Doing> to) {
        Instant opens = life.standing().opensOn();
        if (opens == null || life.fold().model().mode() == Mode.RHYTHM) return;
        for (Holding each : life.course().holdings())
            if (each.isRunning() && opens.equals(each.lockedUntil()) && each.noticeFrom() != null)
                return; // told with its window
        to.add(new Doing(
                say.say("relationship.doing.before-door", figures.date(opens)),
                days(opens),
                say.say("relationship.doing.days"),
                say.say("relationship.doing.door-note")));
    }

    private void failure(List<Doing> to) {
        Instant failed = life.course().lastDoubleFailure();
        if (failed == null || failed.isBefore(life.asOf().minus(RECENT))) return;
        Instant recovered = life.course().lastRecovery();
        if (recovered != null && recovered.isAfter(failed)) return;
        for (Mark each : life.marks())
            if (each.at().equals(failed))
                to.add(new Doing(say.say("relationship.doing.failed", figures.date(failed)), "", "", say.about(each)));
    }

    private void open(List<Doing> to) {
        for (EpisodeRecord each : life.course().episodes())
            if (each.closed() == null && each.promisedBy() == null && each.contacts() > 0)
                to.add(new Doing(
                        say.say("relationship.doing.open", say.nameOf(each)),
                        "",
                        "",
                        say.say("relationship.doing.open-note", figures.date(each.opened()))));
    }

    private String days(Instant until) {
        return figures.whole(ChronoUnit.DAYS.between(figures.day(life.asOf()), figures.day(until)));
    }
}
