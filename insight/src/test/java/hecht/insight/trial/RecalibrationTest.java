package hecht.insight.trial;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.insight.judgement.Isotonic;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecalibrationTest {
    @Test
    void chancesThatWereTooBoldComeBackToWhatCameOfThem() {
        SplittableRandom random = new SplittableRandom(5);
        Recalibration recalibration = new Recalibration();
        for (int i = 0; i < 40_000; i++) {
            double said = random.nextDouble();
            recalibration.add(said, random.nextDouble() < .3 + .4 * said);
        }
        Isotonic curve = recalibration.learned().orElseThrow();
        for (double said : new double[] {.1, .5, .9})
            assertThat(curve.at(said))
                    .as("%s", said)
                    .isCloseTo(.3 + .4 * said, org.assertj.core.data.Offset.offset(.03));
    }

    @Test
    void nothingIsCalledCertain() {
        Recalibration recalibration = new Recalibration();
        for (int i = 0; i < 1000; i++) recalibration.add(i / 1000.0, i >= 500);
        Isotonic curve = recalibration.learned().orElseThrow();
        assertThat(curve.at(0)).isGreaterThan(0);
        assertThat(curve.at(1)).isLessThan(1);
    }

    @Test
    void ofTooFewNothingIsLearned() {
        Recalibration recalibration = new Recalibration();
        for (int i = 0; i < 1000; i++) recalibration.add(.5, i < 19);
        assertThat(recalibration.learned()).isEmpty();
    }
}
