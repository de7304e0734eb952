package hecht.core.event;

/// What a message was for.
public enum MessageKind implements Choice {
    SERVICE,
    NEWSLETTER,
    OFFER,
    PRICE,
    LETTER
}
