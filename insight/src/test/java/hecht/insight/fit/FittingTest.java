package hecht.insight.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.core.episode.Encounter;
import hecht.core.relation.Evidence.Beginning;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Observation;
import hecht.core.relation.Observation.Answer;
import hecht.core.relation.Parameters;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static final Model BUILT_IN = builtIn();

    private static Model builtIn() {
        Model model = Model.builtIn(ZoneOffset.UTC, Mode.CONTRACT);
        return model.with(model.usual().judgingInvitations(true));
    }

    private static Sequences simulated(int customers, int months, long seed) {
        Months simulation = new Months(Parameters.DEFAULT, .27, new SplittableRandom(seed));
        Sequences.Recorder recorder = new Sequences.Recorder();
        for (int i = 0; i < customers; i++) {
            simulation.begin(recorder);
            for (int month = 0; month < months; month++) simulation.live(month, recorder);
            recorder.next();
        }
        return recorder.sequences();
    }

    /// Histories with all that can be in one: doors, a return, a cut off beginning, every encounter and word.
    private static Sequences motley(int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] doors = {1, .05, 1.5};
        Sequences.Recorder recorder = new Sequences.Recorder();
        for (int i = 0; i < customers; i++) {
            recorder.begun(i % 3 == 0 ? Beginning.CUT_OFF : Beginning.NEW, i % 3 == 0 ? .4 : 1);
            for (int relationship = 0; relationship < 2; relationship++) {
                for (int step = 0; step < 12; step++) {
                    recorder.passed(random.nextDouble() * .4, doors[random.nextInt(3)]);
                    recorder.lived(Encounter.values()[random.nextInt(5)], .3 + .7 * random.nextDouble());
                    recorder.said(
                            Observation.values()[random.nextInt(8)],
                            Answer.values()[random.nextInt(3)],
                            random.nextBoolean());
                    recorder.invited(random.nextInt(4) == 0);
                }
                if (random.nextInt(3) > 0) break;
                recorder.left(doors[random.nextInt(3)]);
                recorder.begun(Beginning.WON_BACK, 1);
            }
            recorder.next();
        }
        return recorder.sequences();
    }

    @Test
    void what_is_expected_of_hidden_ways_is_the_slope_of_the_likelihood() {
        Sequences evidence = motley(40, 3);
        Parameters at =
                new Maximiser(Prior.DEFAULT, Moves.FREE, evidence.heard()).starting(Starts.of(Parameters.DEFAULT, 1));
        Model model = BUILT_IN.with(at);
        List<Quantity.Row> rows = Quantity.rows(at, model.answering());
        double[] score = Uncertainty.score(evidence, model, rows);
        double[] point = Coordinates.of(at);
        int place = 0;
        int free = 0;
        for (Quantity.Row row : rows)
            for (int i = 0; i < row.values().size(); i++, place++) {
                if (row.isShares() && i == row.largest()) continue;
                double step = 1e-5;
                point[place] += step;
                double up = likelihood(evidence, model.with(Coordinates.at(point, at)), model);
                point[place] -= 2 * step;
                double down = likelihood(evidence, model.with(Coordinates.at(point, at)), model);
                point[place] += step;
                // Central differences are right to step²·f‴ ≈ 1e−8, and lose 1e−11·|ln L|/step to rounding.
                assertThat(score[free])
                        .as("%s", row.quantities().get(i))
                        .isCloseTo((up - down) / (2 * step), within(2e-5));
                free++;
            }
        assertThat(free).isEqualTo(score.length);
    }

    /// The base of histories that are cut off is held, as in a fit.
    private static double likelihood(Sequences evidence, Model by, Model base) {
        try (Fitting fitting = new Fitting(evidence, Prior.DEFAULT, Moves.FREE, 1)) {
            return fitting.logLikelihood(by, Entry.of(base));
        }
    }

    @Test
    void a_fit_of_simulated_customers_finds_the_law_they_lived_by() {
        Sequences evidence = simulated(6_000, 36, 1);
        try (Fitting fitting = new Fitting(evidence, Prior.DEFAULT, Moves.FREE, 2)) {
            Fit fit = fitting.from(BUILT_IN.with(Starts.of(Parameters.DEFAULT, 2)));
            assertThat(fit).isInstanceOf(Fit.Converged.class);
            Model learned = fit.model();
            assertThat(((Fit.Converged) fit).logLikelihood()).isGreaterThan(fitting.logLikelihood(BUILT_IN));

            Parameters truth = Parameters.DEFAULT;
            int within = 0;
            int all = 0;
            for (Estimate each : fitting.uncertainty(learned).estimates()) {
                double t = truth(truth, each.of());
                assertThat(each.value()).as("%s", each).isCloseTo(t, within(5 * each.standardError()));
                assertThat(each.low()).isLessThanOrEqualTo(each.value());
                assertThat(each.high()).isGreaterThanOrEqualTo(each.value());
                if (each.low() <= t && t <= each.high()) within++;
                all++;
            }
            // Four in five lie within by right; the prior sits at the truth here, so that more do.
            assertThat(within / (double) all).isGreaterThan(.7);
        }
    }

    private static double truth(Parameters truth, Quantity of) {
        return switch (of.kind()) {
            case START -> truth.start().at(of.to());
            case WON_BACK -> truth.wonBack().at(of.to());
            case LEAVING -> truth.leaving().at(of.from());
            case DRIFT -> truth.drift().at(of.from(), of.to());
            case ANSWERING -> BUILT_IN.answering().at(of.from());
            case ANSWER -> truth.answers(of.observationOfAnswer().orElseThrow()).at(of.from(), of.to());
            case MOVE -> truth.move(of.encounterOfMove().orElseThrow()).at(of.from(), of.to());
        };
    }

    @Test
    void threads_change_nothing() {
        Sequences evidence = motley(1_500, 5);
        Model one = fit(evidence, 1);
        Model three = fit(evidence, 3);
        assertThat(Coordinates.of(one.parameters())).isEqualTo(Coordinates.of(three.parameters()));
    }

    private static Model fit(Sequences evidence, int threads) {
        try (Fitting fitting = new Fitting(evidence, Prior.DEFAULT, Moves.FREE, threads)) {
            return fitting.from(BUILT_IN).model();
        }
    }

    @Test
    void conditions_stay_in_the_order_of_leaving() {
        Model learned = fit(motley(300, 8), 2);
        assertThat(learned.parameters().leaving())
                .isEqualTo(Coordinates.falling(learned.parameters().leaving()));
    }

    @Test
    void a_stopped_fit_says_so() {
        try (Fitting fitting = new Fitting(motley(100, 8), Prior.DEFAULT, Moves.FREE, 1)) {
            assertThat(fitting.telling((start, round, posterior, gain) -> false).from(BUILT_IN))
                    .isInstanceOf(Fit.Stopped.class);
        }
    }

    @Test
    void data_that_cannot_tell_are_said_to_be_so() {
        Sequences.Recorder silent = new Sequences.Recorder();
        for (int i = 0; i < 10; i++) {
            silent.begun(Beginning.NEW, 1);
            silent.passed(2, 1);
            silent.next();
        }
        Sequences.Recorder atOnce = new Sequences.Recorder();
        atOnce.begun(Beginning.NEW, 1);
        atOnce.passed(1 / 365.25, 1);
        atOnce.left(1);
        atOnce.next();
        assertThat(learn(new Sequences.Recorder())).isEqualTo(new Fit.NothingToLearn(Fit.NothingToLearn.Why.NOBODY));
        assertThat(learn(silent)).isEqualTo(new Fit.NothingToLearn(Fit.NothingToLearn.Why.NOBODY_LEFT));
        assertThat(learn(atOnce)).isEqualTo(new Fit.NothingToLearn(Fit.NothingToLearn.Why.NO_TIME));
    }

    private static Fit learn(Sequences.Recorder from) {
        try (Fitting fitting = new Fitting(from.sequences(), Prior.DEFAULT, Moves.FREE, 1)) {
            return fitting.from(BUILT_IN);
        }
    }

    @Test
    void one_customer_teaches_next_to_nothing_and_nothing_breaks() {
        Sequences.Recorder one = new Sequences.Recorder();
        one.begun(Beginning.NEW, 1);
        one.passed(1, 1);
        one.lived(Encounter.BAD, 1);
        one.left(1);
        one.next();
        Fit fit = learn(one);
        assertThat(fit).isInstanceOf(Fit.Converged.class);
        assertThat(fit.model().parameters().leaving().at(3))
                .isCloseTo(Parameters.DEFAULT.leaving().at(3), within(.05));
    }
}
