package hecht.app.ingest;

import hecht.core.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The histories of the customers of one part. Customers are put together by counting, which keeps the order in which their
/// events came; most come in canonical order already, and only those that do not are sorted. For one thread.
final class Shelf {
    private final Customers customers;
    private final Decoding decoding;
    private final int part;
    private final int[]
            starts; // [place of a customer in this part], where its events begin in `events`; one more at the end
    private final int[] events; // where each event begins in the bytes, by customer
    private int place = -1;

    /// @param renamedFrom from here on events count whatever `passedOver` says
    Shelf(byte[] bytes, int renamedFrom, BitSet passedOver, Customers customers, Decoding decoding) {
        this.customers = customers;
        this.decoding = decoding;
        this.part = bytes.length == 0 ? 0 : decoding.customer(0) % Kept.PARTS;
        int[] all = new int[bytes.length / Encoding.NAME + 1];
        int size = 0;
        int most = 0;
        for (int at = 0; at < bytes.length; at += decoding.length(at)) {
            if (at < renamedFrom && passedOver.get(decoding.customer(at))) continue;
            all[size++] = at;
            most = Math.max(most, decoding.customer(at) / Kept.PARTS + 1);
        }
        starts = new int[most + 1];
        for (int i = 0; i < size; i++) starts[decoding.customer(all[i]) / Kept.PARTS + 1]++;
        for (int i = 0; i < most; i++) starts[i + 1] += starts[i];
        events = new int[size];
        int[] next = starts.clone();
        for (int i = 0; i < size; i++) events[next[decoding.customer(all[i]) / Kept.PARTS]++] = all[i];
    }

    /// How many events there are on it, of all its customers.
    int events() {
        return events.length;
    }

    /// Goes to the next customer who has any event.
    boolean next() {
        while (++place < starts.length - 1) {
            if (starts[place] < starts[place + 1]) {
                sort(starts[place], starts[place + 1]);
                return true;
            }
        }
        return false;
    }

    private void sort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (decoding.compare(events[i - 1], events[i]) <= 0) continue;
            Integer[] sorted = new Integer[to - from];
            for (int j = 0; j < sorted.length; j++) sorted[j] = events[from + j];
            Arrays.sort(sorted, decoding::compare);
            for (int j = 0; j < sorted.length; j++) events[from + j] = sorted[j];
            return;
        }
    }

    /// The number of the customer at whom this shelf stands.
    int customer() {
        return place * Kept.PARTS + part;
    }

    String key() {
        return customers.key(customer());
    }

    /// How many events the customer has.
    int size() {
        return starts[place + 1] - starts[place];
    }

    /// The customer's events in canonical order.
    Event event(int i) {
        return decoding.event(events[starts[place] + i], key());
    }

    History history() {
        List<Event> all = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) all.add(event(i));
        return new History(key(), all);
    }

    /// Goes to one customer.
    boolean find(int customer) {
        place = customer / Kept.PARTS;
        if (place >= starts.length - 1 || starts[place] == starts[place + 1]) return false;
        sort(starts[place], starts[place + 1]);
        return true;
    }
}
