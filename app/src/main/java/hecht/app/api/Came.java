package hecht.app.api;

import hecht.core.event.Event;
import hecht.core.event.Problem;
import java.util.List;

/// One thing that a request brought: an event, or all that is wrong with it.
///
/// @param place the line of NDJSON, or the place in a list, 1 first
sealed interface Came {
    int place();

    record Fine(int place, Event event) implements Came {}

    record Wrong(int place, List<Problem> problems) implements Came {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }
}
