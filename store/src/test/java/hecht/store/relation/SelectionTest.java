package hecht.store.relation;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.relation.Condition;
import hecht.core.relation.Driver;
import hecht.core.relation.Quadrant;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void a_selection_reads_back_from_its_own_address() {
        Selection all = new Selection(
                View.HELD,
                "van Dijk & zn",
                40.5,
                60.0,
                Condition.KOEL,
                Sight.NOT_IN_VIEW,
                DoorIs.OPENS_SOON,
                "fixed",
                "Almere",
                "power",
                100.0,
                Heard.NEVER,
                Quadrant.SPURIOUS,
                YearMonth.of(2026, 12),
                new Driver(true, "move house & a garden", "promise-broken"));
        assertThat(Selection.read(all.parameters())).isEqualTo(all);
        assertThat(Selection.read(Views.parameters(Views.text(all.parameters()))))
                .isEqualTo(all);
        assertThat(Selection.read(Map.of())).isEqualTo(Selection.ALL);
        assertThat(Selection.ALL.parameters()).isEmpty();
    }

    @Test
    void what_says_nothing_is_not_asked() {
        Map<String, String> typed = Map.of(
                "min",
                "many",
                "max",
                "NaN",
                "condition",
                "lukewarm",
                "view",
                "",
                "q",
                "  ",
                "opens",
                "soon",
                "moved",
                "by chance");
        assertThat(Selection.read(typed)).isEqualTo(Selection.ALL);
    }
}
