package hecht.lab;

import hecht.store.Store;
import hecht.store.Where;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Kills a server that takes events in, or its database, at random moments, and proves each time that whatever was
/// acknowledged is in, once; at the end that what is believed is what the events say.
///
/// ```
/// ./build -q -Dquick -pl lab -am package && "$(./build --java-home)"/bin/java -cp lab/target/quick/lab/lab.jar hecht.lab.KillLoop [KILLS [SEED [FOLDER]]]
/// ```
///
/// Events of Lichtland come in batches over HTTP, and from a file by `hecht import` beside that. Who gets no answer sends the
/// same batch again. After each kill some batches that were acknowledged before are sent once more: every line must be
/// answered as a repetition, since one that is accepted had been lost. At the end all lines are sent once more, and counted in
/// the database; `hecht verify` folds everything anew.
public final class KillLoop {
    private static final int KILLS = 60;
    private static final long SEED = 20_261_126;
    private static final int CUSTOMERS = 20_000; // so that new events come at every kill
    private static final int BATCH = 250; // lines
    private static final int LONGEST_WAIT = 4_000; // milliseconds from one kill to the next
    private static final Duration LONGEST_END = Duration.ofSeconds(10);
    private static final int ASKED_AGAIN = 4; // batches after each kill
    private static final Pattern COUNT = Pattern.compile("\"(events|accepted|repeated)\":([0-9]+)");

    private final Random random;
    private final List<String> batches;
    private final Path file;
    private final Path folder;
    private final Served served;
    private final BitSet acknowledged = new BitSet(); // guarded by itself
    private final Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
    private int imports;
    private final AtomicInteger unanswered = new AtomicInteger();

    private enum Victim {
        SERVER,
        DATABASE,
        CONNECTION,
        BOTH,
        IMPORT
    }

    /// @param batches sent over HTTP  @param file imported beside that
    private KillLoop(Random random, List<String> batches, Path file, Path folder)
            throws IOException, InterruptedException {
        this.random = random;
        this.batches = batches;
        this.file = file;
        this.folder = folder;
        this.served = Served.start(folder.resolve("data"), folder.resolve("serve.log"));
    }

    public static void main(String... arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : KILLS;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : SEED;
        Path folder = arguments.length > 2
                ? Files.createDirectories(Path.of(arguments[2]))
                : Files.createTempDirectory("hecht-kills");
        System.out.println(Machine.line());
        System.out.println("seed " + seed + ", folder " + folder);
        List<String> lines = events(folder);
        int half = lines.size() / 2 / BATCH * BATCH;
        Path file = folder.resolve("imported.ndjson");
        Files.write(file, lines.subList(half, lines.size()));
        List<String> batches = new ArrayList<>();
        for (int from = 0; from < half; from += BATCH)
            batches.add(String.join("\n", lines.subList(from, from + BATCH)) + "\n");
        new KillLoop(new Random(seed), batches, file, folder).run(kills, lines.size());
    }

    /// Under sources of our own: those of Lichtland are reserved.
    private static List<String> events(Path folder) throws IOException, InterruptedException {
        Path all = folder.resolve("events.ndjson");
        Child.run(
                Served.command("simulate", "--customers", "" + CUSTOMERS),
                Map.of(),
                all,
                folder.resolve("simulate.log"),
                0);
        try (Stream<String> lines = Files.lines(all)) {
            return lines.map(line -> line.replace("\"lichtland.", "\"killed.")).toList();
        }
    }

    private void run(int kills, int events) throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        Thread sending = Thread.ofPlatform().start(() -> send(stop));
        Duration longest = Duration.ZERO;
        Process importing = startImport();
        for (int kill = 1; kill <= kills; kill++) {
            if (!importing.isAlive()) importing = startImport();
            Thread.sleep(random.nextInt(LONGEST_WAIT));
            Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
            kill(victim, importing);
            killed.merge(victim, 1, Integer::sum);
            if (!served.isAlive()) {
                endOrKill(importing);
                Duration start = served.restart();
                if (start.compareTo(longest) > 0) longest = start;
            }
            for (int i = 0; i < ASKED_AGAIN; i++) askAgain();
            System.out.println("kill " + kill + ": " + victim + "; " + known() + " of " + batches.size()
                    + " batches acknowledged, all asked again were there");
        }
        stop.set(true);
        sending.join();
        endOrKill(importing);
        finish(events, longest);
    }

    private void kill(Victim victim, Process importing) throws Exception {
        switch (victim) {
            case SERVER -> served.kill();
            case DATABASE -> database(false);
            case CONNECTION -> database(true);
            case BOTH -> {
                database(false);
                served.kill();
            }
            case IMPORT -> importing.destroyForcibly().waitFor();
        }
    }

    /// @param one of the processes that serve a connection, which makes PostgreSQL end all others and begin anew
    private void database(boolean one) {
        try {
            ProcessHandle database = served.database();
            List<ProcessHandle> connections = database.children().toList();
            if (one && !connections.isEmpty())
                connections.get(random.nextInt(connections.size())).destroyForcibly();
            else database.destroyForcibly();
        } catch (IOException e) {
            // It was killed a moment ago and does not run yet: the next kill will find it.
        }
    }

    /// An import that finds no server opens the folder itself, and then a server finds it taken; one whose server was killed
    /// under it ends by itself.
    private static void endOrKill(Process importing) throws InterruptedException {
        if (!importing.waitFor(LONGEST_END)) importing.destroyForcibly().waitFor();
    }

    private Process startImport() throws IOException {
        imports++;
        return new ProcessBuilder(Served.command("import", "" + file, "--data", "" + folder.resolve("data")))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("import.log").toFile()))
                .start();
    }

    private void send(AtomicBoolean stop) {
        for (int i = 0; !stop.get(); i = (i + 1) % batches.size()) {
            try {
                while (!stop.get() && !isAnswered(i)) {
                    unanswered.incrementAndGet();
                    Thread.sleep(100);
                }
                Thread.sleep(20);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean isAnswered(int batch) throws InterruptedException {
        try {
            HttpResponse<String> answer = served.post("/api/v1/events", batches.get(batch));
            if (answer.statusCode() >= 500) return false; // the database is away, and says so
            check(batch, answer);
            return true;
        } catch (IOException e) {
            return false; // the server is away
        }
    }

    /// Every line counts from now on, or counted already; of a batch that was acknowledged before, none is new.
    private void check(int batch, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        Map<String, Integer> counts = new HashMap<>();
        Matcher found = COUNT.matcher(answer.body());
        while (found.find()) counts.putIfAbsent(found.group(1), Integer.parseInt(found.group(2)));
        int accepted = counts.getOrDefault("accepted", -1);
        int repeated = counts.getOrDefault("repeated", -1);
        if (accepted + repeated != BATCH) throw new IllegalStateException("batch " + batch + ": " + counts);
        synchronized (acknowledged) {
            if (acknowledged.get(batch) && accepted > 0)
                throw new IllegalStateException(
                        "LOST: " + accepted + " events of batch " + batch + " were acknowledged and are gone");
            acknowledged.set(batch);
        }
    }

    private int known() {
        synchronized (acknowledged) {
            return acknowledged.cardinality();
        }
    }

    private void askAgain() throws InterruptedException {
        int from;
        synchronized (acknowledged) {
            if (acknowledged.isEmpty()) return;
            from = acknowledged.nextSetBit(random.nextInt(acknowledged.length()));
        }
        while (!isAnswered(from)) Thread.sleep(100);
    }

    private void finish(int events, Duration longest) throws Exception {
        for (int i = 0; i < batches.size(); i++) while (!isAnswered(i)) Thread.sleep(100);
        Path words = folder.resolve("last-import.log");
        Child.run(
                Served.command("import", "" + file, "--data", "" + folder.resolve("data")), Map.of(), words, words, 0);
        served.stop();
        served.restart(); // knows that nobody runs the imports that were killed, and so by what to believe
        served.awaitRest(); // until everybody is folded
        served.stop();
        Path verified = folder.resolve("verify.log");
        Child.run(
                Served.command("verify", "--json", "--data", "" + folder.resolve("data")),
                Map.of(),
                verified,
                verified,
                0);
        try (Store store = Store.open(new Where.Embedded(folder.resolve("data")))) {
            long there = store.database()
                    .jdbc()
                    .sql("SELECT count(*) FROM event")
                    .query(Long.class)
                    .single();
            if (there != events) throw new IllegalStateException(there + " events are there of " + events);
        }
        String proof = Files.readString(verified).strip();
        if (!proof.contains("\"customers\":" + CUSTOMERS + ",\"different\":0,\"waiting\":0"))
            throw new IllegalStateException(proof);
        System.out.println(
                killed + "; " + imports + " imports begun, " + unanswered + " batches sent again without an answer");
        System.out.println("the longest start after a kill: " + longest.toMillis() + " ms");
        System.out.println(events + " events, each once; verify: " + proof);
    }
}
