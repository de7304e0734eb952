package hecht.insight.lifetime;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hecht.insight.regression.ScienceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// 2,357 customers of a shop for records who first bought in the first quarter of 1997 (Fader & Hardie 2001); weeks.
final class Cdnow {
    static final LocalDate CALIBRATED = LocalDate.of(1997, 9, 30);
    static final LocalDate END = LocalDate.of(1998, 6, 30);

    private Cdnow() {}

    /// As published with lifetimes, rounded to a hundredth of a week.
    static List<Summary> rounded() {
        ScienceData file = ScienceData.read("cdnow_customers_summary.csv");
        double[] frequency = file.numbers("frequency");
        double[] recency = file.numbers("recency");
        double[] age = file.numbers("T");
        List<Summary> all = new ArrayList<>();
        for (int i = 0; i < age.length; i++) all.add(new Summary((int) frequency[i], recency[i], age[i]));
        return all;
    }

    /// As bought, day by day.
    static Transactions transactions() {
        Path file = Path.of("..", "..", "shared", "data", "science", "CDNOW_sample.txt");
        assumeTrue(Files.exists(file), "no " + file);
        Transactions all = new Transactions();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.strip().split(" +");
                all.add(
                        words[1],
                        LocalDate.parse(words[2], DateTimeFormatter.BASIC_ISO_DATE),
                        Double.parseDouble(words[4]));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all;
    }

    static List<Purchaser> exact() {
        return transactions().until(CALIBRATED, 7);
    }

    static Summaries summaries(List<Purchaser> customers) {
        return Summaries.of(customers.stream().map(Purchaser::summary).toList());
    }
}
