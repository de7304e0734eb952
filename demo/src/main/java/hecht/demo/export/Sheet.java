package hecht.demo.export;

import hecht.core.event.Event;
import hecht.demo.Chance;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A table while it is written: the rows of one customer, and the files they go to.
final class Sheet implements AutoCloseable {
    private static final double BROKEN = .005; // of the rows
    private static final List<String> NO_DATES = List.of("n.n.b.", "00-00-0000", "32-13-2025", "");

    private final Table table;
    private final Path folder;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, Writer> files = new HashMap<>(); // by year; under 0 where there is one for all

    private record Row(Told told, String[] cells) {
        Event event() {
            return told.event();
        }
    }

    Sheet(Table table, Path folder) {
        this.table = table;
        this.folder = folder;
    }

    /// @return whether the event stands in this table
    boolean take(Told told) {
        if (table.rows().test(told.event())) {
            rows.add(new Row(told, cells(told)));
            return true;
        }
        if (!table.next().test(told.event())) return false;
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (!table.belongs().test(rows.get(i).event())) continue;
            addTo(rows.get(i).cells(), told);
            return true;
        }
        throw new IllegalStateException(
                table.name() + " has no row to which a " + told.event().type() + " belongs");
    }

    private String[] cells(Told told) {
        String[] cells = new String[table.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            Column column = table.columns().get(i);
            cells[i] = column.ofNext() ? "" : column.of(told);
        }
        return cells;
    }

    private void addTo(String[] cells, Told told) {
        for (int i = 0; i < cells.length; i++) {
            Column column = table.columns().get(i);
            if (column.ofNext()) cells[i] = column.of(told);
        }
    }

    /// Writes the rows of a customer, some of them broken.
    ///
    /// @param lot null where this customer's rows stay whole
    void turnOver(@Nullable Chance lot, BiConsumer<Fault, Event> broken) throws IOException {
        for (Row row : rows) {
            if (lot == null || !table.breaks() || !lot.happens(BROKEN)) {
                write(row);
                continue;
            }
            Fault fault = Fault.values()[lot.below(Fault.values().length)];
            if (fault == Fault.UNKNOWN_TYPE && table.kinds() < 0) fault = Fault.WRONG_DATE;
            spoil(row, fault, lot);
            broken.accept(fault, row.event());
        }
        rows.clear();
    }

    private void spoil(Row row, Fault fault, Chance lot) throws IOException {
        switch (fault) {
            case WRONG_DATE -> row.cells()[table.dated()] = NO_DATES.get(lot.below(NO_DATES.size()));
            case UNKNOWN_TYPE -> row.cells()[table.kinds()] = table.unknown();
            case CONFLICTING_ID -> {
                write(row);
                onTheDayBefore(row);
            }
        }
        write(row);
    }

    /// What belongs to the row was told once; only the row itself comes again.
    private void onTheDayBefore(Row row) {
        Column dated = table.columns().get(table.dated());
        row.cells()[table.dated()] = dated.of(row.told().onTheDayBefore());
        for (int i = 0; i < row.cells().length; i++) if (table.columns().get(i).ofNext()) row.cells()[i] = "";
    }

    private void write(Row row) throws IOException {
        file(table.hasYears() ? row.told().year() : 0).write(table.kind().line(table.columns(), row.cells()));
    }

    private Writer file(int year) throws IOException {
        Writer file = files.get(year);
        if (file == null) {
            file = open(year);
            files.put(year, file);
        }
        return file;
    }

    private Writer open(int year) throws IOException {
        Path path =
                folder.resolve(table.name() + (year == 0 ? "" : "/" + lastPart() + "-" + year) + table.kind().ending);
        Files.createDirectories(path.getParent());
        OutputStream out = Files.newOutputStream(path);
        OutputStream packed = table.kind().isPacked() ? new GZIPOutputStream(out) : out;
        Writer writer = new BufferedWriter(new OutputStreamWriter(packed, table.kind().charset), 1 << 16);
        writer.write(table.kind().header(table.columns()));
        return writer;
    }

    private String lastPart() {
        return table.name().substring(table.name().indexOf('/') + 1);
    }

    @Override
    public void close() throws IOException {
        for (Writer each : files.values()) each.close();
    }
}
