package hecht.insight.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hecht.core.relation.Evidence.Beginning;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Surprise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RhythmFittingTest {
    private static final LocalDate CALIBRATED_TO = LocalDate.of(1997, 9, 30);
    private static final int HELD_OUT_DAYS = 273; // weeks 40 to 78

    private static Map<String, TreeSet<LocalDate>> cdnow() throws IOException {
        Path file = null;
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent())
            if (Files.exists(up.resolve("shared/data/science/CDNOW_sample.txt"))) {
                file = up.resolve("shared/data/science/CDNOW_sample.txt");
                break;
            }
        assumeTrue(file != null, "needs ../shared/data/science");
        Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.trim().split("\\s+");
            if (cells.length < 5) continue;
            days.computeIfAbsent(cells[0], key -> new TreeSet<>())
                    .add(LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE));
        }
        return days;
    }

    private static void tell(TreeSet<LocalDate> purchases, hecht.core.relation.Evidence to) {
        LocalDate before = purchases.first();
        to.begun(Beginning.NEW, 1);
        for (LocalDate day : purchases.tailSet(before, false)) {
            if (day.isAfter(CALIBRATED_TO)) break;
            to.passedDays((int) ChronoUnit.DAYS.between(before, day));
            to.bought();
            before = day;
        }
        to.passedDays((int) ChronoUnit.DAYS.between(before, CALIBRATED_TO));
    }

    @Test
    void on_cdnow_it_forecasts_better_than_the_lifetime_models() throws IOException {
        Map<String, TreeSet<LocalDate>> customers = cdnow();
        Sequences.Recorder recorder = new Sequences.Recorder();
        for (TreeSet<LocalDate> each : customers.values()) {
            tell(each, recorder);
            recorder.next();
        }
        Sequences evidence = recorder.sequences();
        assertThat(evidence.customers()).isEqualTo(2357);
        assertThat(evidence.purchases()).isEqualTo(2457);
        Model from = Model.builtIn(ZoneOffset.UTC, Mode.RHYTHM);
        try (RhythmFitting fitting = new RhythmFitting(evidence, 2)) {
            Fit fit = fitting.from(from);
            assertThat(fit).isInstanceOf(Fit.Converged.class);
            Fit.Converged found = (Fit.Converged) fit;
            List<Double> said = new ArrayList<>();
            List<Boolean> bought = new ArrayList<>();
            double logLoss = 0;
            for (TreeSet<LocalDate> each : customers.values()) {
                Surprise surprise = new Surprise(found.found());
                tell(each, surprise);
                double p = surprise.buysWithin(HELD_OUT_DAYS);
                boolean b = each.higher(CALIBRATED_TO) != null;
                said.add(p);
                bought.add(b);
                logLoss -= Math.log(b ? p : 1 - p);
            }
            assertThat(found.logLikelihood()).isCloseTo(-9551.7, within(1.0));
            assertThat(logLoss / said.size()).isLessThan(.492);

            Fit.Converged alike = (Fit.Converged) fitting.inOnePace().from(from);
            assertThat(alike.found().rhythm().shape()).isCloseTo(RhythmFitting.ONE_PACE, within(1e-9));
            assertThat(alike.logLikelihood()).isLessThan(found.logLikelihood() - 10);
        }
    }
}
