package hecht.app.web.relationships;

import hecht.app.words.Figures;
import hecht.app.words.Phrases;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.store.relation.Selected;
import hecht.store.relation.Selection;
import hecht.store.relation.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One sentence on what is selected: how many, their margin, how many would go, and how many are not in view.
final class Sentence {
    private static final Duration SOON = Duration.ofDays(90);

    private final Model model;
    private final Phrases phrases;
    private final Figures figures;
    private final Said say;

    Sentence(Model model, Phrases phrases, Said say) {
        this.model = model;
        this.phrases = phrases;
        this.figures = phrases.figures();
        this.say = say;
    }

    String told(ListView.Found found) {
        Selected it = found.selected();
        if (it.isMore())
            return say.say(
                    "relationships.sentence.more", Selected.MOST, found.known().running());
        if (it.customers() == 0)
            return say.say("relationships.sentence.none", found.known().running());
        List<String> said = new ArrayList<>();
        said.add(who(found));
        if (it.margin() != 0)
            said.add(say.say("relationships.sentence.margin", figures.money(it.margin(), model.currency())));
        said.add(say.say("relationships.sentence.silent", it.notInView()));
        if (model.mode() == Mode.CONTRACT && phrases.countsInHundreds())
            said.add(say.say(
                    "relationships.sentence.leaving",
                    Math.round(it.leaving()),
                    Math.round(it.leavingLow()),
                    Math.round(it.leavingHigh())));
        return String.join(" ", said);
    }

    private String who(ListView.Found found) {
        Selection selection = found.asked().selection();
        int customers = found.selected().customers();
        int all = found.known().running();
        if (selection.isAll()) return say.say("relationships.sentence.all", customers);
        View view = selection.view();
        if (view == null || !Selection.of(view).equals(selection))
            return say.say("relationships.sentence.some", customers, all);
        return say.say(
                "relationships.sentence." + view.looksAt(found.known().hasMargins()),
                customers,
                all,
                figures.date(found.known().asOf().plus(SOON)));
    }
}
