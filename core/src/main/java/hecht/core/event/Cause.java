package hecht.core.event;

/// Why a contact was needed at all.
public enum Cause implements Choice {
    PRODUCT,
    CUSTOMER,
    OWN_PROCESS,
    SUPPLIER
}
