package hecht.app.web.setup.organisation;

import hecht.app.living.Believing;
import hecht.app.security.Audit;
import hecht.app.security.Who;
import hecht.core.event.Purpose;
import hecht.core.perception.Preset;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Parameters;
import hecht.core.relation.RhythmParameters;
import hecht.files.ModelFile;
import hecht.files.Refusal;
import hecht.store.Store;
import hecht.store.access.Act;
import hecht.store.setup.Models;
import hecht.store.setup.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What the organisation decides, read and written. Whatever beliefs rest on gets a model of the next number, in the
/// transaction that changes it; by that the server's rhythm folds everybody anew, while what was believed goes on being shown.
@Component
final class Decisions {
    private static final String PURPOSE = "setup.purpose.";

    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

    private final Store store;
    private final Clock clock;
    private final Audit audit;

    Decisions(Store store, Clock clock, Audit audit) {
        this.store = store;
        this.clock = clock;
        this.audit = audit;
    }

    Decided all() {
        Organisation it = store.settings().organisation();
        return new Decided(
                it.name(),
                it.zone().getId(),
                it.currency(),
                it.preset(),
                store.ruleFiles().active().orElse(""),
                it.mode(),
                it.proposed(),
                store.models().active().map(Decisions::shown).orElse(null),
                Arrays.stream(Purpose.values()).map(each -> kind(each, it)).toList(),
                store.moments().all().stream()
                        .map(each -> new Decided.Moment(each.number(), each.day(), each.text()))
                        .toList());
    }

    private static Decided.ModelShown shown(Models.Kept kept) {
        Model model = parsed(kept);
        boolean fitted = model.mode() == Mode.CONTRACT
                ? !model.parameters().equals(Parameters.DEFAULT)
                : !model.rhythm().equals(RhythmParameters.DEFAULT);
        return new Decided.ModelShown(
                kept.number(), kept.made(), fitted, model.usual().counted());
    }

    private static Model parsed(Models.Kept kept) {
        try {
            return ModelFile.parse("model " + kept.number(), kept.text());
        } catch (Refusal e) {
            throw new IllegalStateException("the database holds a model that is none", e);
        }
    }

    private Decided.Kind kind(Purpose purpose, Organisation it) {
        if (!it.purposes().contains(purpose)) return new Decided.Kind(purpose, "");
        return new Decided.Kind(
                purpose, store.settings().get(PURPOSE + purpose.word()).orElse("–"));
    }

    /// @return whether everybody is folded anew
    boolean change(Who who, UnaryOperator<Organisation> how) {
        Mode before = store.settings().organisation().mode();
        boolean anew = changed(who, how);
        // What is usual was counted as the other mode lives it.
        if (anew && store.settings().organisation().mode() != before) count();
        return anew;
    }

    private boolean changed(Who who, UnaryOperator<Organisation> how) {
        return store.database().transaction(connection -> {
            Organisation before = store.settings().organisation();
            Organisation after = how.apply(before);
            store.settings().put(after);
            audit.did(who, Act.SETTING_CHANGED, difference(before, after));
            Models.Kept active = store.models().active().orElse(null);
            if (active == null) return false;
            Model model = parsed(active);
            Model wanted = suited(model, after);
            if (wanted == null) return false;
            store.models().activate(ModelFile.text(wanted), active.origin(), clock.instant());
            return true;
        });
    }

    /// The same model for what the organisation is now; null where it suits already.
    private static @Nullable Model suited(Model model, Organisation to) {
        if (model.zone().equals(to.zone()) && model.currency().equals(to.currency()) && model.mode() == to.mode())
            return null;
        return new Model(to.zone(), to.currency(), to.mode(), model.parameters(), model.rhythm(), model.usual());
    }

    private static String difference(Organisation before, Organisation after) {
        StringBuilder said = new StringBuilder();
        if (!before.name().equals(after.name())) said.append("name ");
        if (!before.zone().equals(after.zone()))
            said.append("zone ").append(after.zone()).append(' ');
        if (!before.currency().equals(after.currency()))
            said.append("currency ").append(after.currency()).append(' ');
        if (before.mode() != after.mode())
            said.append("mode ").append(after.mode().word());
        return said.toString().strip();
    }

    /// Counts again what is usual, in all events there are by now.
    void countAnew(Who who) {
        audit.did(who, Act.SETTING_CHANGED, "counted anew");
        count();
    }

    /// On a thread of its own: it folds everybody once. Until it is done, and should it not come to its end, the model that
    /// holds goes on holding.
    private void count() {
        Thread.ofPlatform().name("counting").daemon().start(() -> {
            try {
                new Believing(store).countAnew(clock.instant());
            } catch (Refusal e) {
                LOG.error("{}", e.sentence());
            } catch (RuntimeException e) {
                LOG.error(
                        "what is usual could not be counted ({})", e.getClass().getSimpleName());
            }
        });
    }

    /// Other rules of perception.
    ///
    /// @param rules as YAML that was looked at before; blank for none
    boolean rule(Who who, Preset preset, String rules) {
        return store.database().transaction(connection -> {
            store.settings().put(store.settings().organisation().with(preset));
            if (rules.isBlank()) store.ruleFiles().deactivate();
            else store.ruleFiles().activate(rules, clock.instant());
            audit.did(who, Act.RULES_SAVED, preset.word() + (rules.isBlank() ? "" : ", with rules of its own"));
            Models.Kept active = store.models().active().orElse(null);
            if (active == null) return false;
            store.models().activate(active.text(), active.origin(), clock.instant());
            return true;
        });
    }

    /// Lets something be kept, from now on; what was dropped before is gone.
    void keep(Who who, Purpose kind, String purpose) {
        store.database().transaction(connection -> {
            switchTo(kind, true);
            store.settings().put(PURPOSE + kind.word(), purpose);
            audit.did(who, Act.SETTING_CHANGED, kind.word() + " on, for: " + purpose);
            return true;
        });
    }

    void drop(Who who, Purpose kind) {
        store.database().transaction(connection -> {
            switchTo(kind, false);
            audit.did(who, Act.SETTING_CHANGED, kind.word() + " off");
            return true;
        });
    }

    private void switchTo(Purpose kind, boolean on) {
        Organisation it = store.settings().organisation();
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        purposes.addAll(it.purposes());
        if (on) purposes.add(kind);
        else purposes.remove(kind);
        store.settings().put(it.keeping(purposes));
    }

    void write(Who who, LocalDate day, String text) {
        store.moments().write(day, text);
        audit.did(who, Act.MOMENT_WRITTEN, day + " " + text);
    }

    void remove(Who who, int number) {
        store.moments().remove(number);
        audit.did(who, Act.SETTING_CHANGED, "moment removed");
    }

    /// The text of the model file by which everybody is folded.
    Optional<String> model() {
        return store.models().active().map(Models.Kept::text);
    }
}
