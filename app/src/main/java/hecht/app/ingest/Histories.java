package hecht.app.ingest;

import hecht.core.event.Identities;
import hecht.core.event.Purpose;
import hecht.core.perception.RuleSet;
import hecht.core.relation.Counting;
import hecht.core.relation.Fold;
import hecht.core.relation.Model;
import hecht.files.Input;
import hecht.files.Progress;
import hecht.files.Refusal;
import hecht.files.Rejects;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The history of every customer in an input. It is read once (and once more where merges close a circle), whatever is
/// asked of the histories afterwards and in whatever order its events come. Close it: it may keep a private temporary file.
///
/// ```java
/// try (Histories histories = Histories.read(input, terms, rejects, progress)) {
///     Model model = histories.counted(Model.builtIn(zone, Mode.CONTRACT), rules, progress);   // unless one is given
///     Fold fold = new Fold(model, rules);
///     Scored scored = histories.score(fold, progress);
///     histories.of("A-17").map(anna -> anna.why(fold, histories.asOf()));
/// }
/// ```
///
/// Memory: some 30 bytes an event while reading, to tell repetitions; then some 300 bytes a customer, and what the events
/// of one customer in 64 take. The events themselves stay in memory only as long as they take less than an eighth of the
/// heap.
public final class Histories implements AutoCloseable {
    private static final int SHARE_OF_HEAP = 8;

    private final Kept kept;
    private final Identities who;
    private final Tally tally;
    private final Instant asOf;
    private final int customers;
    private final @Nullable String currency; // that most amounts are in

    private Histories(Kept kept, Identities who, Tally tally, Instant asOf, int customers, @Nullable String currency) {
        this.kept = kept;
        this.who = who;
        this.tally = tally;
        this.asOf = asOf;
        this.customers = customers;
        this.currency = currency;
    }

    /// Reads all events of an input, and keeps those that count.
    ///
    /// @param rejects takes the rows that are kept aside
    /// @throws Refusal when the input cannot be read, or there is no room for what it says
    public static Histories read(Input input, Terms terms, Rejects rejects, Progress progress) throws Refusal {
        return read(input, terms, rejects, progress, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /// @param room bytes of events that may stay in memory
    static Histories read(Input input, Terms terms, Rejects rejects, Progress progress, long room) throws Refusal {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        Kept kept = new Kept(terms.switchedOn().contains(Purpose.EMPLOYEE), room, folder);
        try {
            Gathering gathering = new Gathering(terms, rejects, kept);
            input.read(gathering, progress);
            Identities who = gathering.settle(input);
            Instant asOf = kept.events() == 0 ? terms.until() : terms.asOf(Decoding.instant(kept.latest()));
            return new Histories(
                    kept,
                    who,
                    gathering.tally(),
                    asOf,
                    kept.customersWithEvents(),
                    gathering.currency().orElse(null));
        } catch (Refusal | RuntimeException | Error e) {
            rejects.withdraw();
            kept.close();
            throw e;
        }
    }

    /// What became of everything that was read.
    public Tally tally() {
        return tally;
    }

    /// As of: the end of the day asked for, else of the day of the latest event that counts, and never later than now.
    public Instant asOf() {
        return asOf;
    }

    /// How many customers there are, after merges and erasures.
    public int customers() {
        return customers;
    }

    /// The history of the customer to whom this key belongs, also when it was merged into another; empty where no event of
    /// it counts.
    public Optional<History> of(String key) throws Refusal {
        int customer = kept.customers().find(who.keyOf(key));
        if (customer == Customers.UNKNOWN) return Optional.empty();
        Shelf shelf = kept.open(customer % Kept.PARTS);
        return shelf.find(customer) ? Optional.of(shelf.history()) : Optional.empty();
    }

    /// Shows every customer's history, one at a time, in no order that means anything.
    public <X extends Exception> void each(Viewer<? super History, X> viewer) throws Refusal, X {
        for (int part = 0; part < Kept.PARTS; part++) {
            Shelf shelf = kept.open(part);
            while (shelf.next()) viewer.see(shelf.history());
        }
    }

    /// A model with what is usual in these histories in place of what is built in: how often customers live through what, how
    /// many answer, and the currency that most amounts are in.
    ///
    /// @param builtIn folds while it counts, so its mode must be the one that is wanted
    /// @param progress is told bytes folded of all bytes kept, and events folded
    public Model counted(Model builtIn, RuleSet rules, Progress progress) throws Refusal {
        Model own = currency == null ? builtIn : builtIn.inCurrency(currency);
        Fold fold = new Fold(own, rules);
        Counting all = new Counting();
        for (Counting part : Passes.over(kept, shelf -> Scoring.count(fold, asOf, shelf), progress)) all.plus(part);
        return own.with(all.usual());
    }

    /// Folds everybody.
    ///
    /// @param progress is told bytes folded of all bytes kept, and events folded
    public Scored score(Fold fold, Progress progress) throws Refusal {
        var parts = Passes.over(kept, shelf -> Scoring.score(fold, asOf, shelf), progress);
        return new Scored(fold.model(), asOf, Scoring.Sums.of(parts), kept.customers());
    }

    boolean isOnDisk() {
        return kept.isOnDisk();
    }

    @Override
    public void close() {
        kept.close();
    }
}
