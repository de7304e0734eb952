package hecht.lab;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import hecht.app.ingest.Histories;
import hecht.app.ingest.History;
import hecht.app.ingest.Terms;
import hecht.files.Input;
import hecht.files.Progress;
import hecht.files.Refusal;
import hecht.files.Rejects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `hecht score` on 22 million events of a million customers in one file, from CSV and from Parquet, against DuckDB over the
/// same file in the same run ([DuckDbSums]): the ratio of their CPU times, and hecht's peak heap of 2 GiB.
///
/// ```
/// ./build -q -Dquick -pl lab -am package && "$(./build --java-home)"/bin/java -cp lab/target/quick/lab/lab.jar hecht.lab.ScoreAgainstDuckDb FOLDER [CUSTOMERS [ROUNDS]]
/// ```
///
/// To be started in hecht's root. `FOLDER` takes the files, some 6 GB while they are made and 4 GB then; they stay there for
/// the next run. It stops when the two do not agree on how many events each customer has.
public final class ScoreAgainstDuckDb {
    private static final int CUSTOMERS = 1_000_000;
    private static final int ROUNDS = 3;
    private static final String HEAP = "-Xmx2g";
    private static final Pattern COLLECTED = Pattern.compile(" (\\d+)M->\\d+M\\(");

    private final Path folder;

    private ScoreAgainstDuckDb(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws IOException, SQLException, InterruptedException, Refusal {
        if (arguments.length == 0) throw new IllegalArgumentException("name the folder that takes the files");
        int customers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : CUSTOMERS;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : ROUNDS;
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        EventFiles files = EventFiles.of(folder, customers);
        System.out.println(Machine.line());
        ScoreAgainstDuckDb here = new ScoreAgainstDuckDb(folder);
        here.launch(List.of("version"));
        here.compare(files.csv(), rounds);
        here.compare(files.parquet(), rounds);
    }

    private void compare(Path events, int rounds) throws IOException, InterruptedException, Refusal {
        List<Double> ratios = new ArrayList<>();
        for (int i = 1; i <= rounds; i++) {
            Child duck = sums(events);
            Child hecht = launch(List.of("score", events.toString(), "-o", scores().toString()));
            ratios.add(hecht.cpuSeconds() / duck.cpuSeconds());
            System.out.printf(
                    Locale.ROOT,
                    "%s, %,d MB, round %d: DuckDB %.1f s CPU (%.1f s), hecht %.1f s CPU (%.1f s), ratio %.2f;"
                            + " hecht's heap at most %d MiB, its memory %d MiB%n",
                    events.getFileName(),
                    Files.size(events) / 1_000_000,
                    i,
                    duck.cpuSeconds(),
                    duck.seconds(),
                    hecht.cpuSeconds(),
                    hecht.seconds(),
                    ratios.getLast(),
                    peakHeapMiB(),
                    hecht.peakMiB());
        }
        check(events);
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%s: ratio %.2f (median of %d, %.2f to %.2f)%n",
                events.getFileName(),
                ratios.get(ratios.size() / 2),
                rounds,
                ratios.getFirst(),
                ratios.getLast());
    }

    private Child sums(Path events) throws IOException, InterruptedException {
        String java = ProcessHandle.current().info().command().orElse("java");
        List<String> command = List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DuckDbSums.class.getName(),
                events.toString(),
                counts().toString());
        return Child.run(command, Map.of(), folder.resolve("duckdb.out"), folder.resolve("duckdb.err"), 0);
    }

    private Child launch(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./hecht"));
        command.addAll(arguments);
        Map<String, String> options = Map.of("HECHT_JAVA_OPTIONS", HEAP + " -Xlog:gc:file=" + collections());
        return Child.run(command, options, folder.resolve("hecht.out"), words(), 0);
    }

    private long peakHeapMiB() throws IOException {
        long peak = 0;
        Matcher collected = COLLECTED.matcher(Files.readString(collections()));
        while (collected.find()) peak = Math.max(peak, Long.parseLong(collected.group(1)));
        return peak;
    }

    /// Both must have seen the same events of the same customers: hecht reads the file once more, here, to be asked.
    private void check(Path events) throws IOException, Refusal {
        Map<String, Integer> counts = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(counts())) {
            for (NamedCsvRecord row : rows)
                counts.put(row.getField("customer"), Integer.valueOf(row.getField("events")));
        }
        int customers = counts.size();
        Instant now = Instant.now();
        Input.Settings how = new Input.Settings(null, ZoneOffset.UTC, now.plus(Duration.ofDays(1)));
        try (Input input = Input.open(List.of(events.toString()), how);
                Rejects rejects = Rejects.beside(input, folder);
                var histories = Histories.read(input, Terms.of(ZoneOffset.UTC, now), rejects, Progress.SILENT)) {
            histories.each((History each) -> {
                Integer counted = counts.remove(each.customer());
                if (counted == null || counted != each.events().size())
                    throw new IllegalStateException(each.customer() + ": DuckDB counted " + counted + " events, hecht "
                            + each.events().size());
            });
        }
        if (!counts.isEmpty()) throw new IllegalStateException("hecht did not see " + counts.size() + " customers");
        System.out.printf(Locale.ROOT, "both counted the same events of each of %,d customers%n", customers);
    }

    private Path counts() {
        return folder.resolve("duckdb-sums.csv");
    }

    private Path scores() {
        return folder.resolve("hecht-score.csv");
    }

    private Path collections() {
        return folder.resolve("hecht-gc.log");
    }

    private Path words() {
        return folder.resolve("hecht.err");
    }
}
