package hecht.files;

import hecht.core.event.Field;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a row becomes one event.
///
/// @param name what to call it in a sentence: its type, or its place in the mapping
/// @param when all of it must hold
record EventTemplate(String name, List<Setting> settings, List<Attribute> attributes, List<When> when) {
    EventTemplate {
        settings = List.copyOf(settings);
        attributes = List.copyOf(attributes);
        when = List.copyOf(when);
    }

    /// What goes into one field.
    ///
    /// @param form null: as the contract writes it  @param translation the organisation's words to the contract's
    record Setting(Field field, Text text, @Nullable Form form, Map<String, String> translation) {
        Setting {
            translation = Map.copyOf(translation);
        }

        /// Whether half of it would be another thing's name.
        boolean isKey() {
            return field == Field.ID || field == Field.CUSTOMER || field == Field.CASE;
        }
    }

    record Attribute(String name, Text text) {}

    boolean isHashed() {
        return settings.stream().anyMatch(each -> each.text().isHashed());
    }
}
