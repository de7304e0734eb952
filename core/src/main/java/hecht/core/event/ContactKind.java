package hecht.core.event;

/// What a contact was for.
public enum ContactKind implements Choice {
    QUESTION,
    REQUEST,
    COMPLAINT,
    COMPLIMENT,
    ADVICE,
    SALE,
    INFORMATION
}
