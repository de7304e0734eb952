package hecht.store.relation;

import hecht.core.event.Choice;

/// In which order a list stands. Whatever is absent comes last; rows that are equal stand in the order of their keys.
public enum Order implements Choice {
    HIGHEST_MARGIN("coalesce(margin, '-Infinity')", "float8", true),
    LOWEST_MARGIN("coalesce(margin, 'Infinity')", "float8", false),
    LOWEST_HEALTH("health", "float8", false),
    HIGHEST_HEALTH("health", "float8", true),
    /// Fell most in 90 days.
    FELL_MOST("coalesce(change, 'Infinity')", "float8", false),
    ROSE_MOST("coalesce(change, '-Infinity')", "float8", true),
    LONGEST_UNHEARD("coalesce(last_heard, '-infinity')", "timestamptz", false),
    LATEST_HEARD("coalesce(last_heard, '-infinity')", "timestamptz", true),
    OPENS_FIRST("coalesce(opens_on, 'infinity')", "timestamptz", false),
    KEY("customer", "text", false);

    private final String expression;
    private final String type;
    private final boolean isDescending;

    Order(String expression, String type, boolean isDescending) {
        this.expression = expression;
        this.type = type;
        this.isDescending = isDescending;
    }

    /// What rows are ordered by, in SQL.
    String expression() {
        return expression;
    }

    /// Its type, in SQL.
    String type() {
        return type;
    }

    boolean isDescending() {
        return isDescending;
    }
}
