package hecht.app.web.relationships;

import hecht.app.security.Audit;
import hecht.app.security.Refused;
import hecht.app.security.Who;
import hecht.app.web.chart.Plate;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.Page;
import hecht.app.web.layout.Pages;
import hecht.app.words.Phrases;
import hecht.core.relation.Fold;
import hecht.store.Store;
import hecht.store.access.Act;
import hecht.store.relation.Known;
import hecht.store.relation.Listing;
import hecht.store.relation.Order;
import hecht.store.relation.Pulses;
import hecht.store.relation.Relation;
import hecht.store.relation.Selected;
import hecht.store.relation.Selection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/relationships`: the list, its export and the views of one's own.
@Controller
class RelationshipsPage {
    private static final int LONGEST_NAME = 80;

    private final Store store;
    private final Pages pages;
    private final Audit audit;
    private final Clock clock;

    RelationshipsPage(Store store, Pages pages, Audit audit, Clock clock) {
        this.store = store;
        this.pages = pages;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/relationships")
    String list(@RequestParam Map<String, String> parameters, Who who, HttpServletRequest request, Model model) {
        Page page = pages.of(request, Area.RELATIONSHIPS, ListView.class, "relationships.title");
        model.addAttribute("page", page);
        Optional<Fold> fold = store.relation().folders().inForce().map(each -> each.fold());
        Optional<Known> known = store.relation().pulses().known();
        if (fold.isEmpty() || known.isEmpty()) return "relationships/empty";
        if (!who.seesPeople()) {
            model.addAttribute("it", figured(parameters, page, fold.get(), known.get()));
            return "relationships/figures";
        }
        Asked asked = Asked.read(parameters);
        model.addAttribute("it", view(asked, page, fold.get(), known.get(), problem(parameters)));
        audit.did(who, Act.LISTED, asked.after().isPresent() ? "relationships, a further page" : "relationships");
        return "relationships/list";
    }

    private Figured figured(Map<String, String> parameters, Page page, Fold fold, Known known) {
        Pulses pulses = store.relation().pulses();
        ZoneId zone = fold.model().zone();
        YearMonth newest = YearMonth.from(known.asOf().atZone(zone));
        Optional<String> segment = asked(parameters, "segment");
        Optional<String> region = asked(parameters, "region");
        return Figured.of(
                pulses.of(newest, segment, region, zone),
                pulses.discretion().allows(newest, segment.orElse(null), region.orElse(null)),
                offered(),
                parameters,
                fold.model(),
                new Phrases(page.words(), page.figures(), fold.model()),
                new Said(page.words()));
    }

    private static Optional<String> asked(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(each -> !each.isEmpty());
    }

    private ListView.Offered offered() {
        Pulses pulses = store.relation().pulses();
        return new ListView.Offered(pulses.regions(), pulses.segments());
    }

    /// The distribution as those see it who see figures.
    @GetMapping("/relationships/bands.csv")
    ResponseEntity<String> bands(@RequestParam Map<String, String> parameters, HttpServletRequest request) {
        Page page = pages.of(request, Area.RELATIONSHIPS, ListView.class, "relationships.title");
        Fold fold = fold();
        Plate chart = figured(parameters, page, fold, known()).chart();
        if (chart == null) throw new Refused(Refused.Kind.NOT_FOUND);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bands.csv\"")
                .body(chart.table().rounded(chart.chart().decimals()).csv());
    }

    private Fold fold() {
        return store.relation()
                .folders()
                .inForce()
                .map(each -> each.fold())
                .orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND));
    }

    private Known known() {
        return store.relation().pulses().known().orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND));
    }

    /// What a form before this one could not do.
    private static String problem(Map<String, String> parameters) {
        return parameters.containsKey("unnamed") ? "relationships.save.name-wrong" : "";
    }

    private ListView view(Asked asked, Page page, Fold fold, Known known, String problem) {
        Relation relation = store.relation();
        Order order = asked.order().orElse(ListView.usual(known));
        Listing listing = relation.relationships().list(asked.selection(), order, asked.after());
        Map<String, Selected> without = new LinkedHashMap<>();
        if (listing.rows().isEmpty())
            for (String each : asked.selection().parameters().keySet())
                without.put(
                        each,
                        relation.relationships().selected(asked.without(each).selection()));
        ListView.Found found = new ListView.Found(
                asked,
                listing,
                relation.relationships().selected(asked.selection()),
                known,
                relation.views().all(known),
                offered(),
                without,
                problem.isEmpty() ? "" : page.say(problem));
        return ListView.of(
                found,
                fold.model(),
                fold.rules(),
                new Phrases(page.words(), page.figures(), fold.model()),
                new Said(page.words()));
    }

    /// The same rows as the list, all of them, as a file.
    @GetMapping("/relationships.csv")
    void export(@RequestParam Map<String, String> parameters, Who who, HttpServletResponse response)
            throws IOException {
        Asked asked = Asked.read(parameters);
        Relation relation = store.relation();
        Order order = asked.order().orElse(ListView.usual(known()));
        audit.did(who, Act.EXPORTED, "relationships.csv, begun");
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"relationships.csv\"");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        Writer out = response.getWriter();
        out.write(Exported.HEADER);
        long[] rows = new long[1];
        relation.relationships().each(asked.selection(), order, each -> {
            try {
                out.write(Exported.row(each));
            } catch (IOException e) {
                throw new UncheckedIOException("the reader went away", e);
            }
            rows[0]++;
        });
        out.flush();
        audit.did(who, Act.EXPORTED, "relationships.csv, " + rows[0] + " rows");
    }

    @PostMapping("/relationships/views")
    String save(@RequestParam Map<String, String> parameters, Who who) {
        String name = parameters.getOrDefault("name", "").strip();
        Selection selection = Selection.read(parameters);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            String back = Asked.of(selection, 0).address();
            return "redirect:" + back + (back.contains("?") ? "&" : "?") + "unnamed";
        }
        Relation relation = store.relation();
        int id = relation.views().save(name, selection, known(), clock.instant());
        audit.did(who, Act.VIEW_SAVED, "view " + id);
        return "redirect:" + Asked.of(selection, id).address();
    }

    @PostMapping("/relationships/views/{id}/remove")
    String remove(@PathVariable("id") int id, Who who) {
        if (store.relation().views().remove(id)) audit.did(who, Act.VIEW_REMOVED, "view " + id);
        return "redirect:/relationships";
    }
}
