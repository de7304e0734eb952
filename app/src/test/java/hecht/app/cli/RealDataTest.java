package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two of the real data sets of `examples/README.md`, from their files to health. Skipped where the data do not lie beside the
/// project.
class RealDataTest {
    private static final Path ROOT = Examples.ROOT;
    private static final Path DATA = ROOT.resolve("../shared/data").normalize();

    /// Each set is scored once, by the name of its mapping: that takes seconds.
    private static final Map<String, Ran> RUNS = new HashMap<>();

    @TempDir
    static Path folder;

    @Test
    void the_help_desk_is_read_whole_and_what_stands_twice_counts_once() {
        Ran ran = scored(List.of(data("helpdesk/helpdesk.xes.gz")), "helpdesk.yaml", "energy");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains("25,928 events read = 25,801 accepted + 127 repeated + 0 conflicting + 0 rejected")
                .contains("21,348 rows read, 0 of them without an event");
        assertThat(healths("helpdesk.yaml")).hasSize(397);
    }

    @Test
    void a_ticket_that_nobody_answered_makes_the_least_healthy_customer_of_the_help_desk() {
        scored(List.of(data("helpdesk/helpdesk.xes.gz")), "helpdesk.yaml", "energy");
        Map<String, NamedCsvRecord> healths = healths("helpdesk.yaml");
        NamedCsvRecord least = healths.values().stream()
                .min((a, b) -> Double.compare(health(a), health(b)))
                .orElseThrow();
        assertThat(least.getField("customer")).isEqualTo("Value 159"); // two tickets that were never resolved
        assertThat(least.getField("in_view")).isEqualTo("true");
        assertThat(mean(healths, "Value 22"::equals)) // 251 tickets, all resolved
                .isGreaterThan(mean(healths, each -> true));
        assertThat(shareInView(healths, each -> true)).isBetween(.03, .2);
    }

    @Test
    void the_marketplace_is_joined_from_its_tables() throws IOException {
        Ran ran = scored(olist(), "olist.yaml", "shop");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains("44,698 events read = 44,698 accepted + 0 repeated + 0 conflicting + 0 rejected")
                .contains("29,944 rows read, 0 of them without an event")
                .contains("--mode rhythm");
        assertThat(healths("olist.yaml")).hasSize(14_904);
    }

    @Test
    void a_late_delivery_costs_health_and_brings_the_customer_into_view() throws IOException {
        scored(olist(), "olist.yaml", "shop");
        Map<String, NamedCsvRecord> healths = healths("olist.yaml");
        Map<String, Boolean> late = lateOnes();
        Predicate<String> isLate = each -> Boolean.TRUE.equals(late.get(each));
        Predicate<String> isOnTime = each -> Boolean.FALSE.equals(late.get(each));
        assertThat(late.values()).filteredOn(each -> each).hasSizeGreaterThan(900);
        assertThat(mean(healths, isLate)).isLessThan(mean(healths, isOnTime) - 10);
        assertThat(shareInView(healths, isLate)).isGreaterThan(.75);
        assertThat(shareInView(healths, isOnTime)).isLessThan(.15); // mostly who gave one star or two all the same
    }

    private static Path data(String name) {
        Path file = DATA.resolve(name);
        assumeTrue(Files.isRegularFile(file), "the data are not here");
        return file;
    }

    private static List<Path> olist() throws IOException {
        Path one = data("olist-sample/olist_orders.csv.gz");
        try (Stream<Path> all = Files.list(one.resolveSibling("."))) {
            return all.map(Path::normalize)
                    .filter(each -> each.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList();
        }
    }

    private static Ran scored(List<Path> files, String mapping, String preset) {
        return RUNS.computeIfAbsent(mapping, each -> score(files, each, preset));
    }

    private static Ran score(List<Path> files, String mapping, String preset) {
        List<String> args = new ArrayList<>(List.of("score"));
        for (Path each : files) args.add(each.toString());
        args.addAll(
                List.of("--mapping", ROOT.resolve("examples").resolve(mapping).toString(), "--preset", preset));
        args.addAll(List.of("-o", healthsFile(mapping).toString()));
        return Ran.hecht(args.toArray(String[]::new));
    }

    private static Path healthsFile(String mapping) {
        return folder.resolve(mapping + ".csv");
    }

    /// By customer.
    private static Map<String, NamedCsvRecord> healths(String mapping) {
        Map<String, NamedCsvRecord> all = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(healthsFile(mapping))) {
            rows.forEach(each -> all.put(each.getField("customer"), each));
            return all;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double health(NamedCsvRecord of) {
        return Double.parseDouble(of.getField("health"));
    }

    private static double mean(Map<String, NamedCsvRecord> healths, Predicate<String> of) {
        return healths.entrySet().stream()
                .filter(each -> of.test(each.getKey()))
                .mapToDouble(each -> health(each.getValue()))
                .average()
                .orElseThrow();
    }

    private static double shareInView(Map<String, NamedCsvRecord> healths, Predicate<String> of) {
        return healths.entrySet().stream()
                .filter(each -> of.test(each.getKey()))
                .mapToInt(each -> each.getValue().getField("in_view").equals("true") ? 1 : 0)
                .average()
                .orElseThrow();
    }

    /// Whether the delivery came after the promised day, by customer: only those with one order, which arrived.
    private static Map<String, Boolean> lateOnes() throws IOException {
        Map<String, String> people = new HashMap<>();
        for (NamedCsvRecord each : rows("olist-sample/olist_customers.csv.gz"))
            people.put(each.getField("customer_id"), each.getField("customer_unique_id"));
        Map<String, Boolean> late = new HashMap<>();
        List<String> severalOrders = new ArrayList<>();
        for (NamedCsvRecord each : rows("olist-sample/olist_orders.csv.gz")) {
            String who = people.get(each.getField("customer_id"));
            String came = each.getField("order_delivered_customer_date");
            if (came.isEmpty()) continue;
            String promised = each.getField("order_estimated_delivery_date");
            boolean isLate = came.substring(0, 10).compareTo(promised.substring(0, 10)) > 0;
            if (late.put(who, isLate) != null) severalOrders.add(who);
        }
        late.keySet().removeAll(severalOrders);
        return late;
    }

    private static List<NamedCsvRecord> rows(String name) throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(data(name))), StandardCharsets.UTF_8));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            return rows.stream().toList();
        }
    }
}
