package hecht.core.relation;

import hecht.core.episode.Encounter;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A numbered model: the laws, what is usual, and what is computed from them once. Nothing in it moves by itself. Immutable,
/// for several threads.
public final class Model {
    static final double MICROS_A_YEAR = 365.25 * 86_400e6;
    private static final int ANSWERS = Observation.Answer.values().length;
    private static final int SQUARINGS = 40;
    private static final int MOST_REMEMBERED = 10_000;
    private static final int MOST_STRIDES = 1_000;
    private static final int STRIDES = 46; // 2⁴⁵ microseconds are 13 months

    private final ZoneId zone;
    private final String currency;
    private final Mode mode;
    private final Parameters parameters;
    private final RhythmParameters rhythm;
    private final Usual usual;

    private final Matrix usualChange; // G of an open door without leaving: Q + Σ r(M − I)
    private final double[] stays; // s, [condition]
    private final double[] answering; // ρ, [condition]
    private final double[][] likelihoods; // p^η, [observation, answer, whether η is halved][condition]
    private final @Nullable RhythmTables tables; // in rhythm only: they are dear to make
    private final Map<Double, Flow> flows = new ConcurrentHashMap<>();
    private final Map<Double, Matrix[]> strides = new ConcurrentHashMap<>(); // [power of two of a microsecond]
    private final Map<Double, double[]> bases = new ConcurrentHashMap<>();
    private final Map<Double, double[]> staysBehind = new ConcurrentHashMap<>();

    public Model(ZoneId zone, String currency, Mode mode, Parameters parameters, RhythmParameters rhythm, Usual usual) {
        this.zone = zone;
        this.currency = currency;
        this.mode = mode;
        this.parameters = parameters;
        this.rhythm = rhythm;
        this.usual = usual;
        int k = parameters.conditions();
        if (rhythm.down().columns() != k - 1)
            throw new IllegalArgumentException("rhythm must have rates between " + k + " conditions");
        Matrix change = parameters.drift();
        for (Encounter each : Encounter.values()) {
            Matrix moved = parameters.move(each).plus(Matrix.identity(k).times(-1));
            change = change.plus(moved.times(usual.rate(each)));
        }
        usualChange = change;
        stays = staysBehind(Door.OPEN);
        answering = new double[k];
        double logit = StrictMath.log(usual.answerRate() / (1 - usual.answerRate()));
        for (int i = 0; i < k; i++)
            answering[i] =
                    1 / (1 + StrictMath.exp(-(logit + parameters.answering().at(i))));
        likelihoods = likelihoods();
        tables = mode == Mode.RHYTHM ? new RhythmTables(rhythm) : null;
    }

    /// Powers are dear, and there are few: every one that the fold will ever ask for.
    private double[][] likelihoods() {
        double[][] all = new double[Observation.values().length * ANSWERS * 2][conditions()];
        for (Observation heard : Observation.values())
            for (Observation.Answer answer : Observation.Answer.values())
                for (boolean halved : new boolean[] {false, true}) {
                    double eta = halved ? heard.eta() / 2 : heard.eta();
                    double[] each = all[place(heard, answer, halved)];
                    for (int i = 0; i < each.length; i++)
                        each[i] = StrictMath.pow(parameters.answers(heard).at(i, answer.ordinal()), eta);
                }
        return all;
    }

    private static int place(Observation heard, Observation.Answer answer, boolean halved) {
        return (heard.ordinal() * ANSWERS + answer.ordinal()) * 2 + (halved ? 1 : 0);
    }

    /// The built-in model: defaults, nothing counted, nothing fitted.
    public static Model builtIn(ZoneId zone, Mode mode) {
        return new Model(zone, "EUR", mode, Parameters.DEFAULT, RhythmParameters.DEFAULT, Usual.BUILT_IN);
    }

    public Model with(Usual counted) {
        return new Model(zone, currency, mode, parameters, rhythm, counted);
    }

    /// The same with a law that was learned, or another one.
    public Model with(Parameters learned) {
        return new Model(zone, currency, mode, learned, rhythm, usual);
    }

    /// The same with another law of purchases.
    public Model with(RhythmParameters learned) {
        return new Model(zone, currency, mode, parameters, learned, usual);
    }

    public Model in(Mode other) {
        return new Model(zone, currency, other, parameters, rhythm, usual);
    }

    /// The same in another organisation's currency: amounts in others are not compared with it.
    public Model inCurrency(String other) {
        return new Model(zone, other, mode, parameters, rhythm, usual);
    }

    public ZoneId zone() {
        return zone;
    }

    public String currency() {
        return currency;
    }

    public Mode mode() {
        return mode;
    }

    public Parameters parameters() {
        return parameters;
    }

    public RhythmParameters rhythm() {
        return rhythm;
    }

    public Usual usual() {
        return usual;
    }

    /// s: the chance of each condition to stay by choice for twelve months, door open, with the usual encounters.
    public Matrix staying() {
        return Matrix.row(stays);
    }

    /// ρ: the chance of each condition to answer when asked.
    public Matrix answering() {
        return Matrix.row(answering);
    }

    /// The base of G among those who stay, with the door open.
    public Matrix base() {
        return baseBehind(Door.OPEN);
    }

    /// The base of G among those who stay, with the door at φ throughout.
    public Matrix baseBehind(double phi) {
        return Matrix.row(base(phi));
    }

    /// The twelve-month staying of the base: the model's own rate.
    public double ownRate() {
        return Beliefs.mean(base(Door.OPEN), stays);
    }

    int conditions() {
        return parameters.conditions();
    }

    /// Entries of a belief: levels × conditions.
    int size() {
        return mode == Mode.RHYTHM ? tables().size() : conditions();
    }

    /// What a condition (in rhythm: a level and condition) is worth: the chance that stands for health.
    double[] worth() {
        return mode == Mode.RHYTHM ? tables().buysInYear() : stays;
    }

    double[] stays() {
        return stays;
    }

    double[] answeringByCondition() {
        return answering;
    }

    /// p(answer | k)^η, [condition]; not to be written to.
    ///
    /// @param halved whether something else said partly the same
    double[] likelihood(Observation heard, Observation.Answer answer, boolean halved) {
        return likelihoods[place(heard, answer, halved)];
    }

    /// @throws IllegalStateException in contract mode
    RhythmTables tables() {
        if (tables == null) throw new IllegalStateException("a model in contract mode has no rhythm");
        return tables;
    }

    Flow flow(double phi) {
        Flow known = flows.get(phi);
        if (known != null) return known;
        Flow made = new Flow(
                parameters.drift().plus(Matrix.diagonal(parameters.leaving()).times(-phi)));
        if (flows.size() < MOST_REMEMBERED) flows.put(phi, made);
        return made;
    }

    /// G with the door at φ.
    private Matrix change(double phi) {
        return usualChange.plus(Matrix.diagonal(parameters.leaving()).times(-phi));
    }

    /// exp(G_φ·t)·v: what a value at the end is worth at the beginning, with usual encounters on the way. G has no symmetric
    /// form to be quick in, but time is a semigroup: t is walked in strides of powers of two, each known in advance.
    ///
    /// @param micros t, not negative and below two years
    double[] back(double[] value, double phi, long micros) {
        Matrix[] known = strides.get(phi);
        if (known == null) {
            known = stridesBehind(phi);
            if (strides.size() < MOST_STRIDES) strides.put(phi, known);
        }
        double[] before = value;
        for (long left = micros; left != 0; left &= left - 1)
            before = known[Long.numberOfTrailingZeros(left)].timesColumn(before);
        return before;
    }

    private Matrix[] stridesBehind(double phi) {
        Matrix change = change(phi);
        Matrix[] made = new Matrix[STRIDES];
        for (int j = 0; j < STRIDES; j++)
            made[j] = change.times((1L << j) / MICROS_A_YEAR).exp();
        return made;
    }

    /// Twelve-month staying by condition with the door at φ throughout.
    double[] staysBehind(double phi) {
        double[] known = staysBehind.get(phi);
        if (known != null) return known;
        double[] made = change(phi).exp().rowSums().toArray();
        if (staysBehind.size() < MOST_REMEMBERED) staysBehind.put(phi, made);
        return made;
    }

    /// The conditions of those who have been there for long and have not left, with the door at φ: the quasi-stationary law
    /// of G_φ, by squaring exp(G_φ) until only its leading mode is left.
    double[] base(double phi) {
        double[] known = bases.get(phi);
        if (known != null) return known;
        int k = conditions();
        Matrix power = change(phi).exp();
        for (int i = 0; i < SQUARINGS; i++) {
            power = power.times(power);
            double largest = 0;
            for (int row = 0; row < k; row++)
                for (int column = 0; column < k; column++) largest = Math.max(largest, power.at(row, column));
            power = power.times(1 / largest);
        }
        double[] made = Arrays.copyOf(power.toArray(), k);
        Beliefs.scale(made);
        if (bases.size() < MOST_REMEMBERED) bases.put(phi, made);
        return made;
    }
}
