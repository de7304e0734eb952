package hecht.app.ingest;

import hecht.app.ingest.Tally.Reason;
import hecht.core.event.Problem;
import hecht.files.Row;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts why rows were kept aside, and remembers the first example of each reason. However bad an input is, only so many
/// reasons are told apart.
final class Reasons {
    private static final int MOST = 100;

    private final Map<String, Count> counts = new HashMap<>();

    private static final class Count {
        private final String field;
        private final String example;
        private final @Nullable String customer;
        private long times;

        Count(String field, String example, @Nullable String customer) {
            this.field = field;
            this.example = example;
            this.customer = customer;
        }
    }

    /// @param customer of whom the row tells; null where that could not be read
    void add(Row row, List<Problem> problems, @Nullable String customer) {
        String where = row.number() > 0 ? row.file() + ", row " + row.number() : row.file();
        for (Problem each : problems)
            add(
                    each.field(),
                    each.expected(),
                    where + (each.field().isEmpty() ? "" : ", ") + each.sentence(),
                    customer);
    }

    /// @param expected what tells reasons of one field apart
    private void add(String field, String expected, String example, @Nullable String customer) {
        String reason = field + ": " + expected;
        // An expectation may name what it was held against, and then there are as many of them as rows.
        if (counts.size() >= MOST && !counts.containsKey(reason)) reason = field;
        if (counts.size() >= 2 * MOST && !counts.containsKey(reason)) return;
        counts.computeIfAbsent(reason, unseen -> new Count(field, example, customer)).times++;
    }

    /// The most frequent first.
    List<Reason> all() {
        return counts.values().stream()
                .map(each -> new Reason(each.field, each.times, each.example, each.customer))
                .sorted(Comparator.comparingLong(Reason::times).reversed().thenComparing(Reason::example))
                .toList();
    }
}
