package hecht.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A program that ran to its end, and what that took. Its CPU time is read every few milliseconds while it runs, since the
/// system forgets it with the process: what it used after the last look, up to [#LOOKS_EVERY], is missing.
///
/// @param cpu of all its threads  @param wall from start to end  @param peakMiB the most memory it held, 0 where the system
/// does not say  @param exit its exit code
record Child(Duration cpu, Duration wall, long peakMiB, int exit) {
    private static final long LOOKS_EVERY = 5; // milliseconds

    /// @param words takes what it writes to standard error  @param answer takes what it writes to standard output
    /// @throws IllegalStateException when it does not end with `expected`
    static Child run(List<String> command, Map<String, String> environment, Path answer, Path words, int expected)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(answer.toFile())
                .redirectError(words.toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        Duration cpu = Duration.ZERO;
        long peak = 0;
        while (true) {
            Duration now = process.info().totalCpuDuration().orElse(Duration.ZERO);
            if (now.compareTo(cpu) > 0) cpu = now;
            peak = Math.max(peak, mostMiB(process));
            if (process.waitFor(Duration.ofMillis(LOOKS_EVERY))) break;
        }
        Child child = new Child(cpu, Duration.ofNanos(System.nanoTime() - start), peak, process.exitValue());
        if (child.exit != expected)
            throw new IllegalStateException(command + " ended with " + child.exit + ": " + Files.readString(words));
        return child;
    }

    private static long mostMiB(Process process) {
        try {
            return Memory.most(process.toHandle()) >> 20;
        } catch (IOException e) {
            return 0; // it ended between two looks, or this is no Linux
        }
    }

    double cpuSeconds() {
        return cpu.toMillis() / 1e3;
    }

    double seconds() {
        return wall.toNanos() / 1e9;
    }
}
