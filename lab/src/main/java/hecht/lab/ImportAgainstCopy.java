package hecht.lab;

import hecht.app.ingest.Importing;
import hecht.app.ingest.StoreDoor;
import hecht.app.ingest.Tally;
import hecht.files.Input;
import hecht.files.Progress;
import hecht.files.Refusal;
import hecht.files.Rejects;
import hecht.store.Store;
import hecht.store.Where;
import hecht.store.postgres.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// An import of 5 million events from a CSV file into an empty embedded database, until their rows are durable, against plain
/// COPY of the same rows into the same table with the same keys: rows a second of both, and their ratio.
///
/// ```
/// ./build -q -Dquick -pl lab -am package && "$(./build --java-home)"/bin/java -Xmx2g -cp lab/target/quick/lab/lab.jar hecht.lab.ImportAgainstCopy FOLDER [CUSTOMERS [ROUNDS]]
/// ```
///
/// `FOLDER` takes the events (some 22 of each customer), the database and the rows as COPY writes them, some 5 GB. COPY gets
/// the rows in PostgreSQL's own binary form and in the order in which the import wrote them, which suits it best; what the
/// import does beside it (read text, make events, look up who came before, mark customers) is all in its time. A sum over
/// the rows proves that both tables hold the same.
public final class ImportAgainstCopy {
    private static final int CUSTOMERS = 225_000;
    private static final int ROUNDS = 3;

    private ImportAgainstCopy() {}

    public static void main(String... arguments) throws IOException, SQLException, Refusal {
        if (arguments.length == 0) throw new IllegalArgumentException("name the folder that takes the files");
        int customers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : CUSTOMERS;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : ROUNDS;
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        EventFiles files = EventFiles.of(folder, customers);
        System.out.println(Machine.line());
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) ratios.add(round(folder, files.csv(), round));
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "import / COPY: %.2f (median of %d, %.2f to %.2f)%n",
                ratios.get(ratios.size() / 2),
                rounds,
                ratios.getFirst(),
                ratios.getLast());
    }

    private static double round(Path folder, Path csv, int round) throws IOException, Refusal {
        Path data = folder.resolve("data");
        remove(data);
        try (Store store = Store.open(new Where.Embedded(data))) {
            Path rows = folder.resolve("rows.copy");
            long start = System.nanoTime();
            Tally tally = imported(store, csv, folder);
            double importing = seconds(start);
            String sum = sum(store);
            copy(store, "COPY event TO STDOUT (FORMAT binary)", rows, true);
            store.database().jdbc().sql("TRUNCATE event").update();
            store.database().jdbc().sql("CHECKPOINT").update();
            start = System.nanoTime();
            copy(store, "COPY event FROM STDIN (FORMAT binary)", rows, false);
            double copying = seconds(start);
            if (!sum.equals(sum(store))) throw new IllegalStateException("COPY wrote other rows than the import");
            double ratio = copying / importing;
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %,d events; import %.1f s, %,.0f rows/s; COPY %.1f s, %,.0f rows/s; ratio %.2f; sum %s%n",
                    round,
                    tally.accepted(),
                    importing,
                    tally.accepted() / importing,
                    copying,
                    tally.accepted() / copying,
                    ratio,
                    sum);
            Files.delete(rows);
            return ratio;
        } finally {
            remove(data);
        }
    }

    private static Tally imported(Store store, Path csv, Path folder) throws Refusal {
        Input.Settings how =
                new Input.Settings(null, ZoneOffset.UTC, Instant.now().plus(Duration.ofDays(1)));
        try (Input input = Input.open(List.of(csv.toString()), how);
                Rejects rejects = Rejects.beside(input, folder)) {
            return Importing.run(input, null, rejects, new StoreDoor(store, Clock.systemUTC()), Progress.SILENT);
        }
    }

    private static void copy(Store store, String sql, Path rows, boolean out) {
        store.database().transaction(connection -> {
            try {
                if (out) {
                    try (OutputStream to = Files.newOutputStream(rows)) {
                        return Database.copy(connection).copyOut(sql, to);
                    }
                }
                try (InputStream from = Files.newInputStream(rows)) {
                    return Database.copy(connection).copyIn(sql, from, 1 << 16);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String sum(Store store) {
        return store.database()
                .jdbc()
                .sql("SELECT count(*) || ' ' || sum(digest::numeric) FROM event")
                .query(String.class)
                .single();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
