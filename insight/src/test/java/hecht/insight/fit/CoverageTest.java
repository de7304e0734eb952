package hecht.insight.fit;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.episode.Encounter;
import hecht.core.relation.Matrix;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Observation;
import hecht.core.relation.Parameters;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Whether four in five of the intervals hold the truth, when the truth is drawn from the prior: over many small fits, pooled over
/// all that is learned. `health.md`, section 9, asks for 200 of them; `-Dfits=200` does that, in some minutes.
class CoverageTest {
    private static final int FITS = Integer.getInteger("fits", 12);
    private static final int CUSTOMERS = 600;
    private static final int MONTHS = 30;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(9);

    @Test
    void four_in_five_intervals_hold_the_truth() {
        int held = 0;
        int all = 0;
        for (int fit = 0; fit < FITS; fit++) {
            Parameters truth = drawn();
            Months simulation = new Months(truth, .27, random);
            Sequences.Recorder recorder = new Sequences.Recorder();
            for (int i = 0; i < CUSTOMERS; i++) {
                simulation.begin(recorder);
                for (int month = 0; month < MONTHS; month++) simulation.live(month, recorder);
                recorder.next();
            }
            Model builtIn = Model.builtIn(ZoneOffset.UTC, Mode.CONTRACT);
            Model start = builtIn.with(builtIn.usual().judgingInvitations(true));
            try (Fitting fitting = new Fitting(recorder.sequences(), Prior.DEFAULT, Moves.FREE, 2)) {
                Model found = fitting.from(start).model();
                for (Estimate each : fitting.uncertainty(found).estimates()) {
                    double t = value(truth, start.with(truth), each.of());
                    if (each.low() <= t && t <= each.high()) held++;
                    all++;
                }
            }
        }
        // Of 200 fits 75 to 85 in a hundred are asked for. Within one fit estimates hang together, so that of twelve
        // the share
        // strays by some three in a hundred (its standard error by bootstrap over fits).
        assertThat(held / (double) all).isBetween(FITS >= 200 ? .75 : .70, FITS >= 200 ? .85 : .90);
    }

    // ---- truths

    private Parameters drawn() {
        Parameters at = Parameters.DEFAULT;
        Map<Encounter, Matrix> moves = new EnumMap<>(Encounter.class);
        for (Encounter each : Encounter.values()) moves.put(each, shares(at.move(each)));
        Matrix answers = shares(at.answers());
        return new Parameters(
                shares(at.start()),
                shares(at.wonBack()),
                ordered(rates(at.leaving())),
                rates(at.up()),
                rates(at.down()),
                at.answering(),
                at.answers(),
                Map.of(Observation.RECOMMENDATION, answers),
                moves);
    }

    /// Each row by a Dirichlet law of which the prior's pseudo-events are the mode's.
    private Matrix shares(Matrix at) {
        double[][] rows = new double[at.rows()][at.columns()];
        for (int i = 0; i < rows.length; i++) {
            double sum = 0;
            for (int j = 0; j < rows[i].length; j++)
                if (at.at(i, j) > 0) sum += rows[i][j] = gamma(Prior.DEFAULT.events() * at.at(i, j) + 1);
            for (int j = 0; j < rows[i].length; j++) rows[i][j] /= sum;
        }
        return Matrix.of(rows);
    }

    private Matrix rates(Matrix at) {
        double[] rates = at.toArray();
        for (int i = 0; i < rates.length; i++)
            rates[i] = Math.max(1e-4, gamma(Prior.DEFAULT.years() * rates[i] + 1) / Prior.DEFAULT.years());
        return Matrix.row(rates);
    }

    private static Matrix ordered(Matrix rates) {
        double[] falling = rates.toArray();
        Arrays.sort(falling);
        for (int i = 0; i < falling.length / 2; i++) {
            double first = falling[i];
            falling[i] = falling[falling.length - 1 - i];
            falling[falling.length - 1 - i] = first;
        }
        return Matrix.row(falling);
    }

    /// Of shape at least 1 (Marsaglia & Tsang 2000).
    private double gamma(double shape) {
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v <= 0) continue;
            if (Math.log(1 - random.nextDouble()) < .5 * x * x + d - d * v + d * Math.log(v)) return d * v;
        }
    }

    private static double value(Parameters of, Model model, Quantity what) {
        return switch (what.kind()) {
            case START -> of.start().at(what.to());
            case WON_BACK -> of.wonBack().at(what.to());
            case LEAVING -> of.leaving().at(what.from());
            case DRIFT -> of.drift().at(what.from(), what.to());
            case ANSWERING -> model.answering().at(what.from());
            case ANSWER -> of.answers(what.observationOfAnswer().orElseThrow()).at(what.from(), what.to());
            case MOVE -> of.move(what.encounterOfMove().orElseThrow()).at(what.from(), what.to());
        };
    }
}
