package hecht.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What processes take of the machine's memory, in bytes, as Linux tells it.
final class Memory {
    private Memory() {}

    /// What one process holds now.
    static long resident(ProcessHandle process) throws IOException {
        return value(process, "status", "VmRSS:");
    }

    /// The most that one process has ever held.
    static long most(ProcessHandle process) throws IOException {
        return value(process, "status", "VmHWM:");
    }

    /// What a process and those it has begun hold together; what they share is counted once.
    static long shared(ProcessHandle process) throws IOException {
        long sum = 0;
        for (ProcessHandle each :
                Stream.concat(Stream.of(process), process.descendants()).toList()) {
            try {
                sum += value(each, "smaps_rollup", "Pss:");
            } catch (NoSuchFileException e) {
                // it ended meanwhile
            }
        }
        return sum;
    }

    private static long value(ProcessHandle process, String file, String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", "" + process.pid(), file)))
            if (line.startsWith(name)) return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
        throw new IOException("no " + name + " of process " + process.pid());
    }
}
