package hecht.demo.export;

import hecht.core.event.Event;
import java.util.List;
import java.util.function.Predicate;

/// A table of one system: which events stand in it, and how.
///
/// @param name system and table, such as `crm/contacten`  @param hasYears whether each year has a file of its own
/// @param rows the events that are a row  @param next those that are told in the row before, of the event they belong to
/// @param belongs to which rows the latter belong
/// @param dated place of the column with the moment of the row  @param kinds place of the column with its type; −1 for none
/// @param unknown a word that the system has there and no mapping knows
/// @param breaks whether rows of it are broken on purpose
record Table(
        String name,
        Kind kind,
        boolean hasYears,
        Predicate<Event> rows,
        Predicate<Event> next,
        Predicate<Event> belongs,
        List<Column> columns,
        int dated,
        int kinds,
        String unknown,
        boolean breaks) {

    static Table of(String name, Kind kind, Predicate<Event> rows, Column... columns) {
        return new Table(name, kind, false, rows, event -> false, event -> false, List.of(columns), -1, -1, "", false);
    }

    Table ofEachYear() {
        return new Table(name, kind, true, rows, next, belongs, columns, dated, kinds, unknown, breaks);
    }

    /// Some events are told in the row of another: the last before them.
    Table with(Predicate<Event> told, Predicate<Event> inRowsOf) {
        return new Table(name, kind, hasYears, rows, told, inRowsOf, columns, dated, kinds, unknown, breaks);
    }

    /// One row in 200 is broken, in the column of its moment.
    Table breaking(String dated) {
        return new Table(name, kind, hasYears, rows, next, belongs, columns, place(dated), -1, "", true);
    }

    /// The same, or in the column of its type, by a word that no mapping knows.
    Table breaking(String dated, String kinds, String unknown) {
        return new Table(name, kind, hasYears, rows, next, belongs, columns, place(dated), place(kinds), unknown, true);
    }

    private int place(String title) {
        for (int i = 0; i < columns.size(); i++) if (columns.get(i).title().equals(title)) return i;
        throw new IllegalArgumentException(name + " has no column " + title);
    }

    /// The resource that holds its mapping, and the name of the file it is written to.
    String mapping() {
        return name.replace('/', '.') + ".yaml";
    }
}
