package hecht.app.ingest;

import hecht.app.living.Believing;
import hecht.core.episode.EpisodeRecord;
import hecht.core.event.Event;
import hecht.core.relation.Condition;
import hecht.core.relation.Contribution;
import hecht.core.relation.Fold;
import hecht.core.relation.Standing;
import hecht.core.relation.Why;
import hecht.files.Refusal;
import hecht.store.Store;
import hecht.store.access.Audit;
import hecht.store.relation.Folders;
import hecht.store.setup.Quarantine;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// All that is held of one customer, to hand to that customer: a line of JSON each, of which `held` says what it is: the
/// customer's keys, how the relationship stands and why, each episode, each event as it came, rows that were kept aside, and
/// who looked.
public final class CustomerExport {
    private static final JsonFactory JSON = JsonFactory.builder()
            .rootValueSeparator((String) null)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final String customer;
    private final List<String> merged;
    private final List<Event> events;
    private final @Nullable Fold fold;
    private final Instant asOf;
    private final List<Quarantine.Held> aside;
    private final List<Audit.Line> looks;

    private CustomerExport(
            String customer,
            List<String> merged,
            List<Event> events,
            @Nullable Fold fold,
            Instant asOf,
            List<Quarantine.Held> aside,
            List<Audit.Line> looks) {
        this.customer = customer;
        this.merged = List.copyOf(merged);
        this.events = List.copyOf(events);
        this.fold = fold;
        this.asOf = asOf;
        this.aside = List.copyOf(aside);
        this.looks = List.copyOf(looks);
    }

    /// @return empty where nothing is held under this key
    public static Optional<CustomerExport> of(Store store, String key, Instant now) throws Refusal {
        String customer = store.events().finalKey(key);
        List<Event> events = store.events().of(customer);
        List<Quarantine.Held> aside = store.quarantine().of(customer);
        if (events.isEmpty() && aside.isEmpty()) return Optional.empty();
        new Believing(store).keepUp(now);
        return Optional.of(new CustomerExport(
                customer,
                store.events().mergedInto(customer),
                events,
                store.relation().folders().inForce().map(Folders.InForce::fold).orElse(null),
                store.events().totals().asOf(store.settings().organisation().zone(), now),
                aside,
                store.access().audit().of(customer)));
    }

    /// The key that the customer has now.
    public String customer() {
        return customer;
    }

    public void write(OutputStream to) {
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), to)) {
            begin("customer", out);
            out.writeStringProperty("key", customer);
            out.writeArrayPropertyStart("merged_keys");
            merged.forEach(out::writeString);
            out.writeEndArray();
            end(out);
            if (fold != null && !events.isEmpty()) believed(new History(customer, events), fold, out);
            for (Event each : events) {
                begin("event", out);
                out.writeName("event");
                EventStream.write(each, out);
                end(out);
            }
            for (Quarantine.Held each : aside) {
                begin("row kept aside", out);
                out.writeStringProperty("file", each.row().file());
                out.writeNumberProperty("row", each.row().place());
                out.writeStringProperty("since", each.since().toString());
                out.writeStringProperty("cells", each.row().text());
                end(out);
            }
            for (Audit.Line each : looks) {
                begin("look", out);
                out.writeStringProperty("at", each.at().toString());
                out.writeStringProperty("who", each.who());
                out.writeStringProperty("what", each.act().word());
                end(out);
            }
        }
    }

    private static void begin(String held, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("held", held);
    }

    private static void end(JsonGenerator out) {
        out.writeEndObject();
        out.writeRaw('\n');
    }

    private void believed(History history, Fold by, JsonGenerator out) {
        Standing it = history.standing(by, asOf);
        Why why = history.why(by, asOf);
        begin("relationship", out);
        out.writeStringProperty("as_of", asOf.toString());
        if (it.isRunning()) {
            out.writeNumberProperty("health", it.health());
            out.writeNumberProperty("low", it.low());
            out.writeNumberProperty("high", it.high());
            out.writeBooleanProperty("in_view", it.isInView());
            for (Condition each : Condition.values())
                out.writeNumberProperty(each.word(), it.belief().at(each.ordinal()));
        }
        out.writeArrayPropertyStart("contributions");
        for (Contribution each : why.contributions()) {
            out.writeStartObject();
            out.writeStringProperty("time", each.cause().time().toString());
            out.writeStringProperty("reason", each.reason().english());
            out.writeNumberProperty("on_its_day", each.onItsDay());
            out.writeNumberProperty("now", each.now());
            out.writeEndObject();
        }
        out.writeEndArray();
        end(out);
        for (EpisodeRecord each : history.episodes(by, asOf)) episode(each, out);
    }

    private static void episode(EpisodeRecord of, JsonGenerator out) {
        begin("episode", out);
        out.writeStringProperty("goal", of.goal());
        out.writeStringProperty("case", of.caseId());
        out.writeStringProperty("opened", of.opened().toString());
        out.writeStringProperty(
                "closed", of.closed() == null ? null : of.closed().toString());
        out.writeStringProperty("outcome", of.ending().word());
        out.writeNumberProperty("quality", of.quality());
        out.writeNumberProperty("contacts", of.contacts());
        end(out);
    }
}
