package hecht.app.web.relationship;

import hecht.core.episode.EpisodeRecord;
import hecht.core.episode.EpisodeRecord.Part;
import hecht.core.event.Event;
import hecht.core.event.EventType;
import hecht.core.perception.Perception;
import hecht.core.perception.Rule;
import hecht.core.relation.Contribution;
import hecht.core.relation.Contribution.Cause;
import hecht.core.relation.Course;
import hecht.core.relation.Drawn;
import hecht.core.relation.Drawn.Noticed;
import hecht.core.relation.Drawn.Point;
import hecht.core.relation.Fold;
import hecht.core.relation.Folding;
import hecht.core.relation.Standing;
import hecht.core.relation.State;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one customer lived through with the organisation, and what is believed of it from moment to moment: everything that
/// the page shows.
///
/// @param customer the key  @param fold by which it was folded
/// @param asOf the moment of reading, up to which events count
/// @param drawn the course of the relationship, the line that its health walked, and how every event was noticed
/// @param line stretches in which the relationship ran, each of points in order of time; two at one moment are a step
/// @param marks what was perceived or heard, in order of time
/// @param quiet events of the organisation's doing that were not perceived as contact
/// @param doors stretches in which the door was not plainly open
record Life(
        String customer,
        Fold fold,
        Instant asOf,
        Drawn drawn,
        List<List<Point>> line,
        List<Mark> marks,
        List<Noticed> quiet,
        List<Held> doors) {
    private static final Duration BREAK = Duration.ofDays(8); // a line that runs has a point a week
    private static final Duration YEAR = Duration.ofDays(365);

    Life {
        line = line.stream().map(List::copyOf).toList();
        marks = List.copyOf(marks);
        quiet = List.copyOf(quiet);
        doors = List.copyOf(doors);
    }

    /// The door held, or a notice window stood open.
    ///
    /// @param phi below 1 it held, above 1 a window was open
    record Held(Instant from, Instant to, double phi) {}

    static Life of(Fold fold, String customer, Drawn drawn, Instant asOf) {
        List<Mark> marks = marks(fold, drawn);
        List<List<Point>> line = stretches(drawn.path());
        return new Life(
                customer, fold, asOf, drawn, line, marks, quiet(drawn.noticed(), marks), doors(fold, drawn, asOf));
    }

    private static List<List<Point>> stretches(List<Point> path) {
        List<List<Point>> line = new ArrayList<>();
        for (Point each : path) {
            boolean goesOn = !line.isEmpty()
                    && Duration.between(line.getLast().getLast().at(), each.at())
                                    .compareTo(BREAK)
                            <= 0;
            if (!goesOn) line.add(new ArrayList<>());
            line.getLast().add(each);
        }
        return line;
    }

    // ---- what was perceived or heard

    private static List<Mark> marks(Fold fold, Drawn drawn) {
        Course course = drawn.course();
        Map<Object, List<Contribution>> steps = new LinkedHashMap<>();
        for (Contribution each : course.why().contributions())
            steps.computeIfAbsent(identity(each.cause()), unseen -> new ArrayList<>())
                    .add(each);
        Map<String, EpisodeRecord> episodes = new HashMap<>();
        for (EpisodeRecord each : course.episodes())
            for (Part part : each.parts()) if (part.event() != null) episodes.put(identity(part.event()), each);
        List<Mark> marks = new ArrayList<>();
        for (Noticed each : drawn.noticed()) {
            List<Contribution> did = steps.getOrDefault(identity(each.event()), List.of());
            if (did.isEmpty() && !each.perception().isPerceived()) continue;
            marks.add(Mark.of(
                    each.event().time(),
                    each.event(),
                    goal(each.event(), episodes.get(identity(each.event()))),
                    each.perception(),
                    did));
        }
        steps.forEach((key, did) -> {
            if (did.getFirst().cause() instanceof Cause.OfDeadline deadline)
                marks.add(Mark.of(
                        deadline.time(),
                        null,
                        goalOf(course, deadline.episode()),
                        did.getFirst().noticed(),
                        did));
        });
        addMissed(fold, course, marks);
        marks.sort(Comparator.comparing(Mark::at)); // stable: at one moment in the order of events
        return marks;
    }

    /// Deadlines that were perceived and changed nothing stand with their episode only.
    private static void addMissed(Fold fold, Course course, List<Mark> marks) {
        Set<Instant> told = new HashSet<>();
        for (Mark each : marks) if (each.event() == null) told.add(each.at());
        for (EpisodeRecord episode : course.episodes())
            for (Part part : episode.parts()) {
                if (part.event() != null || !told.add(part.time())) continue;
                Perception noticed =
                        fold.rules().named(part.rules()).map(Life::alone).orElse(Perception.NOTHING);
                marks.add(Mark.of(part.time(), null, name(episode), noticed, List.of()));
            }
    }

    private static Perception alone(Rule rule) {
        return new Perception(rule.weight(), rule.quality(), rule.quality(), false, false, List.of(rule));
    }

    private static @Nullable String goalOf(Course course, int episode) {
        for (EpisodeRecord each : course.episodes()) if (each.number() == episode) return name(each);
        return null;
    }

    private static @Nullable String goal(Event event, @Nullable EpisodeRecord episode) {
        String own = event.envelope().subject().goal();
        return own != null || episode == null ? own : episode.goal();
    }

    private static @Nullable String name(EpisodeRecord episode) {
        return episode.goal() != null ? episode.goal() : episode.caseId();
    }

    private static Object identity(Cause cause) {
        return cause instanceof Cause.OfEvent of ? identity(of.event()) : cause;
    }

    static String identity(Event event) {
        return event.envelope().source() + ' ' + event.envelope().id();
    }

    /// Reached the customer, or could have, and was not perceived: a direct debit, a newsletter, a step inside the house. What
    /// only tells of the contract or of the customer is none of these.
    private static List<Noticed> quiet(List<Noticed> all, List<Mark> marks) {
        Set<String> marked = new HashSet<>();
        for (Mark each : marks) if (each.event() != null) marked.add(identity(each.event()));
        return all.stream()
                .filter(each -> !each.perception().isPerceived())
                .filter(each -> isContact(each.event().type()))
                .filter(each -> !marked.contains(identity(each.event())))
                .toList();
    }

    private static boolean isContact(EventType type) {
        return switch (type) {
            case DESCRIBED, STARTED, CONTRACT, PRODUCT_ADDED, PRODUCT_DROPPED, LEFT, LIFE_EVENT, MERGED, ERASED ->
                false;
            default -> true;
        };
    }

    // ---- the door

    /// φ is read whenever a contract may change it; between those moments it stays as it is.
    private static List<Held> doors(Fold fold, Drawn drawn, Instant asOf) {
        NavigableSet<Instant> moments = new TreeSet<>();
        for (Noticed each : drawn.noticed()) {
            switch (each.event()) {
                case Event.Started e -> add(moments, e.time(), e.lockedUntil(), e.noticeFrom(), e.noticeTo());
                case Event.Contract e -> add(moments, e.time(), e.lockedUntil(), e.noticeFrom(), e.noticeTo());
                case Event.ProductDropped e -> moments.add(e.time());
                case Event.Left e -> moments.add(e.time());
                default -> {}
            }
        }
        moments.add(asOf);
        List<Held> held = new ArrayList<>();
        Folding folding = fold.begin(State.NEW);
        int next = 0;
        Instant from = null;
        double phi = 1;
        for (Instant at : moments.headSet(asOf, true)) {
            if (from != null && phi != 1) held.add(new Held(from, at, phi));
            while (next < drawn.noticed().size()
                    && !drawn.noticed().get(next).event().time().isAfter(at))
                folding.take(drawn.noticed().get(next++).event());
            Standing now = folding.standing(at);
            from = now.isRunning() ? at : null;
            phi = now.door();
        }
        return held;
    }

    /// A lock runs to the end of its day; what comes after it begins a microsecond later.
    private static void add(Set<Instant> to, @Nullable Instant... changes) {
        for (Instant each : changes) {
            if (each == null) continue;
            to.add(each);
            to.add(each.plus(1, ChronoUnit.MICROS));
        }
    }

    // ---- reading

    Course course() {
        return drawn.course();
    }

    Standing standing() {
        return course().standing();
    }

    boolean hasMet() {
        return !line.isEmpty();
    }

    /// The health that is explained: now, or at the end of a relationship that ended. Leaving says something too, but belongs to
    /// no contribution.
    double health() {
        return standing().isRunning() ? standing().health() : course().why().health();
    }

    /// What was believed last while the relationship ran.
    Optional<Point> last() {
        return line.isEmpty() ? Optional.empty() : Optional.of(line.getLast().getLast());
    }

    /// What was believed at a moment, after what happened then; empty where the relationship did not run.
    Optional<Point> at(Instant moment) {
        Point found = null;
        for (List<Point> stretch : line) {
            if (stretch.getFirst().at().isAfter(moment)
                    || stretch.getLast().at().isBefore(moment)) continue;
            for (Point each : stretch) if (!each.at().isAfter(moment)) found = each;
        }
        return Optional.ofNullable(found);
    }

    /// What was believed just before what happened at a moment.
    Optional<Point> before(Instant moment) {
        for (List<Point> stretch : line)
            for (Point each : stretch) if (each.isStep() && each.at().equals(moment)) return Optional.of(each);
        return at(moment.minus(1, ChronoUnit.MICROS));
    }

    Optional<Point> aYearAgo() {
        return at(asOf.minus(YEAR));
    }

    /// Stretches of more than 120 days without a sign, up to now.
    List<Silence> silences() {
        if (line.isEmpty()) return List.of();
        NavigableSet<Instant> signs = new TreeSet<>();
        for (Mark each : marks) if (isSign(each)) signs.add(each.at());
        for (Noticed each : drawn.noticed())
            if (Folding.isOwnAct(each.event())) signs.add(each.event().time());
        List<Silence> found = new ArrayList<>();
        for (List<Point> stretch : line) {
            Instant from = stretch.getFirst().at();
            Instant end = stretch.getLast().at();
            for (Instant each : signs.subSet(from, true, end, true)) {
                add(found, from, each);
                from = each;
            }
            add(found, from, end);
        }
        return found;
    }

    /// Not answering is no sign.
    private static boolean isSign(Mark of) {
        return of.event() == null ? of.noticed() != null : of.event().type() != EventType.SURVEY_SENT;
    }

    private static void add(List<Silence> to, Instant from, Instant until) {
        if (Duration.between(from, until).compareTo(Silence.NAMED) > 0) to.add(new Silence(from, until));
    }

    Optional<Noticed> event(String source, String id) {
        return drawn.noticed().stream()
                .filter(each -> each.event().envelope().source().equals(source)
                        && each.event().envelope().id().equals(id))
                .findFirst();
    }

    /// The episode to which an event belongs.
    Optional<EpisodeRecord> episodeOf(Event event) {
        for (EpisodeRecord each : course().episodes())
            for (Part part : each.parts())
                if (part.event() != null && identity(part.event()).equals(identity(event))) return Optional.of(each);
        return Optional.empty();
    }
}
