package hecht.files;

import hecht.core.event.EventType;
import hecht.core.event.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an event log (XES) tells: cases that are opened, go through steps and are closed.
final class LogStory {
    private static final String STEP = "concept:name";
    private static final String CASE = "case:concept:name";
    private static final String TIME = "time:timestamp";
    private static final double USUAL = .8; // of the cases begin or end this way

    private LogStory() {}

    static boolean fits(Sample sample) {
        return sample.named(STEP).isPresent()
                && sample.named(TIME).isPresent()
                && sample.named(CASE).isPresent();
    }

    static List<Draft> of(Roles roles) {
        Sample sample = roles.sample();
        SampleColumn step = roles.took(sample.named(STEP).orElseThrow(), "step");
        SampleColumn number = roles.took(sample.named(CASE).orElseThrow(), "case");
        List<String> first = usual(step, number, true);
        List<String> last = usual(step, number, false);
        List<Draft> events = new ArrayList<>();
        Optional<SampleColumn> promise = sample.first(
                column -> column.isMoment() && column.name().startsWith("case:") && column.says(Vocabulary.DUE));
        if (!first.isEmpty()) {
            Draft opened = event(roles, EventType.CASE_OPENED, "Most cases begin with this step.", "{hash}-opened");
            opened.when(step, "is", list(first));
            promise.ifPresent(column -> opened.cell(Field.PROMISED_BY, roles.took(column, "promised_by")));
            events.add(opened);
        }
        Draft steps = event(
                roles, EventType.CASE_STEP, "Every row is a step; most of them the customer does not see.", "{hash}");
        steps.cell(Field.STEP, step);
        sample.first(column -> column.isFew() && column.says(Vocabulary.TEAM) && !column.says(List.of("resource")))
                .ifPresent(column -> steps.cell(Field.TEAM, roles.took(column, "team")));
        events.add(steps);
        if (!last.isEmpty()) {
            Draft closed = event(
                    roles,
                    EventType.CASE_CLOSED,
                    "Most cases end with " + (last.size() == 1 ? "this step." : "one of these steps."),
                    "{hash}-closed");
            closed.unsure(Field.OUTCOME, "fulfilled", "or rejected, withdrawn, unfulfilled: does the log tell?");
            closed.when(step, "is", list(last));
            events.add(closed);
        }
        return events;
    }

    private static Draft event(Roles roles, EventType type, String says, String id) {
        Draft draft = new Draft(type, says).template(Field.ID, id);
        roles.sample().named(TIME).ifPresent(column -> draft.cell(Field.TIME, roles.took(column, "time")));
        if (roles.customer() != null) Stories.customer(draft, roles);
        else {
            roles.sample().named(CASE).ifPresent(column -> draft.cell(Field.CUSTOMER, roles.took(column, "customer?")));
            draft.note("? nothing in the log names the customer: each case stands for one until you say which");
        }
        roles.sample().named(CASE).ifPresent(column -> draft.cell(Field.CASE, column));
        roles.sample()
                .first(column -> column.isFew() && column.says(Vocabulary.PRODUCT) && !column.isMoment())
                .ifPresent(column -> draft.cell(Field.PRODUCT, roles.took(column, "product")));
        roles.channel().ifPresent(column -> draft.cell(Field.CHANNEL, roles.took(column, "channel")));
        return draft;
    }

    /// The fewest steps with which most cases begin or end; none where they begin in many ways.
    private static List<String> usual(SampleColumn step, SampleColumn number, boolean first) {
        if (step.filled() != number.filled()) return List.of();
        Map<String, Integer> counts = new LinkedHashMap<>();
        int cases = 0;
        for (int i = 0; i < number.filled(); i++) {
            int beside = first ? i - 1 : i + 1;
            boolean edge = beside < 0
                    || beside >= number.filled()
                    || !number.values().get(beside).equals(number.values().get(i));
            if (!edge) continue;
            cases++;
            counts.merge(step.values().get(i), 1, Integer::sum);
        }
        List<String> usual = new ArrayList<>();
        int covered = 0;
        List<Map.Entry<String, Integer>> often = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
        for (Map.Entry<String, Integer> each : often) {
            if (covered >= USUAL * cases) return List.copyOf(usual);
            if (usual.size() == 3) return List.of();
            usual.add(each.getKey());
            covered += each.getValue();
        }
        return List.copyOf(usual);
    }

    private static String list(List<String> words) {
        return "[" + String.join(", ", words.stream().map(Draft::quoted).toList()) + "]";
    }
}
