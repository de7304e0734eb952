package hecht.files;

import static hecht.files.Vocabulary.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which column of a sample plays which part, by its name and by what stands in it. Remembers why, for a person.
final class Roles {
    private static final int CUSTOMER_WORD = 4;
    private static final int KEY_WORD = 2;
    private static final int OTHER_WORD = 3;

    private final Sample sample;
    private final Map<SampleColumn, Set<String>> parts = new LinkedHashMap<>();
    private final @Nullable SampleColumn customer;

    Roles(Sample sample) {
        this.sample = sample;
        this.customer = sample.usable().stream()
                .filter(column -> !column.isMoment() && !column.isProse() && column.filled() > 0)
                .filter(column -> column.says(KEY) || !column.isFew())
                .filter(column -> customerWords(column) >= CUSTOMER_WORD)
                .max(Comparator.comparingInt(Roles::customerWords)) // of equals the first
                .orElse(null);
        if (customer != null) took(customer, "customer");
    }

    private static int customerWords(SampleColumn column) {
        int score = column.says(CUSTOMER) ? CUSTOMER_WORD : 0;
        if (column.says(KEY)) score += KEY_WORD;
        if (column.words().contains("unique")) score++;
        if (column.says(ABOUT_CUSTOMER) || column.says(DAY_OR_TIME)) score -= OTHER_WORD;
        return score;
    }

    Sample sample() {
        return sample;
    }

    @Nullable
    SampleColumn customer() {
        return customer;
    }

    /// The parts that a column was given; none for one that is not used.
    Set<String> partsOf(SampleColumn column) {
        return parts.getOrDefault(column, Set.of());
    }

    SampleColumn took(SampleColumn column, String part) {
        parts.computeIfAbsent(column, none -> new LinkedHashSet<>()).add(part);
        return column;
    }

    /// Moments of a kind that is named by the first list and by none of the others.
    Optional<SampleColumn> moment(List<String> kind, List<List<String>> not) {
        return sample.first(column -> column.isMoment() && column.says(kind) && saysNone(column, not));
    }

    private static boolean saysNone(SampleColumn column, List<List<String>> not) {
        for (List<String> each : not) if (column.says(each)) return false;
        return true;
    }

    /// The moment that a row is about, where no name says it: the first that is nobody's promise.
    Optional<SampleColumn> anyMoment() {
        Optional<SampleColumn> first =
                sample.first(column -> column.isMoment() && saysNone(column, List.of(DUE, APPROVED, CLOSED)));
        return first.isPresent() ? first : sample.first(SampleColumn::isMoment);
    }

    /// A key of the organisation's own that is named so, such as the number of an order.
    Optional<SampleColumn> key(List<String> kind) {
        return keys().stream().filter(column -> column.says(kind)).findFirst();
    }

    private List<SampleColumn> keys() {
        List<SampleColumn> keys = new ArrayList<>();
        for (SampleColumn column : sample.usable())
            if (column != customer && !column.isMoment() && column.filled() > 0 && column.says(KEY)) keys.add(column);
        return keys;
    }

    /// A column that names each row, if there is one.
    Optional<SampleColumn> rowKey() {
        Optional<SampleColumn> named =
                keys().stream().filter(SampleColumn::isUnique).findFirst();
        return named.isPresent()
                ? named
                : sample.first(column -> column == sample.columns().getFirst()
                        && column != customer
                        && column.isUnique()
                        && !column.isMoment()
                        && sample.rows() > 1);
    }

    Optional<SampleColumn> number(List<String> kind) {
        return sample.first(column -> column.isNumber() && column.says(kind) && !column.says(KEY));
    }

    /// A list of few words that is named so.
    Optional<SampleColumn> list(List<String> kind) {
        return sample.first(column ->
                column != customer && column.isFew() && !column.isNumber() && column.says(kind) && !column.says(KEY));
    }

    /// A list of channels, of which at least one has a name that is known.
    Optional<SampleColumn> channel() {
        return list(CHANNEL)
                .filter(column -> column.counts().keySet().stream().anyMatch(word -> Vocabulary.channel(word) != null));
    }

    Optional<SampleColumn> prose() {
        Optional<SampleColumn> named = sample.first(column -> column.isProse() && column.says(PROSE));
        return named.isPresent() ? named : sample.first(SampleColumn::isProse);
    }
}
