package hecht.core.event;

/// Who sent it back or called it off.
public enum Party implements Choice {
    CUSTOMER,
    SUPPLIER
}
