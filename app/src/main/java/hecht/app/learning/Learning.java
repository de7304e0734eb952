package hecht.app.learning;

import hecht.app.ingest.History;
import hecht.app.ingest.Viewer;
import hecht.core.episode.Combining;
import hecht.core.relation.Fold;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Parameters;
import hecht.core.relation.RhythmParameters;
import hecht.files.Refusal;
import hecht.insight.fit.Asymmetry;
import hecht.insight.fit.Estimate;
import hecht.insight.fit.Fit;
import hecht.insight.fit.Fitting;
import hecht.insight.fit.Moves;
import hecht.insight.fit.Prior;
import hecht.insight.fit.RhythmFitting;
import hecht.insight.fit.Sequences;
import hecht.insight.trial.Lessons;
import hecht.insight.trial.Period;
import hecht.insight.trial.Rival.Name;
import hecht.insight.trial.Trial;
import hecht.insight.trial.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Learns from an organisation's own history, and has what was learned judged by customers and months it has not seen. Nothing is
/// kept and nothing is changed: what comes of it is the caller's to use.
public final class Learning {
    private static final int MOST_THREADS = 4;

    private final Model start;
    private final Fold fold;
    private final Instant asOf;
    private final Progress progress;

    /// The histories that are learned from, as often as they are asked for.
    public interface Source {
        void each(Viewer<? super History, Refusal> viewer) throws Refusal;
    }

    /// How far it is.
    public interface Progress {
        /// A pass over the histories begins, or the next step of fitting.
        void begins(Stage stage);

        /// @param round of the fit  @param logPosterior after it
        /// @return whether to go on
        boolean fits(Stage stage, int round, double logPosterior);
    }

    /// What is being done.
    public enum Stage {
        READING,
        FITTING_TO_JUDGE,
        COMPARING,
        JUDGING,
        FITTING
    }

    /// What came of it.
    ///
    /// @param customers whose relationship was seen  @param learnedFrom how many of them the fit took; in rhythm some are enough
    /// @param left departures by choice; in rhythm, purchases after the first
    /// @param verdict null where the data are too short to judge, or nobody was there to be judged
    /// @param estimates every number with its interval; none in rhythm
    /// @param asymmetry null in rhythm
    public record Learned(
            Instant first,
            Instant asOf,
            long customers,
            long learnedFrom,
            long left,
            Fit fit,
            @Nullable Verdict verdict,
            List<Estimate> estimates,
            @Nullable Asymmetry asymmetry) {
        public Learned {
            estimates = List.copyOf(estimates);
        }
    }

    /// @param fold whose zone, mode, currency, usual rates and rules hold; it begins at the parameters that are built in
    public Learning(Fold fold, Instant asOf, Progress progress) {
        this.fold = fold;
        this.start = fold.model().with(Parameters.DEFAULT).with(RhythmParameters.DEFAULT);
        this.asOf = asOf;
        this.progress = progress;
    }

    private static int threads() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
    }

    /// @throws Refusal when the histories cannot be read
    public Learned from(Source source) throws Refusal {
        progress.begins(Stage.READING);
        Instant first = first(source);
        Period period = Period.of(first, asOf).orElse(null);
        Lessons lessons = new Lessons(start, fold.rules(), asOf, period);
        source.each(each -> lessons.take(each.customer(), each.events()));
        Sequences all = lessons.all();
        try {
            Verdict verdict = period == null ? null : judge(lessons, source);
            progress.begins(Stage.FITTING);
            return start.mode() == Mode.RHYTHM ? rhythm(first, all, verdict) : contract(first, all, verdict);
        } catch (Stops e) {
            return new Learned(first, asOf, all.customers(), 0, told(all), e.fit, null, List.of(), null);
        }
    }

    private long told(Sequences all) {
        return start.mode() == Mode.RHYTHM ? all.purchases() : all.departures();
    }

    private Instant first(Source source) throws Refusal {
        Instant[] first = {asOf};
        source.each(each -> {
            Instant at = each.events().getFirst().time();
            if (at.isBefore(first[0])) first[0] = at;
        });
        return first[0];
    }

    /// Carries a fit out of the middle of learning that somebody stopped.
    private static final class Stops extends RuntimeException {
        private final transient Fit fit;

        Stops(Fit fit) {
            super("", null, false, false);
            this.fit = fit;
        }
    }

    // ---- fits

    private Fit fit(Sequences from, Model at, Moves moves, Stage stage) {
        if (at.mode() == Mode.RHYTHM)
            try (RhythmFitting fitting = new RhythmFitting(from, threads())) {
                return fit(fitting, at, stage);
            }
        try (Fitting fitting = new Fitting(from, Prior.DEFAULT, moves, threads())) {
            return unlessStopped(
                    fitting.telling((begin, round, posterior, gain) -> progress.fits(stage, round, posterior))
                            .from(at));
        }
    }

    private Fit fit(RhythmFitting fitting, Model at, Stage stage) {
        return unlessStopped(fitting.telling((begin, round, posterior, gain) -> progress.fits(stage, round, posterior))
                .from(at));
    }

    private static Fit unlessStopped(Fit fit) {
        if (fit instanceof Fit.Stopped) throw new Stops(fit);
        return fit;
    }

    private Learned contract(Instant first, Sequences all, @Nullable Verdict verdict) {
        Fit fit = fit(all, start, Moves.FREE, Stage.FITTING);
        if (!(fit instanceof Fit.Converged found))
            return new Learned(first, asOf, all.customers(), all.customers(), told(all), fit, verdict, List.of(), null);
        try (Fitting fitting = new Fitting(all, Prior.DEFAULT, Moves.FREE, threads())) {
            var uncertainty = fitting.uncertainty(found.found());
            progress.begins(Stage.COMPARING);
            Asymmetry asymmetry = fit(all, start, Moves.SYMMETRIC, Stage.COMPARING) instanceof Fit.Converged symmetric
                    ? Asymmetry.of(found.found(), uncertainty, found.logLikelihood(), symmetric.logLikelihood())
                    : null;
            return new Learned(
                    first,
                    asOf,
                    all.customers(),
                    all.customers(),
                    told(all),
                    fit,
                    verdict,
                    uncertainty.estimates(),
                    asymmetry);
        }
    }

    private Learned rhythm(Instant first, Sequences all, @Nullable Verdict verdict) {
        Fit fit = fit(all, start, Moves.FREE, Stage.FITTING);
        try (RhythmFitting fitting = new RhythmFitting(all, 1)) {
            return new Learned(
                    first, asOf, all.customers(), fitting.customers(), told(all), fit, verdict, List.of(), null);
        }
    }

    // ---- the trial

    private @Nullable Verdict judge(Lessons lessons, Source source) throws Refusal {
        Sequences half = lessons.half(Combining.MULTIPLIED).orElseThrow();
        Model halfway = lessons.halfway();
        progress.begins(Stage.FITTING_TO_JUDGE);
        Model main = best(fit(half, halfway, Moves.FREE, Stage.FITTING_TO_JUDGE));
        if (main == null) return null;
        Map<Name, Model> models = new EnumMap<>(Name.class);
        models.put(Name.MODEL, main);
        models.put(Name.NOT_FITTED, halfway);
        if (halfway.mode() == Mode.CONTRACT) {
            progress.begins(Stage.COMPARING);
            compare(half, halfway, Moves.SYMMETRIC, Name.WITHOUT_ASYMMETRY, models);
            compare(half, halfway, Moves.NONE, Name.WITHOUT_ENCOUNTERS, models);
            lessons.half(Combining.AVERAGED)
                    .ifPresent(other -> compare(other, halfway, Moves.FREE, Name.AVERAGED, models));
            lessons.half(Combining.PEAK_END)
                    .ifPresent(other -> compare(other, halfway, Moves.FREE, Name.PEAK_END, models));
        }
        if (halfway.mode() == Mode.RHYTHM) {
            progress.begins(Stage.COMPARING);
            try (RhythmFitting fitting = new RhythmFitting(half, threads())) {
                keep(Name.WITHOUT_RHYTHM, fit(fitting.inOnePace(), halfway, Stage.COMPARING), models);
            }
        }
        progress.begins(Stage.JUDGING);
        Trial trial = new Trial(lessons, models, fold.rules());
        source.each(each -> trial.judge(each.customer(), each.events()));
        return trial.verdict();
    }

    private void compare(Sequences half, Model halfway, Moves moves, Name name, Map<Name, Model> models) {
        keep(name, fit(half, halfway, moves, Stage.COMPARING), models);
    }

    private static void keep(Name name, Fit fit, Map<Name, Model> models) {
        Model other = best(fit);
        if (other != null) models.put(name, other);
    }

    /// For the trial the best that was found will do, since it is judged by what it says and not by how it was found.
    private static @Nullable Model best(Fit fit) {
        return switch (fit) {
            case Fit.Converged it -> it.found();
            case Fit.OutOfRounds it -> it.best();
            case Fit.Stopped it -> null;
            case Fit.Fell it -> null;
            case Fit.NothingToLearn it -> null;
        };
    }
}
