package hecht.files;

import hecht.core.event.Event;
import hecht.core.event.EventReader;
import hecht.core.event.Field;
import hecht.core.event.NamedValues;
import hecht.core.event.Problem;
import hecht.core.event.Reading;
import hecht.core.event.Words;
import hecht.files.EventTemplate.Attribute;
import hecht.files.EventTemplate.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes events of rows by a mapping.
final class MappedRows implements RowMapper {
    private final Mapping mapping;
    private final EventReader reader;
    private final NamedValues values = new NamedValues();
    private final RowHash hash = new RowHash();
    private final int[] columns; // of the input, for each column that the mapping asks for; −1 where there is none
    private int bound; // how many columns the input had when they were looked for
    private long accepted; // events of the input
    private @Nullable Row row;
    private @Nullable String hashed; // of the current row, once somebody asked

    MappedRows(Mapping mapping, EventReader reader) {
        this.mapping = mapping;
        this.reader = reader;
        this.columns = new int[mapping.columns().size()];
    }

    @Override
    public void begin(RowReader rows, String argument) throws Refusal {
        hash.begin();
        accepted = 0;
        bind(rows.columns());
        if (rows.isLoose()) return;
        for (int i = 0; i < columns.length; i++) {
            String name = mapping.columns().get(i);
            if (columns[i] < 0) throw missing(rows, name);
            if (Collections.frequency(rows.columns(), name) > 1)
                throw use(rows.file() + ": expected one column " + name + ", found "
                        + Collections.frequency(rows.columns(), name) + "; rename the others in the file.");
        }
    }

    /// A column that no row of a loose input had is misspelt, or optional and rare: only when no event came it must be the
    /// former.
    @Override
    public Optional<String> end(RowReader rows) throws Refusal {
        if (!rows.isLoose() || rows.number() == 0) return Optional.empty();
        bind(rows.columns());
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] >= 0) continue;
            Refusal refusal = missing(rows, mapping.columns().get(i));
            if (accepted == 0) throw refusal;
            return Optional.of(refusal.sentence());
        }
        return Optional.empty();
    }

    private Refusal missing(RowReader rows, String name) {
        String near = Words.nearest(name, rows.columns())
                .map(column -> "did you mean " + column + "?")
                .orElse("its columns are " + Names.some(rows.columns()) + ".");
        return use(rows.file() + ": expected a column " + name + ", which " + mapping.name() + " asks for, found none; "
                + near);
    }

    private static Refusal use(String sentence) {
        return new Refusal(Refusal.Kind.USE, sentence);
    }

    private void bind(List<String> found) {
        bound = found.size();
        for (int i = 0; i < columns.length; i++)
            columns[i] = found.indexOf(mapping.columns().get(i));
    }

    @Override
    public void read(RowReader current, Sink sink) throws Refusal {
        row = current;
        hashed = null;
        if (current.columns().size() != bound) bind(current.columns());
        List<Reading> readings = new ArrayList<>(mapping.events().size());
        List<Sink.Known> known = new ArrayList<>(0); // of those that are refused
        for (EventTemplate event : mapping.events()) {
            if (!holds(event.when())) continue;
            readings.add(reading(event));
            if (readings.getLast() instanceof Reading.Refused) known.add(Sink.Known.of(values));
        }
        if (readings.isEmpty()) sink.skip(current);
        boolean whole = !mapping.isHashed() || readings.stream().noneMatch(Reading.Refused.class::isInstance);
        int refusals = 0;
        for (Reading each : readings) {
            switch (each) {
                case Reading.Refused refused -> sink.refuse(refused.problems(), current, known.get(refusals++));
                case Reading.Accepted(Event event)
                when whole -> {
                    accepted++;
                    sink.accept(event, current);
                }
                case Reading.Accepted(Event event) ->
                    sink.refuse(List.of(heldBack(event)), current, Sink.Known.of(event));
            }
        }
    }

    /// Mending a cell changes the hash, so an event that was let in before would come again under another id.
    private static Problem heldBack(Event event) {
        return new Problem(
                Field.ID.label(),
                "a row whose other events can be read too, since {hash} names the row",
                event.type().word() + " held back",
                "");
    }

    private boolean holds(List<When> all) {
        for (When each : all) if (!each.holdsFor(cell(each.place()))) return false;
        return true;
    }

    private @Nullable String cell(int place) {
        Row current = row;
        if (current == null) return null;
        if (place == Text.HASH) {
            if (hashed == null) hashed = hash.of(current);
            return hashed;
        }
        int column = columns[place];
        return column < 0 ? null : current.cell(column);
    }

    private Reading reading(EventTemplate event) {
        values.clear();
        List<Problem> problems = List.of();
        for (Setting each : event.settings()) {
            Problem problem = put(each);
            if (problem == null) continue;
            if (problems.isEmpty()) problems = new ArrayList<>();
            problems.add(problem);
        }
        for (Attribute each : event.attributes())
            values.putAttribute(each.name(), each.text().of(this::cell, false));
        Reading read = reader.read(values);
        return problems.isEmpty() ? read : refused(problems, read);
    }

    private @Nullable Problem put(Setting setting) {
        Field field = setting.field();
        String value = setting.text().of(this::cell, setting.isKey());
        if (value == null || value.isEmpty()) return null;
        if (field.kind() != Field.Kind.TEXT) value = value.strip();
        if (!setting.translation().isEmpty()) value = setting.translation().getOrDefault(value, value);
        if (setting.form() == null || value.isEmpty()) {
            values.put(field, value);
            return null;
        }
        String read = setting.form().read(value);
        values.put(field, read);
        return read != null ? null : new Problem(field.label(), setting.form().expected(), value, "");
    }

    /// What is wrong by the mapping's forms, then what else the contract finds wrong.
    private static Reading refused(List<Problem> problems, Reading read) {
        List<Problem> all = new ArrayList<>(problems);
        if (read instanceof Reading.Refused refused)
            for (Problem each : refused.problems())
                if (problems.stream().noneMatch(known -> known.field().equals(each.field()))) all.add(each);
        return new Reading.Refused(all);
    }
}
