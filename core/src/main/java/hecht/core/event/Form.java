package hecht.core.event;

/// The form of a gesture; the balance of forms is shown.
public enum Form implements Choice {
    APPRECIATION,
    INFORMATION,
    EMOTION,
    MATERIAL
}
