package hecht.core.relation;

import hecht.core.event.CanonicalOrder;
import hecht.core.event.Event;
import hecht.core.event.EventReader;
import hecht.core.event.Identities;
import hecht.core.event.NamedValues;
import hecht.core.event.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The worked histories of `golden/`, as they lie there.
final class Golden {
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant LATEST = Instant.parse("2026-04-02T00:00:00Z");

    private Golden() {}

    static JsonNode expected(String file) {
        try (InputStream in = open(file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The events of every customer by final key, in canonical order; repetitions and what was erased left out.
    static Map<String, List<Event>> histories(String file) {
        List<Event> events = events(file);
        Identities identities =
                Identities.of(events.stream().filter(Identities::concerns).toList());
        Map<String, List<Event>> byCustomer = new TreeMap<>();
        for (Event each : events)
            identities
                    .counted(each)
                    .ifPresent(counted -> byCustomer
                            .computeIfAbsent(counted.customer(), unseen -> new ArrayList<>())
                            .add(counted));
        for (List<Event> each : byCustomer.values()) each.sort(CanonicalOrder.INSTANCE);
        return byCustomer;
    }

    private static List<Event> events(String file) {
        EventReader reader = new EventReader(ZONE, LATEST);
        List<Event> events = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String line : lines(file)) {
            NamedValues values = new NamedValues();
            JSON.readTree(line).properties().forEach(each -> {
                if (!each.getValue().isNull())
                    values.put(each.getKey(), each.getValue().asString());
            });
            if (!(reader.read(values) instanceof Reading.Accepted accepted))
                throw new AssertionError("a golden event was refused: " + line);
            Event event = accepted.event();
            if (seen.add(event.envelope().source() + ' ' + event.envelope().id())) events.add(event);
        }
        return events;
    }

    private static List<String> lines(String file) {
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        InputStream in = Golden.class.getResourceAsStream("/golden/" + file);
        if (in == null) throw new IllegalStateException("there is no golden/" + file);
        return in;
    }
}
