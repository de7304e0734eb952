package hecht.demo;

import hecht.core.event.Event;
import hecht.core.relation.Parameters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;

/// A made-up Dutch energy supplier: three years of clean hecht events, and beside them the truth that the product never
/// reads. The same size and seed give the same events; a customer is the same at every size, and customers come one by one,
/// so that a million of them need no more memory than one.
///
/// Five stories are planted ([Story], and the locks that hold and then let go), and two decoys that must stay quiet: a
/// renewal mail that does nothing, and Groningen, which calls more and is no less healthy.
public final class Lichtland {
    /// As many as the demo has.
    public static final int CUSTOMERS = 20_000;

    /// The seed of the demo.
    public static final long SEED = 20_261_031;

    /// The experiment of the story *a call that works*.
    public static final String WELCOME_CALL = "welcome call";

    /// The experiment of the decoy.
    public static final String RENEWAL_MAIL = "renewal mail";

    private final int customers;
    private final long seed;
    private final Law law = new Law(Parameters.DEFAULT);
    private final Grid grid;

    private Lichtland(int customers, long seed) {
        this.customers = customers;
        this.seed = seed;
        this.grid = new Grid(seed);
    }

    /// @throws IllegalArgumentException when there is not at least one customer
    public static Lichtland of(int customers, long seed) {
        if (customers < 1) throw new IllegalArgumentException("expected at least 1 customer, found " + customers);
        return new Lichtland(customers, seed);
    }

    /// The demo as everybody sees it.
    public static Lichtland demo() {
        return of(CUSTOMERS, SEED);
    }

    public int customers() {
        return customers;
    }

    public LocalDate firstDay() {
        return Timeline.FIRST;
    }

    public LocalDate lastDay() {
        return Timeline.LAST;
    }

    public ZoneId zone() {
        return Timeline.ZONE;
    }

    /// The key of the customer whose story is told by name: Anneke Terpstra, who moved.
    public String mover() {
        return Person.anneke().key();
    }

    /// Draws about one customer that leave the story as it is.
    public Chance chance(String customer) {
        return Chance.of(seed, 0).about(customer);
    }

    /// Customer by customer: each one's events in canonical order, and then the truth of that one.
    public void generate(Consumer<Event> events, Consumer<Truth> truth) {
        for (int number = 1; number <= customers; number++) truth.accept(customer(number, events));
    }

    /// @param number from 1
    private Truth customer(int number, Consumer<Event> events) {
        Chance lot = Chance.of(seed, number);
        if (number == Person.ANNEKE) return Anneke.live(law, lot, events);
        Plan plan = new Plan(Person.drawn(number, lot.about("person")));
        int variable = Contracts.plan(plan, lot.about("contracts"));
        Routine.plan(plan, variable, lot.about("routine"));
        Enquiries.plan(plan, lot.about("enquiries"));
        Moves.plan(plan, lot.about("moves"));
        Meters.plan(plan, lot.about("meters"));
        grid.plan(plan, lot.about("grid"));
        Welcome.plan(plan, lot.about("welcome"));
        return Life.of(law, plan, lot.about("life"), lot.about("patience").exponential(), events);
    }
}
