package hecht.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One column of the rows that a suggestion looks at: its name as words, and what its cells look like.
final class SampleColumn {
    private static final int FEW = 30;
    private static final int SHORT = 25; // characters
    private static final Pattern AS_IT_IS = Pattern.compile("-?\\d+([.]\\d+)?");
    private static final Pattern WITHOUT_LETTERS = Pattern.compile("[^\\p{L}]*\\d[^\\p{L}]*");
    private static final Pattern CENTS = Pattern.compile(".*,\\d{1,2}\\D*");
    private static final Form COMMA = Form.Decimal.of(',');
    private static final Form POINT = Form.Decimal.of('.');

    /// How numbers are written, if the column holds any.
    enum Numbers {
        NONE,
        /// As the contract writes them.
        PLAIN,
        /// With a decimal comma, or dots between thousands.
        COMMA,
        /// With commas between thousands, or a currency's sign.
        POINT
    }

    private final String name;
    private final List<String> words;
    private final List<String> values = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private long rows;
    private @Nullable MomentShape moment;
    private Numbers numbers = Numbers.NONE;
    private boolean prose;

    SampleColumn(String name) {
        this.name = name;
        this.words = words(name);
    }

    /// `OrderDelivered_at` is order, delivered, at.
    private static List<String> words(String name) {
        String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[^\\p{L}\\p{N}]+", " ");
        return List.of(spaced.strip().toLowerCase(Locale.ROOT).split(" "));
    }

    void add(@Nullable String cell) {
        if (cell == null || cell.isBlank()) return;
        String value = cell.strip();
        values.add(value);
        counts.merge(value, 1, Integer::sum);
    }

    /// To be called when all cells are in.
    ///
    /// @param all rows of the sample, those without a cell here too
    void look(long all) {
        rows = all;
        boolean named = says(Vocabulary.TIME);
        moment = MomentShape.of(values, named);
        if (moment == null) numbers = numbers(values);
        prose = looksLikeProse();
    }

    private static Numbers numbers(List<String> values) {
        if (values.isEmpty()) return Numbers.NONE;
        if (all(values, value -> AS_IT_IS.matcher(value).matches())) return Numbers.PLAIN;
        if (!all(values, value -> WITHOUT_LETTERS.matcher(value).matches())) return Numbers.NONE;
        boolean cents = values.stream().anyMatch(value -> CENTS.matcher(value).matches());
        if (cents && all(values, value -> COMMA.read(value) != null)) return Numbers.COMMA;
        return all(values, value -> POINT.read(value) != null) ? Numbers.POINT : Numbers.NONE;
    }

    private static boolean all(List<String> values, java.util.function.Predicate<String> holds) {
        return values.stream().allMatch(holds);
    }

    String name() {
        return name;
    }

    /// Whether a mapping can ask for it by its name.
    boolean isUsable() {
        return !name.isBlank() && !name.contains("{") && !name.contains("}") && !name.equals("hash");
    }

    List<String> words() {
        return words;
    }

    /// Whether a word of the name is one of these, or (from four letters on) begins or ends with it: `klantnummer` says
    /// `klant`.
    boolean says(List<String> sought) {
        for (String word : words)
            for (String each : sought)
                if (word.equals(each) || each.length() >= 4 && (word.startsWith(each) || word.endsWith(each)))
                    return true;
        return false;
    }

    List<String> values() {
        return values;
    }

    /// How often each value came, in the order of their first.
    Map<String, Integer> counts() {
        return counts;
    }

    int filled() {
        return values.size();
    }

    int distinct() {
        return counts.size();
    }

    long rows() {
        return rows;
    }

    @Nullable
    MomentShape moment() {
        return moment;
    }

    boolean isMoment() {
        return moment != null;
    }

    Numbers numbers() {
        return numbers;
    }

    boolean isNumber() {
        return numbers != Numbers.NONE;
    }

    double least() {
        return values.stream().mapToDouble(this::number).min().orElse(Double.NaN);
    }

    double most() {
        return values.stream().mapToDouble(this::number).max().orElse(Double.NaN);
    }

    private double number(String value) {
        String plain = numbers == Numbers.PLAIN ? value : (numbers == Numbers.COMMA ? COMMA : POINT).read(value);
        return plain == null || plain.isEmpty() ? Double.NaN : Double.parseDouble(plain);
    }

    /// Every row has one, and no two the same.
    boolean isUnique() {
        return filled() == rows && distinct() == filled();
    }

    /// A handful of values that come again: words of a list.
    boolean isFew() {
        return !isMoment() && distinct() > 0 && distinct() <= FEW && (distinct() == 1 || distinct() * 3 <= filled());
    }

    /// Sentences, most of them different.
    boolean isProse() {
        return prose;
    }

    private boolean looksLikeProse() {
        if (isMoment() || isNumber() || values.isEmpty() || distinct() * 3 < filled()) return false;
        long sentences = values.stream()
                .filter(value -> value.length() > SHORT
                        && value.chars().filter(Character::isWhitespace).count() > 3)
                .count();
        return sentences * 2 > values.size();
    }
}
