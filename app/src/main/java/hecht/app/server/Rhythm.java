package hecht.app.server;

import hecht.app.ingest.Importing;
import hecht.app.living.Believing;
import hecht.app.words.Frames;
import hecht.files.Refusal;
import hecht.store.Store;
import hecht.store.postgres.Trouble;
import hecht.store.relation.Folders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The house's own rhythm beside its pages: folds whoever something came of within a second, turns the day, makes the sums that
/// Pulse shows, and sweeps what has had its time. One thread; what it did not come to before a stop, it comes to after the next
/// start.
@Component
class Rhythm implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rhythm.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final Duration UNHEARD = Importing.HEARD_EVERY.multipliedBy(12);

    private final Store store;
    private final Believing believing;
    private final Clock clock;
    private final Thread thread = Thread.ofPlatform().name("rhythm").daemon().unstarted(this::live);
    private volatile boolean stops;
    private volatile Instant upToDate;
    private Instant swept = Instant.MIN;
    private long proposedAfter = -1; // the latest import after which the mode was looked at

    Rhythm(Store store, Clock clock) {
        this.store = store;
        this.believing = new Believing(store);
        this.clock = clock;
        this.upToDate = clock.instant();
    }

    /// For how long something has waited that is not in the figures; empty while all is.
    Optional<Duration> behind() {
        Duration since = Duration.between(upToDate, clock.instant());
        return since.compareTo(Duration.ofSeconds(2)) > 0 ? Optional.of(since) : Optional.empty();
    }

    private void live() {
        while (!stops) {
            try {
                pause(beat() ? Duration.ZERO : PAUSE);
            } catch (RuntimeException | Refusal e) {
                complain(e);
                pause(AFTER_TROUBLE);
            }
        }
    }

    /// @return whether there may be more to do at once
    private boolean beat() throws Refusal {
        Instant now = clock.instant();
        if (!now.isBefore(swept.plus(SWEEP))) sweep(now);
        believing.keepUp(now);
        Folders.Round did = store.relation().folders().round(now);
        if (!did.isBehind()) upToDate = now;
        if (did.isRest()) propose(now);
        return did.isBehind();
    }

    /// After each import the mode is looked at again, when there is nothing better to do.
    private void propose(Instant now) throws Refusal {
        if (store.imports().isAnyRunning()) return;
        long latest = store.imports().latest(1).stream()
                .mapToLong(each -> each.number())
                .findFirst()
                .orElse(-1);
        if (latest == proposedAfter) return;
        if (proposedAfter != -1) believing.propose(now);
        proposedAfter = latest;
    }

    private void sweep(Instant now) {
        store.access().sweep(now);
        store.quarantine().removeOld(now);
        store.imports().breakOffUnheard(now.minus(UNHEARD));
        swept = now;
    }

    private static void complain(Exception e) {
        if (e instanceof Refusal refusal) LOG.error("{}", refusal.sentence());
        else
            Trouble.in(e)
                    .ifPresentOrElse(
                            trouble -> LOG.warn("{}", trouble.sentence()),
                            () -> LOG.error("What is believed could not be brought up to date: {}", Frames.of(e)));
    }

    private void pause(Duration length) {
        if (length.isZero()) return;
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            stops = true;
        }
    }

    @Override
    public void start() {
        thread.start();
    }

    /// Lets the round that goes on come to its end: it is a transaction, and short.
    @Override
    public void stop() {
        stops = true;
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
