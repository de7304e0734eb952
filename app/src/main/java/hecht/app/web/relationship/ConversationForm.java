package hecht.app.web.relationship;

import java.util.List;
import java.util.Map;

/// The form for a conversation as it stands: what was typed into it, and what was wrong with that.
///
/// @param tone one of [#TONES]  @param day,today as ISO 8601 writes days
/// @param problem in a sentence; empty where nothing is wrong  @param noted whether one was just noted
public record ConversationForm(
        String text,
        String theme,
        String tone,
        String promise,
        String day,
        String today,
        String problem,
        boolean noted) {
    /// Tones as a form sends them, from nothing said of it to cold.
    public static final List<String> TONES = List.of("none", "good", "even", "bad");

    private static final double WARM = .8;
    private static final double COLD = -.8;

    static ConversationForm empty(String today, boolean noted) {
        return new ConversationForm("", "", TONES.getFirst(), "", today, today, "", noted);
    }

    static ConversationForm read(Map<String, String> from, String today) {
        String tone = from.getOrDefault("tone", "");
        return new ConversationForm(
                from.getOrDefault("text", "").replace("\r\n", "\n").replace("\0", ""),
                from.getOrDefault("theme", "").replace("\0", ""),
                TONES.contains(tone) ? tone : TONES.getFirst(),
                from.getOrDefault("promise", "").replace("\0", ""),
                from.getOrDefault("day", today),
                today,
                "",
                false);
    }

    ConversationForm with(String sentence) {
        return new ConversationForm(text, theme, tone, promise, day, today, sentence, false);
    }

    boolean isEmpty() {
        return text.isBlank() && theme.isBlank() && promise.isBlank() && tone.equals(TONES.getFirst());
    }

    /// The sentiment as events have it, −1 to 1; NaN where nothing is said of it.
    double sentiment() {
        return switch (tone) {
            case "good" -> WARM;
            case "even" -> 0;
            case "bad" -> COLD;
            default -> Double.NaN;
        };
    }
}
