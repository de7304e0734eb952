package hecht.demo.export;

import hecht.core.event.Event;
import hecht.demo.Chance;
import hecht.demo.Lichtland;
import hecht.demo.Truth;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Writes what the eight systems of Lichtland export into a folder, each table with its mapping beside it. Read through the
/// mappings, the files give the very events of [Lichtland#generate], but for about one row in 200 that is broken on purpose:
/// a date that is none, a kind that nobody knows, a number that was given twice. Rows that begin, change or end a contract
/// stay whole, since a door told wrong would tell another story; so do the mover's.
public final class Exports implements AutoCloseable {
    private final Lichtland lichtland;
    private final Path folder;
    private final List<Sheet> sheets = new ArrayList<>();

    private Exports(Lichtland lichtland, Path folder) {
        this.lichtland = lichtland;
        this.folder = folder;
        for (Table each : Systems.all()) sheets.add(new Sheet(each, folder));
    }

    /// The tables as they lie in a folder, in the order in which they should be read: who the customers are comes first.
    public static List<Export> in(Path folder) {
        List<Export> all = new ArrayList<>();
        for (Table each : Systems.all()) {
            Path files = folder.resolve(each.hasYears() ? each.name() : each.name() + each.kind().ending);
            all.add(new Export(each.name(), files, folder.resolve(each.name() + ".yaml")));
        }
        return all;
    }

    /// @param truth takes what is so of each customer, after the customer's events
    /// @param broken takes each fault that was planted, with the event of the row
    /// @throws IOException when the folder cannot be written to, or the disk is full
    public static List<Export> write(
            Lichtland lichtland, Path folder, Consumer<Truth> truth, BiConsumer<Fault, Event> broken)
            throws IOException {
        try (Exports exports = new Exports(lichtland, folder)) {
            exports.mappings();
            exports.rows(truth, broken);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return in(folder);
    }

    private void mappings() throws IOException {
        for (Table each : Systems.all()) {
            Path to = folder.resolve(each.name() + ".yaml");
            Files.createDirectories(to.getParent());
            try (InputStream from = Exports.class.getResourceAsStream(each.mapping())) {
                if (from == null) throw new IllegalStateException("there is no " + each.mapping());
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void rows(Consumer<Truth> truth, BiConsumer<Fault, Event> broken) {
        lichtland.generate(this::take, of -> {
            turnOver(of.customer(), broken);
            truth.accept(of);
        });
    }

    private void take(Event event) {
        Told told = new Told(event, lichtland.zone());
        for (Sheet each : sheets) if (each.take(told)) return;
        throw new IllegalStateException("no system of Lichtland knows of an event of type "
                + event.type().word());
    }

    private void turnOver(String customer, BiConsumer<Fault, Event> broken) {
        Chance lot = customer.equals(lichtland.mover())
                ? null
                : lichtland.chance(customer).about("broken rows");
        try {
            for (Sheet each : sheets) each.turnOver(lot, broken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Sheet each : sheets) each.close();
    }
}
