package hecht.store.access;

import hecht.core.event.Choice;

/// What a person may do; each role may do what those before it may.
public enum Role implements Choice {
    /// Sees figures of many, never a person.
    VIEWER,
    /// Sees people.
    MEMBER,
    /// Imports, configures, erases.
    STEWARD,
    /// Says who else may.
    OWNER;

    public boolean isAtLeast(Role asked) {
        return compareTo(asked) >= 0;
    }
}
