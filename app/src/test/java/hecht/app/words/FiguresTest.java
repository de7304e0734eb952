package hecht.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Figures english = new Figures(Messages.of(Language.EN), ZoneId.of("Europe/Amsterdam"));
    private final Figures dutch = new Figures(Messages.of(Language.NL), ZoneId.of("Europe/Amsterdam"));

    @Test
    void thousands_stand_apart_as_each_language_has_it() {
        assertThat(english.whole(1_234_567)).isEqualTo("1,234,567");
        assertThat(dutch.whole(20_000)).isEqualTo("20.000");
        assertThat(english.whole(-1_000)).isEqualTo("−1,000");
        assertThat(english.whole(7)).isEqualTo("7");
    }

    @Test
    void decimals_have_a_point_or_a_comma() {
        assertThat(dutch.tenths(.4)).isEqualTo("0,4");
        assertThat(english.tenths(-12.34)).isEqualTo("−12.3");
        assertThat(dutch.hundredths(1.005)).isEqualTo("1,00");
        assertThat(english.hundredths(.07)).isEqualTo("0.07");
    }

    @Test
    void a_change_has_its_sign_and_no_change_has_none() {
        assertThat(english.change(4)).isEqualTo("+0.4");
        assertThat(english.change(-20)).isEqualTo("−2.0");
        assertThat(english.change(0)).isEqualTo("0.0");
    }

    @Test
    void what_is_above_nothing_never_reads_as_nothing() {
        assertThat(english.share(.0004)).isEqualTo("< 0.01");
        assertThat(dutch.share(.02)).isEqualTo("0,02");
    }

    @Test
    void what_has_no_bound_is_told_so() {
        assertThat(english.hundredths(Double.POSITIVE_INFINITY)).isEqualTo("∞");
        assertThat(english.hundredths(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    }

    @Test
    void an_amount_bears_the_sign_of_its_currency() {
        assertThat(dutch.money(20_000.4, "EUR")).isEqualTo("€\u00a020.000");
        assertThat(english.money(-5, "EUR")).isEqualTo("−€\u00a05");
        assertThat(english.money(1_200, "SEK")).isEqualTo("SEK\u00a01,200");
    }

    @Test
    void days_are_those_of_the_zone() {
        Instant late = Instant.parse("2026-10-30T23:30:00Z");
        assertThat(english.date(late)).isEqualTo("31 October 2026");
        assertThat(dutch.date(late)).isEqualTo("31 oktober 2026");
        assertThat(dutch.shortDate(Instant.parse("2026-03-01T12:00:00Z"))).isEqualTo("1 mrt 2026");
    }

    @Test
    void a_length_of_time_is_told_in_its_largest_unit() {
        assertThat(english.length(Duration.ofHours(47))).isEqualTo("47 hours");
        assertThat(dutch.length(Duration.ofDays(2))).isEqualTo("2 dagen");
        assertThat(english.length(Duration.ofMinutes(1))).isEqualTo("1 minute");
    }
}
