package hecht.app.api;

import hecht.app.ingest.Conflicts;
import hecht.app.ingest.Reserved;
import hecht.app.security.Audit;
import hecht.app.security.Refused;
import hecht.app.security.Who;
import hecht.core.event.Event;
import hecht.core.event.Problem;
import hecht.store.Store;
import hecht.store.access.Act;
import hecht.store.event.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// `POST /api/v1/events`: events in, an answer for each. What was answered is durable, and whatever is sent again is answered
/// as a repetition, so that who is in doubt sends it again.
@RestController
@RequestMapping("/api/v1/events")
class EventsApi {
    static final int MOST_EVENTS = 50_000;
    private static final Duration BELIEVED_AHEAD = Duration.ofDays(1);

    private final Store store;
    private final Clock clock;
    private final Audit audit;

    EventsApi(Store store, Clock clock, Audit audit) {
        this.store = store;
        this.clock = clock;
        this.audit = audit;
    }

    /// What became of all of them, and of each.
    @JsonNaming(SnakeCaseStrategy.class)
    record Answers(Counts counts, List<Line> answers) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Counts(
            long events,
            long accepted,
            long repeated,
            long conflicting,
            long rejected,
            long erased,
            long notSwitchedOn) {}

    /// @param line of NDJSON, or the place in a list, 1 first  @param problems why it was rejected or conflicting
    record Line(int line, String answer, List<Wrong> problems) {}

    record Wrong(String field, String expected, String found, String remedy) {
        static Wrong of(Problem problem) {
            return new Wrong(problem.field(), problem.expected(), problem.found(), problem.remedy());
        }
    }

    /// One sentence that says why nothing of the body was stored.
    record Unread(String error) {}

    @PostMapping
    ResponseEntity<Object> take(HttpServletRequest request, Who who) {
        List<Came> came;
        try {
            byte[] body = Body.read(request).orElseThrow(() -> new Refused(Refused.Kind.TOO_LARGE));
            came = new EventJson(
                            store.settings().organisation().zone(),
                            clock.instant().plus(BELIEVED_AHEAD))
                    .read(body);
        } catch (EventJson.Unreadable e) {
            return wrong(e.sentence());
        } catch (IOException e) {
            return wrong(
                    "The body: expected all of it, plain or packed by gzip, found that it breaks off or is neither;"
                            + " nothing was stored.");
        }
        if (came.size() > MOST_EVENTS)
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                    .body(new Unread("The body: expected at most 50,000 events, found " + came.size()
                            + "; nothing was stored. Send them in parts."));
        return ResponseEntity.ok(store(came, who));
    }

    private static ResponseEntity<Object> wrong(String sentence) {
        return ResponseEntity.badRequest().body(new Unread(sentence));
    }

    private Answers store(List<Came> came, Who who) {
        List<@Nullable Problem> reserved = new ArrayList<>(came.size());
        List<Event> events = new ArrayList<>();
        for (Came each : came) {
            Problem problem = each instanceof Came.Fine(int place, Event event)
                    ? Reserved.problem(event, !who.isOwner()).orElse(null)
                    : null;
            reserved.add(problem);
            if (problem == null && each instanceof Came.Fine(int place, Event event)) events.add(event);
        }
        List<Answer> answers = store.intake().take(events);
        List<Line> lines = new ArrayList<>(came.size());
        Map<Answer, Integer> counts = new EnumMap<>(Answer.class);
        int rejected = 0;
        int next = 0;
        for (int i = 0; i < came.size(); i++) {
            Problem problem = reserved.get(i);
            switch (came.get(i)) {
                case Came.Wrong(int place, List<Problem> problems) -> {
                    rejected++;
                    lines.add(line(place, "rejected", problems));
                }
                case Came.Fine(int place, Event event)
                when problem != null -> {
                    rejected++;
                    lines.add(line(place, "rejected", List.of(problem)));
                }
                case Came.Fine(int place, Event event) -> {
                    Answer answer = answers.get(next++);
                    counts.merge(answer, 1, Integer::sum);
                    lines.add(line(place, word(answer), problems(answer, event)));
                }
            }
        }
        int erased = counts.getOrDefault(Answer.ERASED, 0);
        if (erased > 0) audit.did(who, Act.ERASED_KEPT_OUT, erased + " events");
        return new Answers(
                new Counts(
                        came.size(),
                        counts.getOrDefault(Answer.ACCEPTED, 0),
                        counts.getOrDefault(Answer.REPEATED, 0),
                        counts.getOrDefault(Answer.CONFLICTING, 0) + counts.getOrDefault(Answer.CIRCULAR, 0),
                        rejected,
                        erased,
                        counts.getOrDefault(Answer.NOT_SWITCHED_ON, 0)),
                lines);
    }

    private static String word(Answer answer) {
        return answer == Answer.CIRCULAR
                ? word(Answer.CONFLICTING)
                : answer.name().toLowerCase(Locale.ROOT);
    }

    private static List<Problem> problems(Answer answer, Event event) {
        return switch (answer) {
            case CONFLICTING -> List.of(Conflicts.id(event));
            case CIRCULAR -> event instanceof Event.Merged merged ? List.of(Conflicts.circle(merged)) : List.of();
            case ACCEPTED, REPEATED, ERASED, NOT_SWITCHED_ON -> List.of();
        };
    }

    private static Line line(int place, String answer, List<Problem> problems) {
        return new Line(place, answer, problems.stream().map(Wrong::of).toList());
    }
}
