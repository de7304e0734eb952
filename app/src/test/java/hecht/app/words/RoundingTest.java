package hecht.app.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RoundingTest {
    @Property
    void parts_add_up_and_none_is_moved_by_one_or_more(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1000, max = 1000) Double> some) {
        double[] parts = some.stream().mapToDouble(Double::doubleValue).toArray();
        long total = Math.round(Arrays.stream(parts).sum());
        long[] rounded = Rounding.toAddUp(parts, total);
        assertThat(Arrays.stream(rounded).sum()).isEqualTo(total);
        for (int i = 0; i < parts.length; i++) assertThat((double) rounded[i]).isCloseTo(parts[i], within(1.0));
    }

    @Test
    void the_largest_remainders_are_rounded_up() {
        assertThat(Rounding.toAddUp(new double[] {1.4, 1.4, 1.2}, 4)).containsExactly(2, 1, 1);
        assertThat(Rounding.toAddUp(new double[] {-1.4, 3.4}, 2)).containsExactly(-1, 3);
    }

    @Test
    void parts_that_cannot_add_up_are_refused() {
        assertThatThrownBy(() -> Rounding.toAddUp(new double[] {1, 1}, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
