package hecht.files;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an organisation's own columns become events: what a person writes in a mapping file. The reference of its keys is in
/// the documentation; [MappingReader] reads it.
public final class Mapping {
    private final String name;
    private final @Nullable ZoneId zone;
    private final @Nullable String query;
    private final Dialect dialect;
    private final List<String> columns;
    private final List<EventTemplate> events;

    /// @param columns those that the events ask for; a place in a [Text] is a place here
    Mapping(
            String name,
            @Nullable ZoneId zone,
            @Nullable String query,
            Dialect dialect,
            List<String> columns,
            List<EventTemplate> events) {
        this.name = name;
        this.zone = zone;
        this.query = query;
        this.dialect = dialect;
        this.columns = List.copyOf(columns);
        this.events = List.copyOf(events);
    }

    /// @throws Refusal with the line of the mapping, what may stand there and what does
    public static Mapping read(Path yaml) throws Refusal {
        return MappingReader.read(Yaml.read(yaml), yaml.getFileName() + "");
    }

    /// The same from what somebody typed.
    ///
    /// @param name what to call it in a sentence
    public static Mapping parse(String name, String yaml) throws Refusal {
        return MappingReader.read(Yaml.parse(name, yaml), name);
    }

    /// The file's name without its folders.
    public String name() {
        return name;
    }

    /// The zone of moments without an offset; null where the mapping does not say.
    public @Nullable ZoneId zone() {
        return zone;
    }

    /// Whether rows are made by DuckDB from a query of the mapping.
    public boolean hasQuery() {
        return query != null;
    }

    @Nullable
    String query() {
        return query;
    }

    Dialect dialect() {
        return dialect;
    }

    List<String> columns() {
        return columns;
    }

    List<EventTemplate> events() {
        return events;
    }

    /// Whether a row gives its name to an event; such a row counts whole or not at all.
    boolean isHashed() {
        return events.stream().anyMatch(EventTemplate::isHashed);
    }
}
