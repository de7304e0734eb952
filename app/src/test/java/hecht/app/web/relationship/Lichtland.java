package hecht.app.web.relationship;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import hecht.app.ingest.Histories;
import hecht.app.ingest.Terms;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.MadeUp;
import hecht.app.web.layout.SignedIn;
import hecht.app.words.Figures;
import hecht.app.words.Language;
import hecht.app.words.Messages;
import hecht.app.words.Phrases;
import hecht.core.event.Event;
import hecht.core.perception.Preset;
import hecht.core.perception.RuleSet;
import hecht.core.relation.Fold;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Walk;
import hecht.files.Input;
import hecht.files.Progress;
import hecht.files.Rejects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Relationships of `examples/lichtland.csv`, and their pages as the compiled templates write them.
final class Lichtland {
    static final String ANNEKE = "LL-0048213";
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    static final RuleSet RULES = Preset.ENERGY.rules();

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Lichtland.class.getClassLoader(), "hecht.app.web.jte");

    private Lichtland() {}

    static Life life(String customer) {
        return life(customer, Mode.CONTRACT);
    }

    static Life life(String customer, Mode mode) {
        Terms terms = Terms.of(MadeUp.ZONE, NOW);
        try (Input input = Input.open(
                        List.of("../examples/lichtland.csv"),
                        new Input.Settings(null, MadeUp.ZONE, NOW.plus(Duration.ofDays(1))));
                Rejects rejects = Rejects.forgotten(input);
                Histories histories = Histories.read(input, terms, rejects, Progress.SILENT)) {
            Model model = histories.counted(Model.builtIn(MadeUp.ZONE, mode), RULES, Progress.SILENT);
            List<Event> events = histories.of(customer).orElseThrow().events();
            Fold fold = new Fold(model, RULES);
            return Life.of(fold, customer, new Walk(fold).drawn(events, histories.asOf()), histories.asOf());
        } catch (hecht.files.Refusal e) {
            throw new AssertionError(e);
        }
    }

    /// A made-up customer's, with nothing counted.
    static Life life(String customer, List<Event> events, Instant asOf) {
        Fold fold = new Fold(Model.builtIn(MadeUp.ZONE, Mode.CONTRACT), RULES);
        return Life.of(fold, customer, new Walk(fold).drawn(events, asOf), asOf);
    }

    static Portrait portrait(Life life, Language language, @Nullable String from, @Nullable String to) {
        Messages words = MadeUp.words(language, Portrait.class);
        Phrases phrases =
                new Phrases(words, new Figures(words, MadeUp.ZONE), life.fold().model());
        return Portrait.of(
                life,
                Window.of(from, to, life, MadeUp.ZONE),
                new Spoken(words, phrases, life.fold().rules()),
                phrases,
                "");
    }

    static String page(Life life, Language language, SignedIn.Role role) {
        return render(
                "relationship/page.jte",
                language,
                role,
                Map.of(
                        "it",
                        portrait(life, language, null, null),
                        "form",
                        ConversationForm.empty("2026-10-29", false)));
    }

    static String render(String template, Language language, SignedIn.Role role, Map<String, Object> more) {
        Messages words = MadeUp.words(language, Portrait.class);
        Map<String, Object> all = new java.util.HashMap<>(more);
        all.put("page", MadeUp.page(words, Area.RELATIONSHIPS, "Anneke Terpstra", role));
        StringOutput out = new StringOutput();
        TEMPLATES.render(template, all, out);
        return out.toString();
    }
}
