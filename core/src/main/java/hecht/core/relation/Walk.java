package hecht.core.relation;

import hecht.core.episode.Encounter;
import hecht.core.episode.Ledger;
import hecht.core.event.Envelope.Profile;
import hecht.core.event.Event;
import hecht.core.perception.Perception;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks with one customer after the other through all events, and tells what the house shows of each: a [Course].
///
/// Two foldings go side by side. One takes events and nothing else: its state is the one that is kept, bit for bit that of
/// [Fold#all], and what stands as of the moment of reading is read off it. The other stops at every month-end on the way,
/// where deadlines happen and beliefs pass through time as they would anyway, but in two steps instead of one; so it stands a
/// rounding away, and is only read for the past and for what moved health. Reading a month-end then costs one step of time,
/// where the state would have to be packed and unpacked.
///
/// The zone is the model's. For one thread.
public final class Walk {
    private static final int ENDS = Trail.LENGTH + 1; // the first one is only there to be compared with

    private final ZoneId zone;
    private final Folding living;
    private final Folding stopping;
    private final Chain chain;
    private final @Nullable Standing[] stood = new Standing[ENDS];
    private @Nullable Pen drawing;
    private Instant asOf = Instant.MIN;
    private YearMonth newest = YearMonth.of(1970, 1);
    private final Instant[] ends = new Instant[ENDS];

    public Walk(Fold fold) {
        this.zone = fold.model().zone();
        this.living = fold.begin(State.NEW);
        this.stopping = fold.begin(State.NEW);
        this.chain = new Chain(fold.model());
    }

    /// The last microsecond of a month.
    public static Instant endOf(YearMonth month, ZoneId zone) {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    /// @param events of one customer, in canonical order
    /// @param until the as-of moment; events after it are folded too, and then it stands after the last of them
    public Course of(List<? extends Event> events, Instant until) {
        readAt(until);
        Ledger ledger = new Ledger();
        stopping.tell(ledger);
        chain.another(ledger);
        stopping.watch(chain);
        stopping.goOnFrom(State.NEW);
        living.goOnFrom(State.NEW);
        Profile profile = Profile.NONE;
        Portfolio portfolio = new Portfolio();
        Instant ended = null;
        List<Touch> touches = new ArrayList<>();
        List<MonthEnd> months = new ArrayList<>(Trail.LENGTH);
        int next = 0;
        for (Event event : events) {
            for (; next < ENDS - 1 && ends[next].isBefore(event.time()); next++) stop(next, months);
            if (drawing != null) drawing.goOnTo(event.time());
            boolean wasRunning = living.isRunning();
            living.take(event);
            Perception noticed = stopping.take(event);
            if (noticed.weight() >= Touch.WELL && event.time().isAfter(ends[0])) touches.add(Touch.of(event));
            if (drawing != null) drawing.noticed(event, noticed);
            profile = profile.then(event.envelope().profile());
            portfolio.take(event);
            if (event instanceof Event.Left && wasRunning) ended = event.time();
            if (living.isRunning()) ended = null;
        }
        if (drawing != null) drawing.goOnTo(until);
        for (; next < ENDS; next++) stop(next, months);
        State state = living.state();
        return new Course(
                state,
                living.settled(until),
                profile,
                portfolio.holdings(),
                ledger.records(),
                chain.why(),
                newest,
                months,
                touches,
                chain.last(Encounter.DOUBLE_FAILURE),
                chain.last(Encounter.RECOVERY),
                ended);
    }

    /// The same with the line that health walked, and how every event was noticed.
    public Drawn drawn(List<? extends Event> events, Instant until) {
        Pen pen = new Pen(stopping);
        drawing = pen;
        chain.draw(pen);
        try {
            Course course = of(events, until);
            return new Drawn(course, pen.path(), pen.noticed());
        } finally {
            drawing = null;
            chain.draw(null);
        }
    }

    private void readAt(Instant moment) {
        if (moment.equals(asOf)) return;
        asOf = moment;
        newest = YearMonth.from(moment.atZone(zone));
        for (int i = 0; i < ENDS; i++) ends[i] = endOf(newest.minusMonths(ENDS - 1 - i), zone);
        ends[ENDS - 1] = moment;
    }

    private void stop(int i, List<MonthEnd> months) {
        if (drawing != null) drawing.goOnTo(ends[i]);
        stopping.goOnTo(ends[i]);
        List<Jump> jumps = chain.takeJumps();
        Standing now = stopping.isRunning() ? stopping.here() : null;
        stood[i] = now;
        if (now == null || i == 0) return;
        Standing before = stood[i - 1];
        boolean stayed =
                before != null && before.since() != null && before.since().equals(now.since());
        Dimensions dimensions = chain.dimensions(Folding.micros(ends[i]));
        months.add(new MonthEnd(
                newest.minusMonths(ENDS - 1 - i),
                now,
                dimensions,
                stayed,
                before != null && stayed ? now.health() - before.health() : 0,
                jumps));
    }
}
