package hecht.app.ingest;

import hecht.core.event.Choice;
import hecht.core.perception.Preset;
import hecht.core.perception.RuleSet;
import hecht.core.relation.Fold;
import hecht.core.relation.Model;
import hecht.files.ModelFile;
import hecht.files.Refusal;
import hecht.files.RuleFile;
import hecht.store.Store;
import hecht.store.setup.Organisation;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// By what an organisation's relationships are judged, as texts that can be sent.
///
/// @param model of a model file  @param preset whose rules hold  @param rules the organisation's own over them, YAML; null for none
/// @param asOf the moment up to which events count
public record Judgement(
        String model, String preset, @Nullable String rules, Instant asOf) {
    /// What holds in a store; empty before anything was imported.
    public static Optional<Judgement> of(Store store, Instant now) {
        Organisation organisation = store.settings().organisation();
        return store.models()
                .active()
                .map(active -> new Judgement(
                        active.text(),
                        organisation.preset().word(),
                        store.ruleFiles().active().orElse(null),
                        store.events().totals().asOf(organisation.zone(), now)));
    }

    /// @throws Refusal when the texts are none of this hecht
    public Fold fold() throws Refusal {
        Model read = ModelFile.parse("the active model", model);
        RuleSet base = Choice.read(Preset.class, preset).orElse(Preset.ENERGY).rules();
        return new Fold(read, rules == null ? base : RuleFile.parse("the active rules", rules, base));
    }
}
