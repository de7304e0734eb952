package hecht.core.event;

/// What a relationship rests on.
public enum Pillar implements Choice {
    AUTHENTICITY,
    DISTINCTIVENESS,
    RELEVANCE
}
