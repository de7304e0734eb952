package hecht.demo;

import hecht.core.event.Choice;

/// The kinds of contract.
public enum Segment implements Choice {
    /// The door is open.
    VARIABLE(0),
    /// Locked for one year.
    FIXED_1(1),
    /// Locked for three years.
    FIXED_3(3),
    /// District heat: no other supplier at the address.
    HEAT(0);

    final int years; // of the lock

    Segment(int years) {
        this.years = years;
    }

    boolean isLocked() {
        return years > 0;
    }

    @Override
    public String word() {
        return switch (this) {
            case VARIABLE -> "variable";
            case FIXED_1 -> "fixed 1 year";
            case FIXED_3 -> "fixed 3 years";
            case HEAT -> "heat";
        };
    }
}
