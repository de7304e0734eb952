package hecht.store.relation;

import hecht.core.event.Choice;

/// In view, or not.
public enum Sight implements Choice {
    IN_VIEW,
    NOT_IN_VIEW
}
