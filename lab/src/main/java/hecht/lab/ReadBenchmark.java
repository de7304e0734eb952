package hecht.lab;

import hecht.core.event.Event;
import hecht.core.event.EventReader;
import hecht.core.event.EventWriter;
import hecht.core.event.Field;
import hecht.core.event.NamedValues;
import hecht.core.event.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs to make an event of a row's cells: one operation fills the named values from a row of [Histories], as a file
/// with a column for each field of the contract holds it, and reads them with all checks.
///
/// ```
/// ./build -q -Dquick -pl lab -am package && "$(./build --java-home)"/bin/java -jar lab/target/quick/lab/lab.jar ReadBenchmark
/// ```
///
/// Before it measures it stops unless every event that is read equals the one that was written.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx1g"})
@State(Scope.Thread)
public class ReadBenchmark {
    private static final int CUSTOMERS = 200;
    private static final Field[] COLUMNS = Field.values();

    private final List<@Nullable String[]> rows = new ArrayList<>();
    private final NamedValues values = new NamedValues();
    private final EventReader reader = new EventReader(null, Histories.END.plus(Duration.ofDays(1)));
    private int at;

    @Setup
    public void write() {
        rows.clear();
        for (int c = 0; c < CUSTOMERS; c++)
            for (Event each : Histories.ofSupplier(c)) {
                @Nullable String[] row = new @Nullable String[COLUMNS.length];
                EventWriter.write(each, (field, text) -> row[field.ordinal()] = text, (name, text) -> {});
                rows.add(row);
                at = rows.size() - 1;
                if (!(read() instanceof Reading.Accepted accepted
                        && accepted.event().equals(each)))
                    throw new IllegalStateException("what was written is read otherwise: " + each);
            }
        at = 0;
        System.out.printf(Locale.ROOT, "%n%s%n%,d rows of %,d customers%n", Machine.line(), rows.size(), CUSTOMERS);
    }

    @Benchmark
    public Reading read() {
        if (at == rows.size()) at = 0;
        @Nullable String[] row = rows.get(at++);
        values.clear();
        for (int i = 0; i < row.length; i++) if (row[i] != null) values.put(COLUMNS[i], row[i]);
        return reader.read(values);
    }
}
