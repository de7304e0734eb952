package hecht.app.web.relationship;

import hecht.app.words.Phrases;
import hecht.core.episode.EpisodeRecord;
import hecht.core.episode.EpisodeRecord.Part;
import hecht.core.relation.Contribution;
import hecht.core.relation.Contribution.Cause;
import hecht.core.relation.Drawn.Point;
import hecht.core.relation.Mode;
import hecht.core.relation.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happened to one relationship, told in a few written sentences: what warmed it most, what cost most, what came back, and
/// what may come. Computed, and the same for the same events.
final class Story {
    private static final double WORTH_TELLING = 1; // points
    private static final Duration SOON = Duration.ofDays(365);

    private final Life life;
    private final Phrases phrases;
    private final Spoken say;

    Story(Life life, Phrases phrases, Spoken say) {
        this.life = life;
        this.phrases = phrases;
        this.say = say;
    }

    /// What one episode did, or one event outside of any.
    private static final class Stroke {
        private final @Nullable EpisodeRecord episode;
        private final List<Mark> marks = new ArrayList<>();
        private double points;

        Stroke(@Nullable EpisodeRecord episode) {
            this.episode = episode;
        }

        void add(Mark mark) {
            marks.add(mark);
            points += mark.onItsDay();
        }

        Instant from() {
            return marks.getFirst().at();
        }

        /// The last moment at which it still cost something.
        Instant worst() {
            Instant found = from();
            for (Mark each : marks) if (each.onItsDay() < 0) found = each.at();
            return found;
        }

        double lost() {
            double sum = 0;
            for (Mark each : marks) sum += Math.min(0, each.onItsDay());
            return sum;
        }
    }

    String told() {
        if (!life.hasMet()) return say.say("relationship.not-met");
        List<String> sentences = new ArrayList<>();
        List<Stroke> strokes = strokes();
        Optional<Stroke> fall = strokes.stream()
                .filter(each -> each.lost() <= -WORTH_TELLING)
                .min(Comparator.comparingDouble(Stroke::lost));
        Optional<Stroke> rise = strokes.stream()
                .filter(each -> each.points >= WORTH_TELLING)
                .filter(each ->
                        fall.isEmpty() || each.from().isBefore(fall.get().from()))
                .max(Comparator.comparingDouble(each -> each.points));
        rise.ifPresent(each -> sentences.add(rose(each)));
        fall.ifPresent(each -> sentences.add(fell(each)));
        fall.flatMap(this::cameBack).ifPresent(sentences::add);
        warning().ifPresent(sentences::add);
        if (sentences.isEmpty()) sentences.add(say.say("relationship.story.only-time"));
        ending().ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    private List<Stroke> strokes() {
        Map<String, EpisodeRecord> byEvent = new HashMap<>();
        for (EpisodeRecord each : life.course().episodes())
            for (Part part : each.parts()) if (part.event() != null) byEvent.put(Life.identity(part.event()), each);
        Map<Integer, Stroke> ofEpisodes = new HashMap<>();
        List<Stroke> all = new ArrayList<>();
        for (Mark each : life.marks()) {
            if (each.steps().isEmpty()) continue;
            EpisodeRecord episode = episode(each, byEvent);
            Stroke known = episode == null ? null : ofEpisodes.get(episode.number());
            if (known == null) {
                known = new Stroke(episode);
                all.add(known);
                if (episode != null) ofEpisodes.put(episode.number(), known);
            }
            known.add(each);
        }
        return all;
    }

    private @Nullable EpisodeRecord episode(Mark of, Map<String, EpisodeRecord> byEvent) {
        if (of.event() != null) return byEvent.get(Life.identity(of.event()));
        if (of.steps().getFirst().cause() instanceof Cause.OfDeadline deadline)
            for (EpisodeRecord each : life.course().episodes()) if (each.number() == deadline.episode()) return each;
        return null;
    }

    private String rose(Stroke by) {
        return say.say(
                "relationship.story.rose",
                phrases.figures().date(by.from()),
                what(by.marks.getFirst()),
                phrases.figures().change(Math.round(10 * by.points)));
    }

    private String fell(Stroke by) {
        EpisodeRecord episode = by.episode;
        if (episode != null && episode.contacts() > 1) {
            double before = life.before(by.from()).map(Point::health).orElse(0.0);
            double after = life.at(by.worst()).map(Point::health).orElse(0.0);
            return say.say(
                    "relationship.story.fell-episode",
                    say.nameOf(episode),
                    episode.contacts(),
                    Math.round(before),
                    Math.round(after),
                    say.span(Duration.between(by.from(), by.worst())));
        }
        Mark worst = by.marks.stream()
                .min(Comparator.comparingDouble(Mark::onItsDay))
                .orElseThrow();
        return say.say(
                "relationship.story.fell",
                phrases.figures().date(worst.at()),
                what(worst),
                phrases.figures().change(Math.round(10 * by.lost())));
    }

    private Optional<String> cameBack(Stroke fall) {
        double points = 0;
        for (Mark each : life.marks()) if (each.at().isAfter(fall.worst())) points += Math.max(0, each.onItsDay());
        if (points < WORTH_TELLING) return Optional.empty();
        return Optional.of(
                say.say("relationship.story.came-back", phrases.figures().ofTenths(Math.round(10 * points))));
    }

    /// That somebody asked how to leave, in the last year.
    private Optional<String> warning() {
        for (Mark each : life.marks().reversed())
            for (Contribution step : each.steps())
                if (step.heard() == Observation.ASKED_TO_CANCEL
                        && each.at().isAfter(life.asOf().minus(SOON)))
                    return Optional.of(say.say(
                            "relationship.story.asked-to-leave",
                            phrases.figures().date(each.at())));
        return Optional.empty();
    }

    private Optional<String> ending() {
        if (life.course().ended() != null)
            return Optional.of(say.say(
                    "relationship.story.ended",
                    phrases.figures().date(life.course().ended())));
        Instant opens = life.standing().opensOn();
        boolean hasDoor = life.fold().model().mode() == Mode.CONTRACT;
        if (hasDoor && opens != null && opens.isBefore(life.asOf().plus(SOON)))
            return Optional.of(
                    say.say("relationship.story.opens", phrases.figures().date(opens)));
        List<Silence> silences = life.silences();
        if (!silences.isEmpty()
                && silences.getLast().to().equals(life.last().orElseThrow().at()))
            return Optional.of(say.say(
                    "relationship.story.silent",
                    phrases.figures().date(silences.getLast().from())));
        return Optional.empty();
    }

    private String what(Mark of) {
        return say.about(of);
    }
}
