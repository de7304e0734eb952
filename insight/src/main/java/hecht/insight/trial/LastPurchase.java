package hecht.insight.trial;

import hecht.core.event.Event;
import hecht.core.relation.Fold;
import java.time.Instant;
import java.util.List;

/// Forecasts buying as if the last purchase were now: all that was believed then, and nothing of the silence since.
final class LastPurchase implements Rival {
    private final Buyer buyer;

    LastPurchase(Fold fold) {
        buyer = new Buyer(Name.WITHOUT_SILENCE, fold);
    }

    @Override
    public Name name() {
        return buyer.name();
    }

    @Override
    public double[] chances(List<Event> seen, Instant at, int[] months) {
        int last = seen.size() - 1;
        while (last > 0 && !(seen.get(last) instanceof Event.Ordered)) last--;
        return buyer.chances(seen.subList(0, last + 1), seen.get(last).time(), months);
    }
}
