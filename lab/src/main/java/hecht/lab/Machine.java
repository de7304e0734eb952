package hecht.lab;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/// What a measurement was made on, in one line: a figure without it says nothing.
public final class Machine {
    private Machine() {}

    public static String line() {
        return String.format(
                Locale.ROOT,
                "JDK %s, %d cores, heap %d MiB, collector %s",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                ManagementFactory.getGarbageCollectorMXBeans().getFirst().getName());
    }
}
