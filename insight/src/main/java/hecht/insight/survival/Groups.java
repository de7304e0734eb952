package hecht.insight.survival;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Which subjects belong to which group, groups in the order of their names.
final class Groups {
    private Groups() {}

    static Map<String, int[]> of(Durations durations, List<String> groups) {
        if (groups.size() != durations.size())
            throw new IllegalArgumentException(
                    "expected a group for each of " + durations.size() + " subjects, found " + groups.size());
        Map<String, IntStream.Builder> members = new TreeMap<>();
        for (int i = 0; i < groups.size(); i++)
            members.computeIfAbsent(groups.get(i), _ -> IntStream.builder()).add(i);
        Map<String, int[]> found = new TreeMap<>();
        members.forEach((name, subjects) -> found.put(name, subjects.build().toArray()));
        return found;
    }
}
