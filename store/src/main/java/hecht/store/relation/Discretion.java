package hecht.store.relation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Of which groups somebody may be told who may see figures and no people: those of thirty customers or more of which no figure
/// of fewer follows by taking one from another. Segments split all customers, and so do regions; where the part that is not told
/// (small ones, and whoever has no name of a group) would be known to be smaller than thirty by taking the others from all, the
/// smallest of the others is not told either (complementary suppression: Willenborg and de Waal, *Elements of Statistical
/// Disclosure Control*, 2001, chapter 5). A segment in a region is told where no part of either is small.
public final class Discretion {
    /// No figure of fewer customers is told.
    public static final int FEWEST = 30;

    private final Map<YearMonth, Map<Group, Integer>> sizes;

    /// @param segment empty for all  @param region empty for all
    record Group(String segment, String region) {
        static final Group ALL = new Group("", "");
    }

    /// @param sizes customers by month and group
    Discretion(Map<YearMonth, Map<Group, Integer>> sizes) {
        this.sizes = sizes;
    }

    /// Whether figures of a group in a month may be told.
    ///
    /// @param segment,region null for all
    public boolean allows(YearMonth month, @Nullable String segment, @Nullable String region) {
        Map<Group, Integer> all = sizes.getOrDefault(month, Map.of());
        if (size(all, Group.ALL) < FEWEST) return false;
        if (segment != null && !told(all, segments(all)).contains(new Group(segment, ""))) return false;
        if (region != null && !told(all, regions(all)).contains(new Group("", region))) return false;
        return segment == null || region == null || isPairTold(all, segment, region);
    }

    private static int size(Map<Group, Integer> all, Group group) {
        return all.getOrDefault(group, 0);
    }

    private static List<Group> segments(Map<Group, Integer> all) {
        return all.keySet().stream()
                .filter(each -> !each.segment.isEmpty() && each.region.isEmpty())
                .toList();
    }

    private static List<Group> regions(Map<Group, Integer> all) {
        return all.keySet().stream()
                .filter(each -> each.segment.isEmpty() && !each.region.isEmpty())
                .toList();
    }

    /// @param parts of all customers, none in two of them
    private static Set<Group> told(Map<Group, Integer> all, Collection<Group> parts) {
        List<Group> bySize = new ArrayList<>(parts);
        bySize.sort(Comparator.comparingInt((Group each) -> size(all, each))
                .thenComparing(Group::segment)
                .thenComparing(Group::region));
        int untold = size(all, Group.ALL)
                - bySize.stream().mapToInt(each -> size(all, each)).sum();
        Set<Group> told = new HashSet<>();
        for (Group each : bySize) {
            if (size(all, each) >= FEWEST && !isFew(untold)) told.add(each);
            else untold += size(all, each);
        }
        return told;
    }

    private static boolean isPairTold(Map<Group, Integer> all, String segment, String region) {
        Group pair = new Group(segment, region);
        int inSegment = size(all, new Group(segment, ""));
        int inRegion = size(all, new Group("", region));
        if (size(all, pair) < FEWEST) return false;
        if (isFew(size(all, Group.ALL) - inSegment - inRegion + size(all, pair))) return false;
        return isSplitTold(all, inSegment, regions(all).stream().map(each -> new Group(segment, each.region)))
                && isSplitTold(all, inRegion, segments(all).stream().map(each -> new Group(each.segment, region)));
    }

    private static boolean isSplitTold(Map<Group, Integer> all, int whole, Stream<Group> parts) {
        List<Integer> cells = new ArrayList<>(parts.map(each -> size(all, each)).toList());
        cells.add(whole - cells.stream().mapToInt(Integer::intValue).sum());
        return cells.stream().noneMatch(Discretion::isFew);
    }

    private static boolean isFew(int customers) {
        return customers > 0 && customers < FEWEST;
    }

    /// A group's months from the last one backwards, as far as all of them may be told.
    ///
    /// @return the same with fewer months; its last month must be allowed
    public Pulse of(Pulse pulse) {
        List<PulseMonth> months = pulse.months();
        int from = months.size();
        while (from > 0
                && allows(
                        months.get(from - 1).month(),
                        pulse.segment().orElse(null),
                        pulse.region().orElse(null))) from--;
        return pulse.since(from);
    }
}
