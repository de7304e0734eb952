package hecht.store.relation;

import hecht.store.relation.Pulse.Moment;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/// Finds the moments that touched many: events noticed well that reached thirty customers or more in a week, and more than one in
/// twenty, and not in the same week of the three months before, which would make them a habit. Mutable; for one thread.
final class Moments {
    private static final double MANY = .05;
    private static final int MONTHS_BEFORE = 3;
    private static final double PART_OF_BUSIEST =
            .1; // days with fewer belong to the edges of a week, not to the moment

    private final Map<String, Map<LocalDate, Integer>> customersByWeek = new HashMap<>(); // weeks by their Monday
    private final Map<String, TreeMap<LocalDate, Integer>> eventsByDay = new HashMap<>();
    private final Set<String> seen = new HashSet<>(); // name and week, of the customer at hand

    /// Adds the touches of one relationship, when its months were passed.
    void add(Months.Reader of) {
        seen.clear();
        while (of.nextTouch()) {
            LocalDate day = LocalDate.ofEpochDay(of.touchDay);
            LocalDate week = monday(day);
            String name = of.touchName();
            eventsByDay.computeIfAbsent(name, unseen -> new TreeMap<>()).merge(day, 1, Integer::sum);
            if (seen.add(name + week))
                customersByWeek.computeIfAbsent(name, unseen -> new HashMap<>()).merge(week, 1, Integer::sum);
        }
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(DayOfWeek.MONDAY);
    }

    /// @param first the first day of which everything was added, and on which there was somebody: what was usual in the three months after it is not known
    /// @param customersAround how many relationships ran around a day
    List<Moment> find(LocalDate first, ToIntFunction<LocalDate> customersAround) {
        List<Moment> found = new ArrayList<>();
        LocalDate judged = first.plusMonths(MONTHS_BEFORE);
        customersByWeek.forEach((name, weeks) -> {
            Set<LocalDate> marked = new HashSet<>();
            weeks.forEach((week, customers) -> {
                if (week.isAfter(judged)
                        && customers >= Discretion.FEWEST
                        && isMany(customers, week, customersAround)
                        && !isHabit(weeks, week, customersAround)) marked.add(week);
            });
            for (LocalDate week : marked)
                if (!marked.contains(week.minusWeeks(1))) found.add(moment(name, week, marked, weeks));
        });
        found.sort(Comparator.comparing(Moment::from).thenComparing(Moment::name));
        return found;
    }

    private static boolean isMany(int touched, LocalDate week, ToIntFunction<LocalDate> customersAround) {
        return touched > MANY * customersAround.applyAsInt(week);
    }

    private static boolean isHabit(
            Map<LocalDate, Integer> weeks, LocalDate week, ToIntFunction<LocalDate> customersAround) {
        for (int months = 1; months <= MONTHS_BEFORE; months++) {
            LocalDate before = monday(week.minusMonths(months).plusDays(3)); // by the middle of the week
            if (isMany(weeks.getOrDefault(before, 0), before, customersAround)) return true;
        }
        return false;
    }

    /// Weeks on end are one moment; it is told with the customers of its fullest week.
    private Moment moment(String name, LocalDate week, Set<LocalDate> marked, Map<LocalDate, Integer> weeks) {
        LocalDate last = week;
        int most = 0;
        for (LocalDate at = week; marked.contains(at); at = at.plusWeeks(1)) {
            last = at.plusDays(6);
            most = Math.max(most, weeks.getOrDefault(at, 0));
        }
        Map<LocalDate, Integer> days =
                eventsByDay.getOrDefault(name, new TreeMap<>()).subMap(week, true, last, true);
        int busiest = days.values().stream().mapToInt(each -> each).max().orElse(0);
        List<LocalDate> full = days.entrySet().stream()
                .filter(each -> each.getValue() >= PART_OF_BUSIEST * busiest)
                .map(each -> each.getKey())
                .toList();
        return full.isEmpty()
                ? new Moment(name, week, last, most)
                : new Moment(name, full.getFirst(), full.getLast(), most);
    }
}
