package hecht.core.event;

import java.util.List;

/// What came of reading one event: the event, or all that is wrong with it at once.
public sealed interface Reading {
    record Accepted(Event event) implements Reading {}

    record Refused(List<Problem> problems) implements Reading {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) throw new IllegalArgumentException("a refusal needs a problem");
        }
    }
}
