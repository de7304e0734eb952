package hecht.app.web.demo;

import hecht.app.ingest.LichtlandLoading.Seen;

/// What is seen of the loading: the steps, one after the other, and how much of each is done.
///
/// @param percent of the step that is under way  @param step 0 the first  @param failure empty where it did not fail
public record Way(int step, int percent, long events, String failure) {
    static Way of(Seen seen) {
        int step = switch (seen.step()) {
            case MAKING -> 0;
            case IMPORTING -> 1;
            default -> 2;
        };
        return new Way(
                step,
                (int) Math.floor(100 * seen.share()),
                seen.events(),
                seen.failure() == null ? "" : seen.failure());
    }

    public boolean hasFailed() {
        return !failure.isEmpty();
    }

    public boolean isDone(int other) {
        return !hasFailed() && other < step;
    }

    public boolean isUnderWay(int other) {
        return !hasFailed() && other == step;
    }
}
