package hecht.app.web.setup.organisation;

import hecht.core.perception.Preset;
import org.jspecify.annotations.Nullable;

/// What the form before this page did.
///
/// @param key of the sentence; empty when nothing is to be said
/// @param why what is wrong with the rules, in English as the command says it; empty when nothing is
/// @param preset,rules as they stand in the form, not saved; null: as they are
public record Typed(
        String key,
        String why,
        @Nullable Preset preset,
        @Nullable String rules) {
    static final Typed NOTHING = new Typed("", "", null, null);

    public Preset preset(Preset saved) {
        return preset == null ? saved : preset;
    }

    public String rules(String saved) {
        return rules == null ? saved : rules;
    }
}
