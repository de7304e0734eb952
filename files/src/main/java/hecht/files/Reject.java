package hecht.files;

import hecht.core.event.Problem;

/// What keeps one row from counting, for the person who can mend it.
///
/// @param file name without its folders  @param row 0 for the header, or where the row has no number
public record Reject(String file, long row, Problem problem) {
    /// `contacts.csv, row 218, time: expected a moment with a zone, such as 2026-03-01T09:30:00Z, found "01-03-2026"; set
    /// zone and format in the mapping.`
    public String sentence() {
        String where = row > 0 ? file + ", row " + row : file;
        String what = problem.sentence();
        if (problem.field().isEmpty()) return where + what + end(what);
        return where + ", " + what + end(what);
    }

    private static String end(String sentence) {
        return sentence.endsWith("?") ? "" : ".";
    }
}
