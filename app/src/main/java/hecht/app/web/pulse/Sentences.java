package hecht.app.web.pulse;

import hecht.app.web.chart.Glyphs;
import hecht.app.web.chart.Months;
import hecht.app.words.Figures;
import hecht.app.words.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is worth saying of a month: at most three sentences of about a dozen kinds, the largest matters first. A matter is as
/// large as its points of health times the customers it concerns.
///
/// What chance alone would give is not said, nor what is smaller than a quarter of a point, nor anything of fewer than thirty
/// customers.
final class Sentences {
    /// How many are said.
    private static final int MOST = 3;

    private final Messages words;
    private final Told told;
    private final Changes changes;
    private final States states;

    /// @param fewest a count of fewer is not told to this reader
    /// @param lists where customers are listed; null where there is no such list for this reader: then nothing is a link
    Sentences(Messages words, Figures figures, Told told, int fewest, @Nullable Lists lists) {
        this.words = words;
        this.told = told;
        Spoken say = new Spoken(words, figures, fewest);
        this.changes = new Changes(say, told, lists);
        this.states = new States(say, told, lists);
    }

    /// The largest matters, and that nothing changed when none of them is a change.
    List<Sentence> chosen() {
        List<Sentence> changed = told.isYoung() ? List.of() : changes.all();
        List<Sentence> all = new ArrayList<>(changed);
        all.addAll(states.all());
        all.sort(Comparator.comparingDouble(Sentence::matter).reversed());
        List<Sentence> chosen = new ArrayList<>();
        for (Sentence each : all) if (chosen.size() < MOST && !repeats(chosen, each)) chosen.add(each);
        if (changed.isEmpty()) {
            if (chosen.size() == MOST) chosen.removeLast();
            chosen.add(told.isYoung() ? young() : nothing());
        }
        return chosen;
    }

    /// The month as a whole and its largest driver say the same thing twice, and so do a moment and its own month.
    private static boolean repeats(List<Sentence> chosen, Sentence next) {
        return chosen.stream().anyMatch(each -> group(each).equals(group(next)));
    }

    private static String group(Sentence of) {
        return switch (of.kind()) {
            case "fell", "rose", "cost", "helped" -> "month";
            default -> of.kind();
        };
    }

    private Sentence nothing() {
        return Sentence.of("nothing", Glyphs.level(), words.say("nothing.lead"), words.say("nothing.text"), "", 0);
    }

    private Sentence young() {
        return Sentence.of(
                "young",
                Glyphs.level(),
                words.say("young.lead"),
                words.say(
                        "young.text",
                        Months.name(words, told.months().getFirst().month())),
                "",
                0);
    }
}
