package hecht.core.event;

/// The arm of an experiment: approached, or held out, which is data too.
public enum Arm implements Choice {
    TREATED,
    HELD_OUT
}
