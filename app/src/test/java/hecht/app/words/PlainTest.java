package hecht.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlainTest {
    /// Half a unit either way may differ by how the product of a double rounds; the judge takes the same product.
    @Property
    void a_number_is_written_as_an_exact_one_would_be(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double value, @ForAll @IntRange(max = 6) int decimals) {
        StringBuilder out = new StringBuilder();
        Plain.decimal(out, value, decimals);
        BigDecimal judge = new BigDecimal(value * Math.pow(10, decimals))
                .add(new BigDecimal("0.5"))
                .setScale(0, RoundingMode.FLOOR)
                .movePointLeft(decimals);
        assertThat(out.toString())
                .isEqualTo(judge.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString());
    }

    @Test
    void nothing_in_a_cell_is_a_formula() {
        assertThat(cell("=1+1")).isEqualTo("'=1+1");
        assertThat(cell("+31 6")).isEqualTo("'+31 6");
        assertThat(cell("-5")).isEqualTo("'-5");
        assertThat(cell("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(cell("\t=1")).isEqualTo("\"'\t=1\"");
        assertThat(cell("a=1")).isEqualTo("a=1");
        assertThat(cell("")).isEmpty();
    }

    @Test
    void a_cell_with_commas_quotes_or_line_ends_is_quoted() {
        assertThat(cell("de Vries, Eva")).isEqualTo("\"de Vries, Eva\"");
        assertThat(cell("\"Eva\"")).isEqualTo("\"\"\"Eva\"\"\"");
        assertThat(cell("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(cell("=\"x\"")).isEqualTo("\"'=\"\"x\"\"\"");
    }

    @Test
    void a_key_in_an_address_is_itself_or_its_bytes_and_comes_back_as_it_was() {
        assertThat(Plain.inAddress("LL-0048213_a")).isEqualTo("LL-0048213_a");
        assertThat(Plain.inAddress("a/../b?<b>")).isEqualTo("~YS8uLi9iPzxiPg");
        for (String key : new String[] {"LL-1", "null", "007", "😀", "..", "~x", "é", "a b", " "})
            assertThat(Plain.fromAddress(Plain.inAddress(key))).contains(key);
    }

    @Test
    void an_address_that_no_key_is_written_as_leads_nowhere() {
        for (String part : new String[] {"", "~", "~TEwtMQ", "~YQ==", "~*", "a.b", "a b"})
            assertThat(Plain.fromAddress(part)).as(part).isEmpty();
    }

    private static String cell(String text) {
        StringBuilder out = new StringBuilder();
        Plain.cell(out, text);
        return out.toString();
    }
}
