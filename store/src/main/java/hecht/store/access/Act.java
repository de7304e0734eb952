package hecht.store.access;

import hecht.core.event.Choice;

/// What the audit knows of. A word stays what it is once it was written.
public enum Act implements Choice {
    SIGNED_IN,
    SIGNED_OUT,
    LINK_MADE,
    LINK_USED,
    USER_ADDED,
    ROLE_CHANGED,
    USER_REMOVED,
    TOKEN_MADE,
    TOKEN_WITHDRAWN,
    /// Somebody looked at one customer.
    LOOKED,
    /// Somebody saw a list of customers.
    LISTED,
    /// Somebody took data along.
    EXPORTED,
    /// Somebody noted a conversation with a customer.
    NOTED,
    ERASED,
    /// Events of somebody who was erased came again and were kept out.
    ERASED_KEPT_OUT,
    IMPORTED,
    QUARANTINE_READ,
    QUARANTINE_DISMISSED,
    MAPPING_SAVED,
    RULES_SAVED,
    /// Something of the organisation was set, among it the purpose for which a kind of event was switched on.
    SETTING_CHANGED,
    MOMENT_WRITTEN,
    VIEW_SAVED,
    VIEW_REMOVED,
    DEMO_LOADED,
    DEMO_REMOVED,
    BACKED_UP,
    RESTORED,

    SIGN_IN_REFUSED,
    LINK_REFUSED,
    /// Somebody asked for what their role does not show.
    ROLE_REFUSED,
    /// No token, or none that is known.
    TOKEN_REFUSED,
    /// A token asked for what it has no right to.
    RIGHT_REFUSED,
    /// A form came without its own token.
    FORM_REFUSED,
    /// A page of another site asked.
    ORIGIN_REFUSED,
    /// The server was called by a name it does not have.
    HOST_REFUSED,
    /// An upload was too large, or from somebody who may not.
    UPLOAD_REFUSED;

    /// Refusals of one kind count as one row a minute.
    public boolean isRefusal() {
        return compareTo(SIGN_IN_REFUSED) >= 0;
    }
}
