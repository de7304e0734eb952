package hecht.demo.export;

/// What is wrong with a row that was broken on purpose.
public enum Fault {
    /// Its moment is none; the event comes in when the row is mended.
    WRONG_DATE,
    /// It is of a kind that no mapping knows; the event comes in when the row is mended.
    UNKNOWN_TYPE,
    /// A second row with the number of the one before and another day: the first stays.
    CONFLICTING_ID
}
