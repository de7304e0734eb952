package hecht.core.episode;

/// How the qualities of an episode's parts make its own. The product holds; the others are there to be compared with it.
public enum Combining {
    /// Ten things right and one wrong is wrong.
    MULTIPLIED,
    /// The mean of the parts.
    AVERAGED,
    /// The mean of the worst and the last part (Kahneman et al. 1993, *Psychological Science* 4(6)).
    PEAK_END
}
