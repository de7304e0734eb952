package hecht.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.core.RandomHistory;
import hecht.core.Story;
import hecht.core.episode.Encounter;
import hecht.core.episode.EpisodeRecord;
import hecht.core.episode.Ledger;
import hecht.core.event.Event;
import hecht.core.perception.Preset;
import hecht.core.relation.Contribution;
import hecht.core.relation.Contribution.Cause;
import hecht.core.relation.Fold;
import hecht.core.relation.Folding;
import hecht.core.relation.Matrix;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Standing;
import hecht.core.relation.State;
import hecht.core.relation.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The fold equals the slow, obvious computation, on histories as nobody would think of them.
class JudgeTest {
    private static final long SEED = 1; // of the first of the histories; the next ones count up
    private static final int HISTORIES = 300;

    /// Where more than eight episodes could come back at once, the fold forgets one and the judge does not.
    private static final double COMPARABLE = .8;

    @ParameterizedTest
    @EnumSource(Mode.class)
    void the_fold_equals_the_judge_whatever_happens(Mode mode) {
        compareAll(mode, RandomHistory::new, HISTORIES);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void the_fold_equals_the_judge_where_there_is_much_trouble_about_few_goals(Mode mode) {
        List<String> kinds = compareAll(mode, RandomHistory::ofTrouble, 2 * HISTORIES);
        assertThat(kinds).contains("good", "bad", "severe", "double", "recovery", "answer", "noanswer", "p");
    }

    /// @return the kinds of step that were compared
    private static List<String> compareAll(Mode mode, LongFunction<RandomHistory> from, int histories) {
        List<String> kinds = new ArrayList<>();
        Model builtIn = Model.builtIn(Story.ZONE, mode);
        Fold fold = new Fold(builtIn.with(builtIn.usual().judgingInvitations(true)), Preset.ENERGY.rules());
        int compared = 0;
        for (long seed : LongStream.range(SEED, SEED + histories).toArray()) {
            List<Event> history = from.apply(seed).events(4 + (int) (seed % 30));
            Instant asOf = history.getLast().time().plus(Duration.ofDays(seed % 3 * 20));
            Judge.Verdict verdict =
                    new Judge(mode == Mode.RHYTHM, Story.ZONE, Preset.ENERGY.rules()).judge(history, asOf);
            if (!verdict.comparable()) continue;
            compared++;
            if (verdict.figures() != null)
                for (JudgedAlgebra.Contribution each : verdict.figures().contributions())
                    kinds.add(each.step().what());
            compare(fold, history, asOf, verdict, mode, "seed " + seed);
        }
        assertThat(compared).isGreaterThan((int) (histories * COMPARABLE));
        return kinds;
    }

    private static void compare(
            Fold fold, List<Event> history, Instant asOf, Judge.Verdict verdict, Mode mode, String which) {
        Ledger ledger = new Ledger();
        Folding folding = fold.begin(State.NEW);
        folding.tell(ledger);
        folding.keepAccount();
        for (Event each : history) folding.take(each);
        Standing standing = folding.standing(asOf);
        Why why = folding.why(asOf);

        SoftAssertions all = new SoftAssertions();
        all.assertThat(standing.phase().word()).as(which + " phase").isEqualTo(verdict.phase());
        all.assertThat(standing.lastHeard()).as(which + " last heard").isEqualTo(verdict.lastHeard());
        all.assertThat(standing.lastPerceived()).as(which + " last perceived").isEqualTo(verdict.lastPerceived());
        episodes(all, ledger.records(), verdict.episodes(), which);
        JudgedAlgebra.Figures figures = verdict.figures();
        if (figures != null && standing.isRunning()) {
            figures(all, standing, figures, mode, which);
            contributions(all, why, figures, mode, which);
        }
        all.assertAll();
    }

    private static void episodes(
            SoftAssertions all, List<EpisodeRecord> records, List<JudgedEpisodes.Episode> judged, String which) {
        // A return begins the judge's list anew; the fold's ledger goes on.
        List<EpisodeRecord> found = records.subList(Math.max(0, records.size() - judged.size()), records.size());
        all.assertThat(found).as(which + " episodes").hasSize(judged.size());
        for (int i = 0; i < Math.min(found.size(), judged.size()); i++) {
            EpisodeRecord it = found.get(i);
            JudgedEpisodes.Episode is = judged.get(i);
            String of = which + " episode " + i + ' ';
            all.assertThat(it.opened()).as(of + "opened").isEqualTo(is.opened);
            all.assertThat(it.ending().word()).as(of + "ending").isEqualTo(is.status);
            all.assertThat(it.contacts()).as(of + "contacts").isEqualTo(is.contacts);
            all.assertThat(it.encounters().stream().map(JudgeTest::word).toList())
                    .as(of + "classes")
                    .isEqualTo(is.classes);
            all.assertThat(it.parts().stream().map(EpisodeRecord.Part::quality).toList())
                    .as(of + "parts")
                    .isEqualTo(
                            is.parts.stream().map(JudgedEpisodes.Part::quality).toList());
            all.assertThat(it.rightByUs()).as(of + "right by us").isEqualTo(is.ours());
            all.assertThat(it.rightByCustomer())
                    .as(of + "right by the customer")
                    .isEqualTo(is.theirs());
        }
    }

    /// Doubles differ by roundings; in rhythm each of up to 34 events rounds a matrix to floats.
    private static double tolerance(Mode mode) {
        return mode == Mode.RHYTHM ? 1e-5 : 1e-9;
    }

    private static void figures(SoftAssertions all, Standing it, JudgedAlgebra.Figures is, Mode mode, String which) {
        double one = tolerance(mode);
        row(all, which + " belief", it.belief(), is.belief(), one);
        row(all, which + " silent belief", it.silentBelief(), is.silent(), one);
        all.assertThat(it.health()).as(which + " health").isCloseTo(is.health(), within(100 * one));
        all.assertThat(it.low()).as(which + " low").isCloseTo(is.low(), within(1000 * one));
        all.assertThat(it.high()).as(which + " high").isCloseTo(is.high(), within(1000 * one));
        all.assertThat(it.spread()).as(which + " spread").isCloseTo(is.spread(), within(1000 * one));
        all.assertThat(it.information()).as(which + " information").isCloseTo(is.information(), within(10 * one));
        all.assertThat(it.door()).as(which + " door").isCloseTo(is.door(), within(1e-12));
        all.assertThat(it.attitude()).as(which + " attitude").isCloseTo(is.attitude(), within(one));
        all.assertThat(it.staying()).as(which + " staying").isCloseTo(is.staying(), within(one));
        all.assertThat(it.usualStaying()).as(which + " usual").isCloseTo(is.usual(), within(one));
    }

    private static void row(SoftAssertions all, String what, Matrix found, Matrix expected, double tolerance) {
        for (int i = 0; i < expected.columns(); i++)
            all.assertThat(found.at(i)).as(what + '[' + i + ']').isCloseTo(expected.at(i), within(tolerance));
    }

    private static void contributions(SoftAssertions all, Why why, JudgedAlgebra.Figures is, Mode mode, String which) {
        double points = 1000 * tolerance(mode);
        all.assertThat(why.base()).as(which + " base").isCloseTo(is.base(), within(points));
        all.assertThat(why.contributions()).as(which + " contributions").hasSameSizeAs(is.contributions());
        for (int i = 0;
                i < Math.min(why.contributions().size(), is.contributions().size());
                i++) {
            Contribution found = why.contributions().get(i);
            JudgedAlgebra.Contribution expected = is.contributions().get(i);
            String of = which + " contribution " + i + ' ';
            all.assertThat(found.cause().time())
                    .as(of + "time")
                    .isEqualTo(expected.step().time());
            all.assertThat(entry(found.cause()))
                    .as(of + "entry")
                    .isEqualTo(bare(expected.step().entry()));
            all.assertThat(what(found))
                    .as(of + "what")
                    .isEqualTo(expected.step().what());
            all.assertThat(found.dimension().word())
                    .as(of + "dimension")
                    .isEqualTo(expected.step().dimension());
            if (Double.isNaN(expected.step().weight()))
                all.assertThat(found.weight()).as(of + "weight").isNaN();
            else
                all.assertThat(found.weight())
                        .as(of + "weight")
                        .isCloseTo(expected.step().weight(), within(1e-12));
            all.assertThat(found.onItsDay()).as(of + "on its day").isCloseTo(expected.day(), within(points));
            all.assertThat(found.now()).as(of + "now").isCloseTo(expected.now(), within(points));
        }
    }

    private static String entry(Cause cause) {
        return switch (cause) {
            case Cause.OfEvent of ->
                of.event().envelope().source() + ' ' + of.event().envelope().id();
            case Cause.OfDeadline of ->
                switch (of.deadline()) {
                    case PROMISE_BROKEN -> "promise broken";
                    case NEVER_FULFILLED -> "never fulfilled";
                    case NO_ANSWER -> "no answer";
                };
        };
    }

    /// The number of the episode is left out: after a return the judge counts anew.
    private static String bare(String entry) {
        return entry.replaceAll("^(promise broken|never fulfilled) .*", "$1");
    }

    private static String what(Contribution it) {
        if (it.encounter() != null) return word(it.encounter());
        return switch (it.heard()) {
            case null -> "nothing";
            case ANSWERED -> "answer";
            case NOT_ANSWERED -> "noanswer";
            case PURCHASE -> "purchase";
            default -> "p";
        };
    }

    private static String word(Encounter encounter) {
        return encounter == Encounter.DOUBLE_FAILURE ? "double" : encounter.word();
    }
}
