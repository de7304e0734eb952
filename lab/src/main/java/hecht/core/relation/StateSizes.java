package hecht.core.relation;

import hecht.core.episode.Combining;
import hecht.core.event.Event;
import hecht.core.perception.Preset;
import hecht.lab.Histories;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How many bytes a state takes, after each event of 10,000 histories: without the episodes that it remembers, and with them.
/// It lies in the relation's own package because how a state is made up is no door of it.
///
/// ```
/// ./build -q -Dquick -pl lab -am package && "$(./build --java-home)"/bin/java -cp lab/target/quick/lab/lab.jar hecht.core.relation.StateSizes
/// ```
public final class StateSizes {
    private static final int CUSTOMERS = 10_000;
    private static final int LARGEST = 4_096;

    private StateSizes() {}

    public static void main(String... none) {
        System.out.println("JDK " + Runtime.version());
        for (Mode mode : Mode.values()) {
            Preset preset = mode == Mode.RHYTHM ? Preset.SHOP : Preset.ENERGY;
            measure(new Fold(Model.builtIn(ZoneId.of("Europe/Amsterdam"), mode), preset.rules()));
        }
    }

    private static void measure(Fold fold) {
        boolean rhythm = fold.model().mode() == Mode.RHYTHM;
        long[] alone = new long[LARGEST]; // [bytes] states after an event, without episodes
        long[] whole = new long[LARGEST]; // [bytes] all of them
        Folding folding = fold.begin(State.NEW);
        Relationship opened = new Relationship(fold.model(), fold.rules(), Combining.MULTIPLIED);
        int withoutAny = opened.episodes.bytes();
        for (int c = 0; c < CUSTOMERS; c++) {
            List<Event> history = rhythm ? Histories.ofShop(c) : Histories.ofSupplier(c);
            folding.goOnFrom(State.NEW);
            for (Event each : history) {
                folding.take(each);
                State state = folding.state();
                opened.unpack(state);
                whole[state.size()]++;
                alone[state.size() - opened.episodes.bytes() + withoutAny]++;
            }
        }
        System.out.printf(Locale.ROOT, "%s, %,d customers%n", fold.model().mode(), CUSTOMERS);
        print("without episodes", alone);
        print("with episodes", whole);
    }

    private static void print(String when, long[] states) {
        long all = Arrays.stream(states).sum();
        double bytes = 0;
        for (int size = 0; size < states.length; size++) bytes += (double) size * states[size] / all;
        System.out.printf(
                Locale.ROOT,
                "  %-16s mean %4.0f   least %3d   half %4d   nine in ten %4d   99 %% %4d   most %4d bytes%n",
                when,
                bytes,
                quantile(states, 0),
                quantile(states, (all + 1) / 2),
                quantile(states, all * 9 / 10),
                quantile(states, all * 99 / 100),
                quantile(states, all));
    }

    /// The size of the `n`-th smallest state.
    private static int quantile(long[] states, long n) {
        long seen = 0;
        for (int size = 0; size < states.length; size++) {
            seen += states[size];
            if (seen > 0 && seen >= n) return size;
        }
        return states.length;
    }
}
