package hecht.store.setup;

import hecht.core.event.Choice;
import hecht.core.event.Purpose;
import hecht.core.perception.Preset;
import hecht.core.relation.Mode;
import hecht.store.postgres.Database;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an organisation decided, by name of the setting. Read anew each time: it is one small table.
public final class Settings {
    private static final String NAME = "organisation.name";
    private static final String ZONE = "organisation.zone";
    private static final String CURRENCY = "organisation.currency";
    private static final String PRESET = "organisation.preset";
    private static final String MODE = "organisation.mode";
    private static final String PROPOSED = "organisation.mode-proposed";
    private static final String PURPOSES = "organisation.purposes";

    /// One row per setting that was made.
    private static final String ALL = "SELECT name, value FROM setting";

    private static final String PUT = """
            INSERT INTO setting (name, value) VALUES (:name, :value)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value""";

    private final Database database;

    public Settings(Database database) {
        this.database = database;
    }

    /// What the organisation says of itself; what it does not say is as in [Organisation#UNDECIDED].
    public Organisation organisation() {
        Map<String, String> all = all();
        Organisation none = Organisation.UNDECIDED;
        return new Organisation(
                all.getOrDefault(NAME, none.name()),
                Optional.ofNullable(all.get(ZONE)).map(ZoneId::of).orElse(none.zone()),
                all.getOrDefault(CURRENCY, none.currency()),
                chosen(Preset.class, all.get(PRESET)).orElse(none.preset()),
                chosen(Mode.class, all.get(MODE)).orElse(none.mode()),
                chosen(Mode.class, all.get(PROPOSED)).orElse(null),
                purposes(all.getOrDefault(PURPOSES, "")));
    }

    /// Whether anything was decided yet.
    public boolean isDecided() {
        return all().containsKey(ZONE);
    }

    /// What may be kept of people beside the rest.
    public Set<Purpose> purposes() {
        return purposes(get(PURPOSES).orElse(""));
    }

    public void put(Organisation organisation) {
        database.transaction(connection -> {
            put(NAME, organisation.name());
            put(ZONE, organisation.zone().getId());
            put(CURRENCY, organisation.currency());
            put(PRESET, organisation.preset().word());
            put(MODE, organisation.mode().word());
            propose(organisation.proposed());
            put(
                    PURPOSES,
                    organisation.purposes().stream().map(Choice::word).sorted().collect(Collectors.joining(" ")));
            return true;
        });
    }

    /// Keeps the mode that the events suggest, beside the one that holds.
    public void propose(@Nullable Mode mode) {
        if (mode != null) put(PROPOSED, mode.word());
        else
            database.jdbc()
                    .sql("DELETE FROM setting WHERE name = :name")
                    .param("name", PROPOSED)
                    .update();
    }

    /// A setting of another room, under a name that begins with the room's.
    public Optional<String> get(String name) {
        return database.jdbc()
                .sql("SELECT value FROM setting WHERE name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    public void put(String name, String value) {
        database.jdbc().sql(PUT).param("name", name).param("value", value).update();
    }

    private Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        database.jdbc().sql(ALL).query(row -> {
            all.put(row.getString("name"), row.getString("value"));
        });
        return all;
    }

    private static <E extends Enum<E> & Choice> Optional<E> chosen(Class<E> type, @Nullable String word) {
        return word == null ? Optional.empty() : Choice.read(type, word);
    }

    private static Set<Purpose> purposes(String words) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        for (String each : Arrays.asList(words.split(" ", -1)))
            Choice.read(Purpose.class, each).ifPresent(purposes::add);
        return purposes;
    }
}
