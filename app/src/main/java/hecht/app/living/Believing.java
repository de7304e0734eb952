package hecht.app.living;

import hecht.core.perception.RuleSet;
import hecht.core.relation.Counting;
import hecht.core.relation.Fold;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.files.ModelFile;
import hecht.files.Refusal;
import hecht.files.RuleFile;
import hecht.store.Store;
import hecht.store.setup.Models;
import hecht.store.setup.Models.Origin;
import hecht.store.setup.Organisation;
import java.time.Instant;
import java.util.Optional;

/// Says by which model is believed. A model is made when the first import is done, by counting what is usual in its events, and
/// whenever a steward decides something that beliefs rest on; each gets the next number, and with it everybody is folded anew
/// while what was believed before goes on being served. Between that nothing in it moves by itself.
public final class Believing {
    /// What the audit says where a learned model was taken up.
    public static final String LEARNED_MODEL = "model learned from own history";

    private final Store store;

    public Believing(Store store) {
        this.store = store;
    }

    /// Makes the first model when it is time for it, and takes up the one in force.
    ///
    /// @return whether anything changed
    /// @throws Refusal when a model or a rule file that is kept cannot be read any more
    public boolean keepUp(Instant now) throws Refusal {
        boolean made = isTimeForTheFirst();
        if (made) make(store.imports().isAnyDone(), now);
        return takeUp() || made;
    }

    /// A first import counts once it has ended. Events that come without one are believed by what is built in, until there is
    /// something to count.
    private boolean isTimeForTheFirst() {
        Optional<Models.Kept> active = store.models().active();
        boolean isCounted = active.isPresent() && active.get().origin() != Origin.BUILT_IN;
        if (isCounted
                || store.imports().isAnyRunning()
                || store.events().totals().events() == 0) return false;
        return active.isEmpty() || store.imports().isAnyDone();
    }

    /// Takes up the model in force, if another one is.
    private boolean takeUp() throws Refusal {
        Optional<Models.Kept> active = store.models().active();
        if (active.isEmpty()) return false;
        int number = active.get().number();
        if (store.relation()
                .folders()
                .inForce()
                .filter(each -> each.number() == number)
                .isPresent()) return false;
        Model model = ModelFile.parse("model " + number, active.get().text());
        store.relation().folders().use(number, new Fold(model, rules()));
        return true;
    }

    /// The rules of perception that hold: those of the preset, with the organisation's own over them.
    public RuleSet rules() throws Refusal {
        RuleSet preset = store.settings().organisation().preset().rules();
        Optional<String> own = store.ruleFiles().active();
        return own.isEmpty() ? preset : RuleFile.parse("the organisation's rules", own.get(), preset);
    }

    /// Makes a model of what the organisation has decided by now, counts what is usual in its events, and believes by it from
    /// now on.
    public void countAnew(Instant now) throws Refusal {
        make(true, now);
        takeUp();
    }

    /// Believes by a model that was learned, from now on. What it learned stays when something is decided later and what is usual
    /// is counted anew.
    ///
    /// @param learned text of a model file
    /// @throws Refusal when it is none, or in another mode than the organisation's
    public void believeBy(String learned, Instant now) throws Refusal {
        Model model = ModelFile.parse("the learned model", learned);
        Mode mode = store.settings().organisation().mode();
        if (model.mode() != mode)
            throw new Refusal(
                    Refusal.Kind.USE,
                    "the learned model: expected mode " + mode.word() + ", as the organisation has it, found "
                            + model.mode().word() + ".");
        store.models().activate(learned, Origin.FITTED, now);
        takeUp();
    }

    private void make(boolean counting, Instant now) throws Refusal {
        Organisation decided = store.settings().organisation();
        Model builtIn = Model.builtIn(decided.zone(), decided.mode()).inCurrency(decided.currency());
        Optional<Models.Kept> learned = store.models().active().filter(each -> each.origin() == Origin.FITTED);
        if (learned.isPresent()) {
            Model before = ModelFile.parse(
                    "model " + learned.get().number(), learned.get().text());
            builtIn = builtIn.with(before.parameters()).with(before.rhythm());
        }
        Origin origin = learned.isPresent() ? Origin.FITTED : Origin.COUNTED;
        if (!counting) {
            store.models().activate(ModelFile.text(builtIn), Origin.BUILT_IN, now);
            return;
        }
        Counting counted = store.relation().folders().count(new Fold(builtIn, rules()), now);
        store.settings().propose(counted.proposal());
        store.models().activate(ModelFile.text(builtIn.with(counted.usual())), origin, now);
    }

    /// Looks again which mode the events suggest, as after an import.
    public void propose(Instant now) throws Refusal {
        if (store.relation().folders().inForce().isEmpty()) return;
        store.settings()
                .propose(store.relation()
                        .folders()
                        .count(store.relation().folders().inForce().get().fold(), now)
                        .proposal());
    }

    /// Does everything there is to be done: for commands, which wait for it.
    public void settle(Instant now) throws Refusal {
        keepUp(now);
        store.relation().folders().settle(now);
    }
}
