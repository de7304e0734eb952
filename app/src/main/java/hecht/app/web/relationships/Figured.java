package hecht.app.web.relationships;

import hecht.app.web.chart.Bands;
import hecht.app.web.chart.Plate;
import hecht.app.words.Figures;
import hecht.app.words.Phrases;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.store.relation.Discretion;
import hecht.store.relation.Pulse;
import hecht.store.relation.PulseMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What of the list is shown to those who see figures and not people: the sentence and the distribution, by segment and region
/// as Pulse offers them, and nothing of fewer than thirty nor of all but fewer than thirty.
///
/// @param fields of the form  @param chart null where too few stand behind it
public record Figured(
        List<ListView.Field> fields,
        String sentence,
        String rest,
        @Nullable Plate chart,
        String empty) {
    private static final int FEWEST = Discretion.FEWEST;
    private static final int BAND = 10;

    public Figured {
        fields = List.copyOf(fields);
    }

    /// @param pulse of the segment and region asked for, in the newest month; empty where there are no figures of them
    /// @param isTold whether this reader may be told of them
    static Figured of(
            Optional<Pulse> pulse,
            boolean isTold,
            ListView.Offered offered,
            Map<String, String> parameters,
            Model model,
            Phrases phrases,
            Said say) {
        List<ListView.Field> fields = ListView.figureFields(parameters, offered, say);
        if (pulse.isEmpty() || !isTold) return new Figured(fields, "", "", null, say.say("relationships.few", FEWEST));
        PulseMonth month = pulse.get().month();
        Figures figures = phrases.figures();
        return new Figured(
                fields,
                sentence(month, model, phrases, say),
                say.say(phrases.isFitted() ? "relationships.fitted" : "relationships.not-fitted"),
                plate(pulse.get(), figures, phrases, say, parameters),
                "");
    }

    private static String sentence(PulseMonth month, Model model, Phrases phrases, Said say) {
        List<String> said = new ArrayList<>();
        said.add(say.say("relationships.sentence.all", month.customers()));
        if (isFigure(month.customers() - month.inView(), month.customers()))
            said.add(say.say("relationships.sentence.silent", month.customers() - month.inView()));
        PulseMonth.Leavers leavers = month.leavers();
        if (model.mode() == Mode.CONTRACT && phrases.countsInHundreds())
            said.add(say.say(
                    "relationships.sentence.leaving",
                    Math.round(leavers.open()),
                    Math.round(Math.max(0, leavers.open() - 1.645 * leavers.openError())),
                    Math.round(Math.min(month.customers(), leavers.open() + 1.645 * leavers.openError()))));
        return String.join(" ", said);
    }

    /// Neither a group of fewer than thirty, nor all but fewer than thirty.
    private static boolean isFigure(int some, int all) {
        return (some == 0 || some >= FEWEST) && (all - some == 0 || all - some >= FEWEST);
    }

    private static Plate plate(
            Pulse pulse, Figures figures, Phrases phrases, Said say, Map<String, String> parameters) {
        PulseMonth month = pulse.month();
        boolean split = isFigure(month.inView(), month.customers());
        List<Bands.Band> bands = bands(pulse.health(), split);
        String title = say.say("relationships.distribution");
        String finding = phrases.countsInHundreds()
                ? say.say(
                        "relationships.distribution.finding",
                        month.customers(),
                        figures.tenths(month.health()),
                        figures.tenths(month.low()),
                        figures.tenths(month.high()))
                : say.say("relationships.sentence.all", month.customers());
        Bands chart = new Bands(say.messages(), figures, title, finding, bands, split);
        return new Plate(chart, "/relationships/bands.csv" + query(parameters), say.messages());
    }

    private static String query(Map<String, String> parameters) {
        Map<String, String> asked = new java.util.LinkedHashMap<>();
        for (String name : List.of("segment", "region"))
            if (!parameters.getOrDefault(name, "").isBlank()) asked.put(name, parameters.get(name));
        return Asked.query(asked);
    }

    /// Bands of ten points, joined until each stands for at least thirty, of those in view and of those not.
    static List<Bands.Band> bands(List<Pulse.Bin> bins, boolean split) {
        long[][] counts = new long[100 / BAND + 1][2];
        for (Pulse.Bin each : bins)
            counts[Math.clamp(each.point() / BAND, 0, counts.length - 1)][each.inView() || !split ? 0 : 1] +=
                    each.customers();
        counts[counts.length - 2][0] += counts[counts.length - 1][0]; // a health of 100 belongs to the last band
        counts[counts.length - 2][1] += counts[counts.length - 1][1];
        List<Bands.Band> bands = new ArrayList<>();
        Bands.Band open = null;
        for (int i = 0; i < counts.length - 1; i++) {
            if (open == null && counts[i][0] + counts[i][1] == 0) continue;
            int from = open == null ? i * BAND : open.from();
            open = new Bands.Band(
                    from,
                    (i + 1) * BAND,
                    counts[i][0] + (open == null ? 0 : open.inView()),
                    counts[i][1] + (open == null ? 0 : open.notInView()));
            if (isEnough(open)) {
                bands.add(open);
                open = null;
            }
        }
        if (open != null && open.inView() + open.notInView() > 0) join(bands, open);
        return bands;
    }

    private static boolean isEnough(Bands.Band of) {
        return (of.inView() == 0 || of.inView() >= FEWEST) && (of.notInView() == 0 || of.notInView() >= FEWEST);
    }

    private static void join(List<Bands.Band> bands, Bands.Band last) {
        if (bands.isEmpty()) {
            bands.add(last);
            return;
        }
        Bands.Band before = bands.removeLast();
        bands.add(new Bands.Band(
                before.from(), last.to(), before.inView() + last.inView(), before.notInView() + last.notInView()));
    }
}
