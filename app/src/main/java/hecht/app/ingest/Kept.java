package hecht.app.ingest;

import hecht.core.event.Event;
import hecht.core.event.Identities;
import hecht.files.Refusal;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;

/// Every event that counts, as bytes, in parts by customer: all of a customer lies in one part, in the order in which it
/// came. Filled by one thread; afterwards parts may be opened by several.
///
/// Customers who were merged or erased are written anew under their final number, beside the rest; what they had before is
/// passed over from then on.
final class Kept implements AutoCloseable {
    /// So many that one part fits in memory where all together do not.
    static final int PARTS = 64;

    private final Customers customers = new Customers();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Forms forms = new Forms();
    private final Encoding encoding;
    private final Spool spool;
    private final Spool renamed;
    private final BitSet passedOver =
            new BitSet(); // customers whose events count as they stand in `renamed`, or not at all
    private final BitSet withEvents = new BitSet();
    private int encodedCustomer;
    private long events;
    private long latest = Long.MIN_VALUE;

    /// @param withEmployees whether employees' names are kept
    /// @param room bytes that may stay in memory  @param folder where the rest goes
    Kept(boolean withEmployees, long room, Path folder) {
        encoding = new Encoding(vocabulary, forms, withEmployees);
        spool = new Spool(PARTS, room, folder);
        renamed = new Spool(PARTS, room, folder);
    }

    Customers customers() {
        return customers;
    }

    /// Bytes that a pass over everything reads.
    long size() {
        return spool.size() + renamed.size();
    }

    long size(int part) {
        return spool.size(part) + renamed.size(part);
    }

    long events() {
        return events;
    }

    /// The time of the latest event that counts, in microseconds since 1970; `Long.MIN_VALUE` without any.
    long latest() {
        return latest;
    }

    /// How many customers have an event that counts.
    int customersWithEvents() {
        return withEvents.cardinality();
    }

    boolean isOnDisk() {
        return spool.isOnDisk() || renamed.isOnDisk();
    }

    // ---- filling

    /// Writes an event down, to be looked at before it is kept.
    Encoding encode(Event event) {
        encodedCustomer = customers.number(event.customer());
        encoding.encode(encodedCustomer, event);
        return encoding;
    }

    /// Keeps what was encoded last.
    void keep() throws Refusal {
        keep(spool);
    }

    /// What was encoded last, as it will be read again.
    Event encoded() {
        return new Decoding(vocabulary, forms, encoding.bytes()).event(0, customers.key(encodedCustomer));
    }

    private void keep(Spool in) throws Refusal {
        in.append(encodedCustomer % PARTS, encoding.bytes(), encoding.length());
        count(encodedCustomer, Bytes.longAt(encoding.bytes(), Encoding.TIME));
    }

    private void count(int customer, long time) {
        withEvents.set(customer);
        latest = Math.max(latest, time);
        events++;
    }

    /// Puts everybody under their final key.
    ///
    /// @return how many events are gone by erasures
    long rename(Identities who) throws Refusal {
        if (who.isEmpty()) return 0;
        int before = customers.size();
        for (int i = 0; i < before; i++) {
            String key = who.keyOf(customers.key(i));
            if (who.concerned().contains(key) || !key.equals(customers.key(i))) passedOver.set(i);
        }
        withEvents.clear();
        events = 0;
        latest = Long.MIN_VALUE;
        long erased = 0;
        for (int part = 0; part < PARTS; part++) erased += rename(who, part);
        return erased;
    }

    private long rename(Identities who, int part) throws Refusal {
        byte[] bytes = spool.read(part);
        Decoding decoding = new Decoding(vocabulary, forms, bytes);
        long erased = 0;
        for (int at = 0; at < bytes.length; at += decoding.length(at)) {
            int customer = decoding.customer(at);
            if (!passedOver.get(customer)) {
                count(customer, decoding.time(at));
                continue;
            }
            Event event = decoding.event(at, customers.key(customer));
            Optional<Event> counted = who.counted(event);
            if (counted.isPresent()) {
                encode(counted.get());
                keep(renamed);
            } else if (who.isErased(event)) {
                erased++;
            }
        }
        return erased;
    }

    // ---- reading

    /// Opens a part: the histories of all its customers.
    Shelf open(int part) throws Refusal {
        byte[] before = spool.read(part);
        byte[] after = renamed.read(part);
        byte[] all = before;
        if (after.length > 0) {
            all = java.util.Arrays.copyOf(before, Math.addExact(before.length, after.length));
            System.arraycopy(after, 0, all, before.length, after.length);
        }
        return new Shelf(all, before.length, passedOver, customers, new Decoding(vocabulary, forms, all));
    }

    @Override
    public void close() {
        spool.close();
        renamed.close();
    }
}
