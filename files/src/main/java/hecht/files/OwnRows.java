package hecht.files;

import hecht.core.event.EventReader;
import hecht.core.event.Field;
import hecht.core.event.NamedValues;
import hecht.core.event.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes events of rows whose columns are hecht's own.
final class OwnRows implements RowMapper {
    private final EventReader reader;
    private final NamedValues values = new NamedValues();
    private String argument = "";
    private boolean checked;
    private List<String> columns = List.of();

    // By column: a field, else an attribute, else neither.
    private @Nullable Field[] fields = {};
    private @Nullable String[] attributes = {};

    OwnRows(EventReader reader) {
        this.reader = reader;
    }

    @Override
    public void begin(RowReader rows, String named) throws Refusal {
        argument = named;
        bind(rows.columns());
        checked = !rows.isLoose();
        if (checked) OwnColumns.check(rows, argument);
    }

    private void bind(List<String> found) {
        columns = List.copyOf(found);
        fields = new @Nullable Field[columns.size()];
        attributes = new @Nullable String[columns.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = OwnColumns.field(columns.get(i)).orElse(null);
            attributes[i] = OwnColumns.attribute(columns.get(i)).orElse(null);
        }
    }

    @Override
    public void read(RowReader row, Sink sink) throws Refusal {
        if (row.columns().size() != fields.length) bind(row.columns());
        if (!checked) OwnColumns.check(row, argument);
        checked = true;
        values.clear();
        for (int i = 0; i < fields.length; i++) {
            String cell = row.cell(i);
            if (cell != null && !cell.isEmpty()) put(i, cell);
        }
        switch (reader.read(values)) {
            case Reading.Accepted accepted -> sink.accept(accepted.event(), row);
            case Reading.Refused refused -> sink.refuse(refused.problems(), row, Sink.Known.of(values));
        }
    }

    private void put(int column, String cell) {
        Field field = fields[column];
        String attribute = attributes[column];
        if (field != null) values.put(field, cell);
        else if (attribute != null) values.putAttribute(attribute, cell);
        else if (!Rejects.COLUMNS.contains(columns.get(column))) values.put(columns.get(column), cell); // unknown
    }
}
