package hecht.core.relation;

import hecht.core.episode.Combining;
import hecht.core.episode.Encounter;
import hecht.core.perception.Perception;
import hecht.core.perception.Preset;
import hecht.core.relation.Observation.Answer;
import java.time.ZoneId;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/// What the three updates of `health.md`, section 2, cost together (K = 4): one operation lets some weeks pass, applies one
/// encounter and one observation, to the belief and to b° beside it. It lies in the relation's own package because the updates
/// are no door of it.
///
/// ```
/// ./build -q -Dquick -pl lab -am package && "$(./build --java-home)"/bin/java -jar lab/target/quick/lab/lab.jar UpdateBenchmark
/// ```
///
/// Before it measures it stops unless the belief after 1,000 operations is that of plain matrix arithmetic, exp by scaling and
/// squaring, to 1e−12.
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx1g"})
@org.openjdk.jmh.annotations.State(Scope.Thread)
public class UpdateBenchmark {
    private static final int STEPS = 1_000;
    private static final int LONGEST_GAP_DAYS = 120;
    private static final double ROUNDING = 1e-12; // 1,000 steps of a few roundings each, forgotten as beliefs mix

    private final Model model = Model.builtIn(ZoneId.of("Europe/Amsterdam"), Mode.CONTRACT);
    private final Step[] steps = new Step[STEPS];
    private Relationship it = begun();
    private int at;

    private record Step(
            long gap, Encounter encounter, double weight, boolean unasked, Observation heard, Answer answer) {}

    private Relationship begun() {
        Relationship one = new Relationship(model, Preset.ENERGY.rules(), Combining.MULTIPLIED);
        one.begin(0, model.parameters().start().toArray());
        return one;
    }

    @Setup
    public void think() {
        SplittableRandom random = new SplittableRandom(1);
        Observation[] heard = {Observation.RECOMMENDATION, Observation.SATISFACTION, Observation.SENTIMENT};
        for (int i = 0; i < STEPS; i++)
            steps[i] = new Step(
                    1 + random.nextLong(LONGEST_GAP_DAYS * Relationship.DAY),
                    Encounter.values()[random.nextInt(Encounter.values().length)],
                    .3 + .7 * random.nextDouble(),
                    random.nextInt(4) == 0,
                    heard[random.nextInt(heard.length)],
                    Answer.values()[random.nextInt(Answer.values().length)]);
        it = begun();
        for (at = 0; at < STEPS; ) step();
        double[] plain = new Plain(model).after(steps);
        double furthest = 0;
        for (int k = 0; k < plain.length; k++) furthest = Math.max(furthest, Math.abs(it.belief[k] - plain[k]));
        if (!(furthest < ROUNDING)) throw new IllegalStateException("off by " + furthest);
        System.out.printf(
                Locale.ROOT,
                "%nJDK %s, %d cores%n%,d steps; agrees with plain arithmetic to %.1e; health %.9f%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                STEPS,
                furthest,
                100 * Beliefs.mean(it.belief, model.stays()));
    }

    @Benchmark
    public double step() {
        if (at == STEPS) {
            at = 0;
            it = begun();
        }
        Step step = steps[at++];
        it.pass(it.time + step.gap);
        it.encounter(step.encounter, step.weight, Perception.NOTHING, step.unasked);
        it.observe(step.heard, step.answer, null);
        return it.belief[0];
    }

    /// The same by the formulas as they stand on paper: slow and obvious.
    private record Plain(Model model) {
        double[] after(Step[] steps) {
            Parameters given = model.parameters();
            Matrix change = given.drift().plus(Matrix.diagonal(given.leaving()).times(-1));
            Matrix belief = given.start();
            long time = 0;
            long good = Relationship.NONE;
            long positive = Relationship.NONE;
            long negative = Relationship.NONE;
            for (Step step : steps) {
                time += step.gap;
                belief = scaled(belief.times(
                        change.times(step.gap / Model.MICROS_A_YEAR).exp()));
                double w = step.weight;
                if (step.encounter == Encounter.GOOD && good != Relationship.NONE)
                    w *= 1 - StrictMath.exp(-(time - good) / (double) Relationship.DAY / 30);
                if (step.encounter == Encounter.GOOD) good = time;
                if (step.encounter.isPositive()) positive = time;
                else negative = time;
                belief = belief.times(1 - w)
                        .plus(belief.times(given.move(step.encounter)).times(w));
                long same = step.answer == Answer.PROMOTER
                        ? positive
                        : step.answer == Answer.DETRACTOR ? negative : Relationship.NONE;
                boolean twice = same != Relationship.NONE && time - same <= Relationship.ANSWER_WITHIN;
                double[] heard = belief.toArray();
                for (int k = 0; k < heard.length; k++)
                    heard[k] *= StrictMath.pow(
                            given.answers().at(k, step.answer.ordinal()), step.heard.eta() / (twice ? 2 : 1));
                belief = scaled(Matrix.row(heard));
            }
            return belief.toArray();
        }

        private static Matrix scaled(Matrix row) {
            return row.times(1 / row.rowSums().at(0));
        }
    }
}
