package hecht.core.event;

/// The way a contact went.
public enum Channel implements Choice {
    PHONE,
    MAIL,
    CHAT,
    VISIT,
    LETTER,
    WEB,
    APP,
    SOCIAL,
    PARTNER,
    OTHER
}
