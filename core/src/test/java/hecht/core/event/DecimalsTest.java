package hecht.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `Double.parseDouble` is the judge, bit for bit.
class DecimalsTest {
    @Test
    void random_decimals_are_read_to_the_same_bit() {
        SplittableRandom random = new SplittableRandom(20_260_301);
        for (int i = 0; i < 100_000; i++) {
            long digits =
                    random.nextLong(-1_000_000_000_000_000_000L, 1_000_000_000_000_000_000L) >> random.nextInt(60);
            assertSame(BigDecimal.valueOf(digits, random.nextInt(20)).toPlainString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "-0.0",
                "000",
                "007",
                "12.5",
                "-12.5",
                "12.",
                ".5",
                "-.5",
                "1e3",
                "1E-3",
                "+5",
                " 5",
                "5 ",
                "999999999999999",
                "9999999999999999",
                "0.000000000000001",
                "0.0000000000000001",
                "NaN",
                "Infinity",
                "1d",
                "0x1p3"
            })
    void whatever_java_reads_is_read_to_the_same_bit(String text) {
        assertSame(text);
    }

    private static void assertSame(String text) {
        assertThat(Double.doubleToRawLongBits(Decimals.read(text)))
                .as(text)
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "-.", "--1", "1-", "1.2.3", "1,5", "twelve", "٣"})
    void what_is_no_number_is_refused(String text) {
        assertThatThrownBy(() -> Decimals.read(text)).isInstanceOf(NumberFormatException.class);
    }
}
