package hecht.files;

import hecht.core.episode.Encounter;
import hecht.core.event.Choice;
import hecht.core.event.Words;
import hecht.core.relation.Matrix;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Observation;
import hecht.core.relation.Parameters;
import hecht.core.relation.RhythmParameters;
import hecht.core.relation.Usual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

/// A model as a JSON file that a person can read, compare and keep. Numbers are written with as many digits as they need to
/// be the same again, so that what is read folds to the same digests as what was written.
///
/// Axes are those of [Parameters]: `answers` is `[condition][detractor, passive, promoter]`, a move `[from][to]`; rates are
/// a year, those of `rhythm` a week.
public final class ModelFile {
    /// Of the format; a reader refuses what it does not know.
    static final int VERSION = 1;

    private ModelFile() {}

    /// @throws Refusal `USE`, naming the field that cannot be
    public static Model read(Path json) throws Refusal {
        return model(Json.read(json));
    }

    /// The same from the text of such a file.
    ///
    /// @param name what to call it in a sentence
    public static Model parse(String name, String json) throws Refusal {
        return model(Json.parse(name, json));
    }

    private static Model model(Json file) throws Refusal {
        Json version = file.at("hecht_model");
        if (version.number() != VERSION)
            throw version.refuse(
                    "" + VERSION,
                    version.toString(),
                    version.number() > VERSION ? "it is of a newer version of hecht" : "it is of no version of hecht");
        Model model = file.made(() -> new Model(
                zone(file.at("zone")),
                file.at("currency").text(),
                mode(file.at("mode")),
                parameters(file.at("parameters")),
                rhythm(file.at("rhythm")),
                usual(file.at("usual"))));
        file.refuseUnread();
        return model;
    }

    private static ZoneId zone(Json written) throws Refusal {
        try {
            return ZoneId.of(written.text());
        } catch (java.time.DateTimeException e) {
            throw written.refuse("a zone such as Europe/Amsterdam", written.text(), "");
        }
    }

    private static Mode mode(Json written) throws Refusal {
        Mode mode = Choice.read(Mode.class, written.text()).orElse(null);
        if (mode == null) throw written.refuse(Words.anyOf(Choice.words(Mode.class)), written.text(), "");
        return mode;
    }

    private static Parameters parameters(Json from) throws Refusal {
        Map<Encounter, Matrix> moves = new EnumMap<>(Encounter.class);
        for (Encounter each : Encounter.values())
            moves.put(each, from.at("moves").at(each.word()).matrix());
        return from.made(() -> new Parameters(
                from.at("start").row(),
                from.at("won_back").row(),
                from.at("leaving").row(),
                from.at("up").row(),
                from.at("down").row(),
                from.at("answering").row(),
                from.at("answers").matrix(),
                ownAnswers(from),
                moves));
    }

    private static Map<Observation, Matrix> ownAnswers(Json from) throws Refusal {
        Map<Observation, Matrix> tables = new EnumMap<>(Observation.class);
        if (!from.has("own_answers")) return tables;
        Json written = from.at("own_answers");
        for (Observation each : Observation.values())
            if (written.has(each.word()))
                tables.put(each, written.at(each.word()).matrix());
        return tables;
    }

    private static RhythmParameters rhythm(Json from) throws Refusal {
        return from.made(() -> new RhythmParameters(
                from.at("shape").number(),
                from.at("rate").number(),
                from.at("cool").number(),
                from.at("down").row(),
                from.at("up").row()));
    }

    private static Usual usual(Json from) throws Refusal {
        Map<Encounter, Double> rates = new EnumMap<>(Encounter.class);
        for (Encounter each : Encounter.values())
            rates.put(each, from.at("encounters").at(each.word()).number());
        return from.made(() -> new Usual(
                rates,
                from.at("answer_rate").number(),
                from.at("invitations_judged").flag(),
                from.at("locks_renewed").number(),
                from.at("counted").flag()));
    }

    /// @throws Refusal `SURROUNDINGS` when the file cannot be written; what was there before stays then
    public static void write(Model model, Path json) throws Refusal {
        try (PartFile part = PartFile.begin(json)) {
            try {
                Files.writeString(part.path(), text(model));
                part.finish();
            } catch (IOException e) {
                throw part.refusal(e);
            }
        }
    }

    /// What such a file holds.
    public static String text(Model model) {
        Parameters p = model.parameters();
        RhythmParameters r = model.rhythm();
        Usual u = model.usual();
        JsonText out = new JsonText();
        out.open();
        out.field("hecht_model", VERSION)
                .field("zone", model.zone().getId())
                .field("currency", model.currency())
                .field("mode", model.mode().word());
        out.open("usual");
        out.field("counted", u.counted())
                .field("answer_rate", u.answerRate())
                .field("invitations_judged", u.invitationsJudged())
                .field("locks_renewed", u.locksRenewed());
        out.open("encounters");
        for (Encounter each : Encounter.values())
            out.field(each.word(), u.encounters().getOrDefault(each, 0.0).doubleValue());
        out.close().close();
        out.open("parameters");
        out.row("start", p.start())
                .row("won_back", p.wonBack())
                .row("leaving", p.leaving())
                .row("up", p.up())
                .row("down", p.down())
                .row("answering", p.answering())
                .matrix("answers", p.answers());
        if (!p.ownAnswers().isEmpty()) {
            out.open("own_answers");
            for (Observation each : Observation.values()) {
                Matrix own = p.ownAnswers().get(each);
                if (own != null) out.matrix(each.word(), own);
            }
            out.close();
        }
        out.open("moves");
        for (Encounter each : Encounter.values()) out.matrix(each.word(), moves(p, each));
        out.close().close();
        out.open("rhythm");
        out.field("shape", r.shape())
                .field("rate", r.rate())
                .field("cool", r.cool())
                .row("down", r.down())
                .row("up", r.up());
        out.close().close();
        return out.toString();
    }

    private static Matrix moves(Parameters parameters, Encounter encounter) {
        Matrix moves = parameters.moves().get(encounter);
        if (moves == null) throw new IllegalStateException("moves of " + encounter.word() + " are missing");
        return moves;
    }
}
