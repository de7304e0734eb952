package hecht.lab;

import hecht.core.event.CanonicalOrder;
import hecht.core.event.Event;
import hecht.core.perception.Preset;
import hecht.core.relation.Digest;
import hecht.core.relation.Fold;
import hecht.core.relation.Folding;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.State;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/// What one event costs the fold, with perception and episodes (K = 4): one operation is one event of [Histories].
///
/// - *hot*: a folding is set to each customer and takes the events one after another, as scoring a sorted file does.
/// - *packed*: before each event the state is unpacked and after it packed, as live intake does, and scoring in order of time.
///
/// In `CONTRACT` the histories are a supplier's, in `RHYTHM` a shop's.
///
/// ```
/// ./build -q -Dquick -pl lab -am package && "$(./build --java-home)"/bin/java -jar lab/target/quick/lab/lab.jar FoldBenchmark
/// ```
///
/// Before it measures it prints machine and data, and stops unless both ways lead to the same states, bit for bit.
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx1g"})
@org.openjdk.jmh.annotations.State(Scope.Thread)
public class FoldBenchmark {
    private static final int CUSTOMERS = 1_000;

    /// What is believed, and whose histories are folded.
    @Param({"CONTRACT", "RHYTHM"})
    Mode mode = Mode.CONTRACT;

    private Event[] byCustomer = {};
    private boolean[] begins = {}; // [event of byCustomer] whether it is its customer's first
    private Event[] byTime = {};
    private int[] customers = {}; // [event of byTime]
    private State[] states = {};
    private Folding folding = fold(Mode.CONTRACT).begin(State.NEW);
    private int at;

    private static Fold fold(Mode mode) {
        Preset preset = mode == Mode.RHYTHM ? Preset.SHOP : Preset.ENERGY;
        return new Fold(Model.builtIn(ZoneId.of("Europe/Amsterdam"), mode), preset.rules());
    }

    private static List<Event> history(Mode mode, int customer) {
        return mode == Mode.RHYTHM ? Histories.ofShop(customer) : Histories.ofSupplier(customer);
    }

    /// One event with the place of its customer.
    private record Placed(Event event, int customer, boolean begins) {}

    @Setup
    public void tellThem() {
        List<Placed> events = new ArrayList<>();
        for (int c = 0; c < CUSTOMERS; c++) {
            boolean first = true;
            for (Event each : history(mode, c)) {
                events.add(new Placed(each, c, first));
                first = false;
            }
        }
        byCustomer = events.stream().map(Placed::event).toArray(Event[]::new);
        begins = new boolean[byCustomer.length];
        for (int i = 0; i < begins.length; i++) begins[i] = events.get(i).begins;
        events.sort((a, b) -> CanonicalOrder.INSTANCE.compare(a.event, b.event));
        byTime = events.stream().map(Placed::event).toArray(Event[]::new);
        customers = events.stream().mapToInt(Placed::customer).toArray();
        states = new State[CUSTOMERS];
        folding = fold(mode).begin(State.NEW);
        proveThatBothWaysAgree();
        at = 0;
    }

    private void proveThatBothWaysAgree() {
        State[] hot = new State[CUSTOMERS];
        int customer = -1;
        for (at = 0; at < byCustomer.length; ) {
            if (begins[at]) customer++;
            hot();
            hot[customer] = folding.state();
        }
        for (at = 0; at < byTime.length; ) packed();
        if (!Arrays.equals(hot, states)) throw new IllegalStateException("the two ways lead to different states");
        double health = 0;
        Digest digest = new Digest();
        for (int c = 0; c < CUSTOMERS; c++) {
            digest.add("" + c, states[c]);
            folding.goOnFrom(states[c]);
            health += folding.standing(Histories.END).health() / CUSTOMERS;
        }
        System.out.printf(
                Locale.ROOT,
                "%n%s%n%,d events of %,d customers; both ways agree; mean health %.6f%ndigest of the states %s%n",
                Machine.line(),
                byCustomer.length,
                CUSTOMERS,
                health,
                digest);
    }

    @Benchmark
    public Folding hot() {
        if (at == byCustomer.length) at = 0;
        if (begins[at]) folding.goOnFrom(State.NEW);
        folding.take(byCustomer[at++]);
        return folding;
    }

    @Benchmark
    public State packed() {
        if (at == byTime.length) at = 0;
        if (at == 0) Arrays.fill(states, State.NEW);
        int customer = customers[at];
        folding.goOnFrom(states[customer]);
        folding.take(byTime[at++]);
        return states[customer] = folding.state();
    }
}
