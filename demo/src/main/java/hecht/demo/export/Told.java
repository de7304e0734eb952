package hecht.demo.export;

import hecht.core.event.Event;
import hecht.core.event.EventWriter;
import hecht.core.event.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// An event as a system would tell it: its fields by name, and its moment by the clock on the wall.
final class Told {
    private final Event event;
    private final ZoneId zone;
    private final Map<Field, String> fields = new EnumMap<>(Field.class);
    private final Map<String, String> attributes = new HashMap<>();

    Told(Event event, ZoneId zone) {
        this.event = event;
        this.zone = zone;
        EventWriter.write(event, fields::put, attributes::put);
    }

    /// The same, told of the day before.
    Told onTheDayBefore() {
        Told other = new Told(event, zone);
        other.fields.put(Field.TIME, event.time().minus(Duration.ofDays(1)).toString());
        return other;
    }

    Event event() {
        return event;
    }

    /// Empty where the event does not have it.
    String field(Field field) {
        return fields.getOrDefault(field, "");
    }

    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    int year() {
        return event.time().atZone(zone).getYear();
    }

    /// @param moment of this event, as its fields have it
    ZonedDateTime local(String moment) {
        return Instant.parse(moment).atZone(zone);
    }
}
