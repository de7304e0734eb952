package hecht.lab;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Events of today that come to a server at a steady rate, of customers drawn by chance from those of [Histories]; and beside
/// them, one after another, contacts of which it is measured how long they take from their acknowledgement until the
/// customer's row in lists says so.
final class LiveEvents {
    private static final int SENDERS = 4;
    private static final int BATCH = 250; // lines
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(2);
    private static final Pattern LAST_PERCEIVED = Pattern.compile("\"last_perceived\":\"([^\"]+)\"");

    /// What customers of a supplier do all day, with what an event of that type has to say.
    private static final String[] WHAT = {
        "\"type\":\"used\",\"count\":1",
        "\"type\":\"message_opened\"",
        "\"type\":\"paid\",\"amount\":120,\"currency\":\"EUR\",\"method\":\"direct debit\"",
        "\"type\":\"contact\",\"direction\":\"in\",\"kind\":\"question\",\"outcome\":\"resolved\",\"channel\":\"chat\"",
    };

    private static final String CONTACT = WHAT[3];

    private final Served served;
    private final int customers;
    private final String run =
            Long.toString(System.currentTimeMillis(), Character.MAX_RADIX); // ids are unique for ever
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Times answers = new Times();
    private final Times visible = new Times();

    LiveEvents(Served served, int customers) {
        this.served = served;
        this.customers = customers;
    }

    /// Sends for a while.
    ///
    /// @param rate events a second  @param beside done again and again meanwhile
    /// @return how long it took until the last one was acknowledged
    Duration send(int rate, Duration length, Beside beside) throws Exception {
        long start = System.nanoTime();
        long batches = rate * length.toSeconds() / BATCH;
        Thread[] senders = new Thread[SENDERS];
        AtomicLong begun = new AtomicLong();
        for (int i = 0; i < SENDERS; i++) {
            Random random = new Random(i);
            senders[i] = Thread.ofPlatform().start(() -> {
                for (long n = begun.getAndIncrement(); n < batches; n = begun.getAndIncrement()) {
                    awaitMoment(start + n * BATCH * 1_000_000_000L / rate);
                    send(random);
                }
            });
        }
        Thread looking = Thread.ofPlatform().start(this::look);
        while (begun.get() < batches) beside.once();
        for (Thread each : senders) each.join();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        stop.set(true);
        looking.join();
        return took;
    }

    /// Something that is asked of the server meanwhile.
    interface Beside {
        void once() throws Exception;
    }

    /// Sends one contact of a customer.
    ///
    /// @return when it happened
    Instant contact(int customer) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS); // as a moment is kept
        take(line(customer, CONTACT, now), 1);
        return now;
    }

    /// How many were taken in.
    long acknowledged() {
        return acknowledged.get();
    }

    /// From a batch of 250 to its answer.
    Times answers() {
        return answers;
    }

    /// From the answer until lists say so; where they did not say so in two minutes, or until the end, how long that was.
    Times visible() {
        return visible;
    }

    private static void awaitMoment(long moment) {
        long wait = moment - System.nanoTime();
        if (wait > 0) sleep(Duration.ofNanos(wait));
    }

    private void send(Random random) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < BATCH; i++)
            lines.append(line(random.nextInt(customers), WHAT[random.nextInt(WHAT.length)], Instant.now()));
        long start = System.nanoTime();
        take("" + lines, BATCH);
        answers.add(Duration.ofNanos(System.nanoTime() - start));
    }

    private void take(String lines, int count) {
        try {
            HttpResponse<String> answer = served.post("/api/v1/events", lines);
            if (answer.statusCode() != 200 || !answer.body().contains("\"accepted\":" + count + ","))
                throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
            acknowledged.addAndGet(count);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String line(int customer, String what, Instant time) {
        return "{\"source\":\"live\",\"id\":\"" + run + "-" + next.getAndIncrement() + "\",\"time\":\"" + time
                + "\",\"customer\":\"" + Histories.key(customer) + "\"," + what + "}\n";
    }

    private void look() {
        Random random = new Random(SENDERS);
        while (!stop.get()) {
            int customer = random.nextInt(customers);
            if (!listed(customer).contains("\"customer\":\"" + Histories.key(customer) + "\"")) continue; // who went
            Instant time = contact(customer);
            long start = System.nanoTime();
            while (!isVisible(customer, time)) {
                if (stop.get() || System.nanoTime() - start > LONGEST_LOOK.toNanos()) break;
                sleep(BETWEEN_LOOKS);
            }
            visible.add(Duration.ofNanos(System.nanoTime() - start));
            sleep(Duration.ofSeconds(1));
        }
    }

    private boolean isVisible(int customer, Instant time) {
        Matcher found = LAST_PERCEIVED.matcher(listed(customer));
        return found.find() && !Instant.parse(found.group(1)).isBefore(time);
    }

    /// What lists say of a customer; only those whose relationship runs are in them.
    private String listed(int customer) {
        try {
            return served.get("/api/v1/relationships?q=" + Histories.key(customer))
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
