package hecht.core.episode;

import hecht.core.episode.EpisodeRecord.Part;
import hecht.core.event.Event;
import hecht.core.perception.RuleSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes down, beside the fold, what people want to see of one customer's episodes.
public final class Ledger {
    private final Map<Integer, Entry> entries = new TreeMap<>();

    /// The episodes so far, in the order in which they began.
    public List<EpisodeRecord> records() {
        return entries.entrySet().stream()
                .map(each -> each.getValue().record(each.getKey()))
                .toList();
    }

    /// What the episode of this number is about, where it is known.
    public Optional<String> goalOf(int number) {
        Entry entry = entries.get(number);
        return entry == null ? Optional.empty() : Optional.ofNullable(entry.goal);
    }

    void begin(int number, long now, @Nullable String caseId, @Nullable String goal, @Nullable String product) {
        Entry entry = new Entry();
        entry.opened = now;
        entry.caseId = caseId;
        entry.goal = goal;
        entry.product = product;
        entries.put(number, entry);
    }

    void attend(
            int number,
            Event event,
            @Nullable String caseId,
            @Nullable String goal,
            boolean counts,
            boolean opens,
            Episode now) {
        Entry entry = entry(number);
        if (entry.caseId == null) entry.caseId = caseId;
        if (entry.goal == null) entry.goal = goal;
        if (opens) entry.closed = null;
        entry.see(now);
    }

    void part(int number, Part part) {
        entry(number).parts.add(part);
    }

    /// A delivery takes the place of the part "promise broken": of the promise that is pending, not of one before it.
    void withdrawBroken(int number) {
        List<Part> parts = entry(number).parts;
        for (int i = parts.size() - 1; i >= 0; i--)
            if (parts.get(i).rules().equals(RuleSet.PROMISE_BROKEN)) {
                parts.remove(i);
                return;
            }
    }

    void encounter(int number, Encounter encounter) {
        entry(number).encounters.add(encounter);
    }

    void end(int number, long now, Episode episode) {
        Entry entry = entry(number);
        entry.closed = now;
        entry.see(episode);
    }

    private Entry entry(int number) {
        return entries.computeIfAbsent(number, unseen -> new Entry());
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static final class Entry {
        private final List<Part> parts = new ArrayList<>();
        private final List<Encounter> encounters = new ArrayList<>();
        private long opened;
        private @Nullable Long closed;
        private @Nullable String caseId;
        private @Nullable String goal;
        private @Nullable String product;
        private Ending ending = Ending.OPEN;
        private int contacts;
        private @Nullable Instant promisedBy;
        private @Nullable Boolean byUs;
        private @Nullable Boolean byCustomer;

        void see(Episode episode) {
            ending = episode.ending();
            contacts = episode.contacts;
            promisedBy = episode.promisedBy == Episode.NEVER ? null : instant(episode.promisedBy);
            boolean counted = episode.isRequested() || contacts > 0;
            if (ending == Ending.OPEN || !counted) {
                byUs = null;
                byCustomer = null;
                return;
            }
            boolean fulfilled = ending == Ending.FULFILLED;
            byUs = fulfilled && !episode.isWrongByUs();
            byCustomer = fulfilled && !episode.wasNeverFulfilled() && contacts <= 1 && !episode.isMissed();
        }

        EpisodeRecord record(int number) {
            Instant end = closed == null ? null : instant(closed);
            return new EpisodeRecord(
                    number,
                    caseId,
                    goal,
                    product,
                    instant(opened),
                    end,
                    ending,
                    encounters,
                    parts,
                    contacts,
                    promisedBy,
                    byUs,
                    byCustomer);
        }
    }
}
