package hecht.store.relation;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.store.relation.Discretion.Group;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiscretionTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 10);

    @Test
    void a_small_group_does_not_follow_from_all_less_the_others() {
        // small: 10 = all less large and middle, so middle is not told either
        Discretion it = of(Map.of("", 1_510, "large", 1_000, "middle", 500, "small", 10));
        assertThat(told(it, "large", "middle", "small")).containsExactly("large");
        assertThat(it.allows(MONTH, null, null)).isTrue();
        Discretion two = of(Map.of("", 1_530, "large", 1_000, "middle", 500, "small", 10, "tiny", 20));
        assertThat(told(two, "large", "middle", "small", "tiny")).containsExactly("large", "middle");
    }

    @Test
    void nor_do_those_without_a_name_of_a_group() {
        Discretion it = of(Map.of("", 1_510, "large", 1_000, "middle", 500));
        assertThat(told(it, "large", "middle")).containsExactly("large");
        assertThat(told(of(Map.of("", 1_530, "large", 1_000, "middle", 500)), "large", "middle"))
                .containsExactly("large", "middle");
    }

    @Test
    void a_month_of_other_sizes_is_judged_by_its_own() {
        Discretion it = new Discretion(Map.of(
                MONTH,
                groups(Map.of("", 200, "a", 100, "b", 100)),
                MONTH.minusMonths(1),
                groups(Map.of("", 120, "a", 100, "b", 20))));
        assertThat(it.allows(MONTH, "a", null)).isTrue();
        assertThat(it.allows(MONTH.minusMonths(1), "a", null)).isFalse();
        assertThat(it.allows(MONTH.minusMonths(2), null, null)).isFalse();
    }

    /// Whoever knows every figure that is told, and which sizes there are, knows no sum of fewer than thirty: all that can be
    /// reckoned from segments is a sum of some of them with or without the rest.
    @Test
    void no_sum_of_what_is_told_leaves_fewer_than_thirty() {
        Random random = new Random(20261126);
        for (int round = 0; round < 2_000; round++) {
            Map<String, Integer> sizes = new HashMap<>();
            int all = random.nextInt(3) == 0 ? random.nextInt(40) : 0;
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                int size = random.nextBoolean() ? 1 + random.nextInt(40) : 1 + random.nextInt(500);
                sizes.put("s" + i, size);
                all += size;
            }
            sizes.put("", all);
            Discretion it = of(sizes);
            if (!it.allows(MONTH, null, null)) assertThat(all).isLessThan(30);
            int rest = it.allows(MONTH, null, null) ? all : 0;
            for (Map.Entry<String, Integer> each : sizes.entrySet()) {
                if (each.getKey().isEmpty() || !it.allows(MONTH, each.getKey(), null)) continue;
                assertThat(each.getValue()).isGreaterThanOrEqualTo(30);
                rest -= each.getValue();
            }
            assertThat(rest).as("%s", sizes).matches(left -> left == 0 || left >= 30);
        }
    }

    @Test
    void a_segment_in_a_region_is_told_only_where_no_part_of_either_is_small() {
        Map<Group, Integer> even = new HashMap<>(groups(Map.of("", 400, "a", 200, "b", 200)));
        even.put(new Group("", "north"), 200);
        even.put(new Group("", "south"), 200);
        for (String segment : List.of("a", "b"))
            for (String region : List.of("north", "south")) even.put(new Group(segment, region), 100);
        assertThat(new Discretion(Map.of(MONTH, even)).allows(MONTH, "a", "north"))
                .isTrue();
        Map<Group, Integer> uneven = new HashMap<>(even);
        uneven.put(new Group("a", "north"), 180);
        uneven.put(new Group("a", "south"), 20);
        uneven.put(new Group("b", "north"), 20);
        uneven.put(new Group("b", "south"), 180);
        Discretion it = new Discretion(Map.of(MONTH, uneven));
        assertThat(it.allows(MONTH, "a", "north")).isFalse(); // a in the south would follow
        assertThat(it.allows(MONTH, "a", null)).isTrue();
        assertThat(it.allows(MONTH, null, "north")).isTrue();
    }

    private static List<String> told(Discretion it, String... segments) {
        List<String> told = new ArrayList<>();
        for (String each : segments) if (it.allows(MONTH, each, null)) told.add(each);
        return told;
    }

    /// @param segments their sizes; that of '' is of all
    private static Discretion of(Map<String, Integer> segments) {
        return new Discretion(Map.of(MONTH, groups(segments)));
    }

    private static Map<Group, Integer> groups(Map<String, Integer> segments) {
        Map<Group, Integer> groups = new HashMap<>();
        segments.forEach((segment, size) -> groups.put(new Group(segment, ""), size));
        return groups;
    }
}
