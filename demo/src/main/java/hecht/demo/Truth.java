package hecht.demo;

import hecht.core.episode.Encounter;
import hecht.core.event.Choice;
import hecht.core.relation.Condition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/// What is really so of one customer of Lichtland. hecht never reads it; it is there to hold hecht against.
///
/// Months are numbered 1 (November 2023) to 36 (October 2026), and stand for their last moment.
///
/// @param segment with which they began  @param begins the month in which anything is first known of them
/// @param conditions the hidden condition at the end of each month, from `begins` on, as long as they were there
/// @param wouldLeave the month in which they would have left if the door had stood open from the beginning; 0 for never
/// @param left the month in which they really left; 0 while they are there  @param byChoice whether that was their choice
/// @param wouldLeaveWithinYear for each of the months 12, 24, 36 at whose end they were there: whether they would leave
/// within the next twelve with the door open from then on
/// @param lived what they lived through: by class the weights after wearing off, summed
/// @param points what each story did, in points of health on its day, summed; those that moved nothing are absent. A story that
/// is told as part of another ([Story#METER_TWICE]) is in both
public record Truth(
        String customer,
        String region,
        String segment,
        int begins,
        List<Condition> conditions,
        int wouldLeave,
        int left,
        boolean byChoice,
        Map<Integer, Boolean> wouldLeaveWithinYear,
        Map<Encounter, Double> lived,
        Map<Story, Double> points) {
    public Truth {
        conditions = List.copyOf(conditions);
        wouldLeaveWithinYear = Collections.unmodifiableMap(new TreeMap<>(wouldLeaveWithinYear));
        lived = Collections.unmodifiableMap(new TreeMap<>(lived));
        points = Collections.unmodifiableMap(new TreeMap<>(points));
    }

    /// The hidden condition at a month's end; empty where they were not there.
    public Optional<Condition> conditionAt(int month) {
        int place = month - begins;
        return place >= 0 && place < conditions.size() ? Optional.of(conditions.get(place)) : Optional.empty();
    }

    /// One line of NDJSON, without its end. Keys of customers, regions and segments of Lichtland need no escaping.
    public String line() {
        StringJoiner line = new StringJoiner(",", "{", "}");
        line.add("\"customer\":\"" + customer + '"');
        line.add("\"region\":\"" + region + '"');
        line.add("\"segment\":\"" + segment + '"');
        line.add("\"begins\":" + begins);
        StringJoiner each = new StringJoiner(",", "\"conditions\":[", "]");
        for (Condition condition : conditions) each.add('"' + condition.word() + '"');
        line.add(each.toString());
        line.add("\"would_leave\":" + orNever(wouldLeave));
        line.add("\"left\":" + orNever(left));
        line.add("\"by_choice\":" + (left == 0 ? "null" : Boolean.toString(byChoice)));
        StringJoiner years = new StringJoiner(",", "\"would_leave_within_year\":{", "}");
        wouldLeaveWithinYear.forEach((month, would) -> years.add("\"" + month + "\":" + would));
        line.add(years.toString());
        line.add(sums("lived", lived));
        line.add(sums("points", points));
        return line.toString();
    }

    private static String sums(String name, Map<? extends Choice, Double> sums) {
        StringJoiner all = new StringJoiner(",", '"' + name + "\":{", "}");
        sums.forEach((what, sum) -> all.add('"' + what.word() + "\":" + Math.round(sum * 1e3) / 1e3));
        return all.toString();
    }

    private static String orNever(int month) {
        return month == 0 ? "null" : Integer.toString(month);
    }
}
