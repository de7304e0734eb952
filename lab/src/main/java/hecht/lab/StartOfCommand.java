package hecht.lab;

import hecht.core.event.Event;
import hecht.core.event.EventWriter;
import hecht.core.event.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How long a small command takes from its start by the launcher to its end, each time as a new process: `version`, `--help`,
/// and `score` of a file of some 200 events.
///
/// ```
/// ./build -q -Dquick -pl lab -am package && "$(./build --java-home)"/bin/java -cp lab/target/quick/lab/lab.jar hecht.lab.StartOfCommand [ROUNDS]
/// ```
///
/// To be started in hecht's root; the first start, which may build, is not counted. Commands come by turns, so that a busy
/// machine is equally unfair to all. It stops when one does not end as it should.
public final class StartOfCommand {
    private static final int ROUNDS = 20;
    private static final int CUSTOMERS = 10;

    private StartOfCommand() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
        Path folder = Files.createTempDirectory("hecht-start");
        Path events = folder.resolve("events.csv");
        try {
            write(events);
            measure(folder, rounds, List.of(List.of("version"), List.of("--help"), List.of("score", "" + events)));
        } finally {
            for (String name : List.of("events.csv", "out", "err")) Files.deleteIfExists(folder.resolve(name));
            Files.delete(folder);
        }
    }

    private static void measure(Path folder, int rounds, List<List<String>> commands)
            throws IOException, InterruptedException {
        List<List<Double>> seconds = new ArrayList<>();
        double[] cpu = new double[commands.size()]; // of all rounds together
        for (List<String> command : commands) {
            start(folder, command);
            seconds.add(new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++)
            for (int i = 0; i < commands.size(); i++) {
                Child child = start(folder, commands.get(i));
                seconds.get(i).add(child.seconds());
                cpu[i] += child.cpuSeconds();
            }
        System.out.println(Machine.line());
        for (int i = 0; i < commands.size(); i++) {
            List<Double> each = seconds.get(i);
            each.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "hecht %-9s %.3f s (median of %d; least %.3f, nine in ten below %.3f, most %.3f), %.2f s of CPU%n",
                    commands.get(i).getFirst(),
                    each.get(rounds / 2),
                    rounds,
                    each.getFirst(),
                    each.get(rounds * 9 / 10),
                    each.getLast(),
                    cpu[i] / rounds);
        }
    }

    private static Child start(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./hecht"));
        command.addAll(arguments);
        Path answer = folder.resolve("out");
        Child child = Child.run(command, Map.of(), answer, folder.resolve("err"), 0);
        if (Files.size(answer) == 0) throw new IllegalStateException(command + " said nothing");
        return child;
    }

    /// A small CSV file with a column for each field that occurs.
    private static void write(Path file) throws IOException {
        List<Event> events = new ArrayList<>();
        for (int c = 0; c < CUSTOMERS; c++) events.addAll(Histories.ofSupplier(c));
        Set<Field> columns = EnumSet.noneOf(Field.class);
        for (Event each : events) EventWriter.write(each, (field, text) -> columns.add(field), (name, text) -> {});
        List<String> lines = new ArrayList<>();
        lines.add(columns.stream().map(Field::label).collect(Collectors.joining(",")));
        for (Event each : events) {
            String[] cells = new String[Field.values().length];
            EventWriter.write(each, (field, text) -> cells[field.ordinal()] = text, (name, text) -> {});
            lines.add(columns.stream()
                    .map(field -> cells[field.ordinal()] == null ? "" : cells[field.ordinal()])
                    .collect(Collectors.joining(",")));
        }
        Files.write(file, lines);
    }
}
