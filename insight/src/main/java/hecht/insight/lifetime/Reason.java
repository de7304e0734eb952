package hecht.insight.lifetime;

/// Why there is nothing to estimate. Each says in one sentence what is the matter.
public enum Reason {
    ONE_CUSTOMER("One customer tells nothing of how customers differ; at least two are needed."),
    ONE_DAY(
            "Every purchase was made on the last day that was looked at, so that there is no time in which anybody could return."),
    NOBODY_RETURNED("Nobody bought twice, so that nothing can be told of how often customers buy or when they stop."),
    NOTHING_SPENT("Nobody spent anything on a purchase after the first, so that nothing can be told of spending."),
    OUT_OF_ROUNDS("The climb stopped before it reached a top, so that no estimate is given.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
