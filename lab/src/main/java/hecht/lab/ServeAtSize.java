package hecht.lab;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/// A server that keeps the relationships of a million customers: how soon it starts, how long a page takes, with nothing else
/// to do and while 5,000 events a second come in, how soon these are visible, and how much memory it has taken then.
///
/// ```
/// ./build -q -Dquick -pl lab -am package && "$(./build --java-home)"/bin/java -cp lab/target/quick/lab/lab.jar hecht.lab.ServeAtSize FOLDER [CUSTOMERS [MINUTES [RATE]]]
/// ```
///
/// To be started in hecht's root. `FOLDER` takes some 22 events of each customer as a file, and the data folder made of it by `hecht import`: half an hour and
/// some 20 GB for a million; both stay for the next run. Times are those of a client on the same machine, which takes its part
/// of the two cores: the server's own are shorter.
public final class ServeAtSize {
    private static final int CUSTOMERS = 1_000_000;
    private static final int MINUTES = 60;
    private static final int RATE = 5_000; // events a second
    private static final int STARTS = 3;
    private static final int WARM = 20; // times that a page is asked for before it is measured
    private static final int ASKED = 100;

    private final Served served;
    private final int customers;
    private final Random random = new Random(1);
    private final Map<String, IntFunction<String>> pages = new LinkedHashMap<>();

    private ServeAtSize(Served served, int customers) {
        this.served = served;
        this.customers = customers;
        pages.put("Pulse", n -> "/pulse");
        pages.put("Relationships", n -> "/relationships");
        pages.put("Relationships, lowest health first", n -> "/relationships?sort=lowest_health");
        pages.put("Relationships, found by key", n -> "/relationships?q=" + Histories.key(n));
        pages.put("Relationships, a health of 40 to 60", n -> "/relationships?min=40&max=60");
        pages.put("Relationships, the view of those held", n -> "/relationships?view=held");
        pages.put("Relationship", n -> "/relationships/" + Histories.key(n));
    }

    public static void main(String... arguments) throws Exception {
        if (arguments.length == 0) throw new IllegalArgumentException("name the folder that takes the files");
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int customers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : CUSTOMERS;
        int minutes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : MINUTES;
        int rate = arguments.length > 3 ? Integer.parseInt(arguments[3]) : RATE;
        System.out.println(Machine.line());
        Path data = folder.resolve("data-" + customers);
        if (!Files.exists(data)) fill(folder, data, customers);
        Served served = Served.start(data, folder.resolve("serve.log"), List.of("./hecht"));
        try {
            served.signIn();
            ServeAtSize here = new ServeAtSize(served, customers);
            here.turn();
            here.start();
            here.look();
            here.live(rate, Duration.ofMinutes(minutes));
        } finally {
            served.stop();
        }
    }

    private static void fill(Path folder, Path data, int customers) throws Exception {
        EventFiles files = EventFiles.of(folder, customers);
        Path unfinished = folder.resolve("unfinished-" + customers);
        Path words = folder.resolve("import.log");
        Child child = Child.run(
                Served.command("import", "" + files.csv(), "--data", "" + unfinished), Map.of(), words, words, 0);
        say("import into a folder, and folding: %.0f s, its own CPU %.0f s", child.seconds(), child.cpuSeconds());
        Files.move(unfinished, data);
    }

    /// Brings everybody to today, as the first event of a new day does.
    private void turn() throws IOException, InterruptedException {
        served.awaitRest();
        LiveEvents one = new LiveEvents(served, customers);
        one.contact(0);
        say(
                "the turn of the day for everybody, and the sums: %d s",
                served.awaitRest().toSeconds());
    }

    private void start() throws IOException, InterruptedException {
        Times starts = new Times();
        for (int i = 0; i < STARTS; i++) {
            served.stop();
            starts.add(served.restart());
        }
        say("start of serve: %s", starts);
        served.signIn();
        served.awaitRest();
    }

    private void look() throws IOException, InterruptedException {
        for (Map.Entry<String, IntFunction<String>> each : pages.entrySet()) {
            for (int i = 0; i < WARM; i++) ask(each.getValue());
            Times times = new Times();
            for (int i = 0; i < ASKED; i++) times.add(ask(each.getValue()));
            say("%s: %s", each.getKey(), times);
        }
    }

    private Duration ask(IntFunction<String> page) throws IOException, InterruptedException {
        String address = page.apply(random.nextInt(customers));
        long start = System.nanoTime();
        HttpResponse<String> answer = served.page(address);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (answer.statusCode() != 200) throw new IllegalStateException(address + ": " + answer.statusCode());
        return took;
    }

    private void live(int rate, Duration length) throws Exception {
        Map<String, Times> times = new LinkedHashMap<>();
        LiveEvents events = new LiveEvents(served, customers);
        Duration took = events.send(rate, length, () -> {
            for (Map.Entry<String, IntFunction<String>> each : pages.entrySet()) {
                times.computeIfAbsent(each.getKey(), page -> new Times()).add(ask(each.getValue()));
                Thread.sleep(1_000);
            }
        });
        Duration rest = served.awaitRest();
        say(
                "live: %,d events in %d s, %,.0f a second of %,d asked; a batch answered %s",
                events.acknowledged(),
                took.toSeconds(),
                events.acknowledged() * 1e3 / took.toMillis(),
                rate,
                events.answers());
        say("live: visible in lists after %s; at rest %d s after the last", events.visible(), rest.toSeconds());
        times.forEach((page, each) -> say("live: %s: %s", page, each));
        say(
                "memory: the server %,d MiB, at most %,d MiB; its database %,d MiB",
                Memory.resident(served.handle()) >> 20,
                Memory.most(served.handle()) >> 20,
                Memory.shared(served.database()) >> 20);
    }

    private static void say(String format, Object... figures) {
        System.out.println(String.format(Locale.ROOT, format, figures));
    }
}
