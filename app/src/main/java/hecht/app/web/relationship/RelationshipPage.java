package hecht.app.web.relationship;

import hecht.app.security.Audit;
import hecht.app.security.Refused;
import hecht.app.security.Who;
import hecht.app.web.chart.Plate;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.Page;
import hecht.app.web.layout.Pages;
import hecht.app.words.Phrases;
import hecht.app.words.Plain;
import hecht.core.relation.Drawn.Noticed;
import hecht.store.Store;
import hecht.store.access.Act;
import hecht.store.relation.Opened;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/relationships/{key}`: one relationship, its charts as CSV, its events, a conversation noted, and its erasure. Every look is
/// in the audit.
@Controller
class RelationshipPage {
    private final Store store;
    private final Pages pages;
    private final Audit audit;
    private final Clock clock;

    RelationshipPage(Store store, Pages pages, Audit audit, Clock clock) {
        this.store = store;
        this.pages = pages;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/relationships/{key}")
    String one(
            @PathVariable("key") String key,
            @RequestParam Map<String, String> parameters,
            Who who,
            HttpServletRequest request,
            Model model) {
        Life life = life(key);
        if (!new Addresses(life.customer()).page().equals("/relationships/" + key)) return moved(life, parameters);
        audit.looked(who, life.customer(), "relationship");
        ConversationForm form = ConversationForm.empty(today(life).toString(), parameters.containsKey("noted"));
        return show(life, form, parameters, request, model);
    }

    private String show(
            Life life, ConversationForm form, Map<String, String> parameters, HttpServletRequest request, Model model) {
        Page page = page(request, life);
        model.addAttribute("page", page);
        model.addAttribute("it", portrait(life, page, parameters));
        model.addAttribute("form", form);
        return "relationship/page";
    }

    @GetMapping("/relationships/{key}/{chart}.csv")
    ResponseEntity<String> chart(
            @PathVariable("key") String key,
            @PathVariable("chart") String chart,
            @RequestParam Map<String, String> parameters,
            Who who,
            HttpServletRequest request) {
        Life life = life(key);
        Plate plate = portrait(life, page(request, life), parameters)
                .chart(chart)
                .orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND));
        audit.didTo(who, Act.EXPORTED, life.customer(), plate.id() + ".csv");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + plate.id() + ".csv\"")
                .body(plate.table().csv());
    }

    @GetMapping("/relationships/{key}/events/{source}/{id}")
    String event(
            @PathVariable("key") String key,
            @PathVariable("source") String source,
            @PathVariable("id") String id,
            Who who,
            HttpServletRequest request,
            Model model) {
        Life life = life(key);
        Noticed event = life.event(read(source), read(id)).orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND));
        audit.looked(who, life.customer(), "event");
        Page page = page(request, life);
        Phrases phrases = new Phrases(page.words(), page.figures(), life.fold().model());
        model.addAttribute("page", page);
        model.addAttribute("name", Portrait.name(life));
        model.addAttribute(
                "it",
                EventView.of(
                        event,
                        life,
                        new Spoken(page.words(), phrases, life.fold().rules())));
        return "relationship/event";
    }

    @PostMapping("/relationships/{key}/conversations")
    String note(
            @PathVariable("key") String key,
            @RequestParam Map<String, String> parameters,
            Who who,
            HttpServletRequest request,
            Model model) {
        Life life = life(key);
        ConversationForm form = ConversationForm.read(parameters, today(life).toString());
        Page page = page(request, life);
        Conversation conversation = Conversation.of(form, life.customer(), clock.instant(), zone(life));
        return switch (conversation) {
            case Conversation.Wrong wrong -> {
                audit.looked(who, life.customer(), "relationship");
                yield show(life, form.with(page.say(wrong.key(), wrong.values().toArray())), Map.of(), request, model);
            }
            case Conversation.Said said -> {
                store.intake().take(java.util.List.of(said.event()));
                audit.didTo(who, Act.NOTED, life.customer(), "");
                yield "redirect:" + new Addresses(life.customer()).page() + "?noted";
            }
        };
    }

    @GetMapping("/relationships/{key}/erase")
    String askToErase(@PathVariable("key") String key, Who who, HttpServletRequest request, Model model) {
        Life life = life(key);
        audit.looked(who, life.customer(), "erasing");
        return erasing(life, "", request, model);
    }

    @PostMapping("/relationships/{key}/erase")
    String erase(
            @PathVariable("key") String key,
            @RequestParam(value = "number", defaultValue = "") String number,
            Who who,
            HttpServletRequest request,
            Model model) {
        Life life = life(key);
        if (!number.strip().equals(life.customer())) return erasing(life, "relationship.erase.differs", request, model);
        store.erasures().erase(life.customer(), clock.instant());
        audit.did(who, Act.ERASED, "one customer");
        return "redirect:/relationships";
    }

    private String erasing(Life life, String problem, HttpServletRequest request, Model model) {
        Page page = page(request, life);
        model.addAttribute("page", page);
        model.addAttribute("addresses", new Addresses(life.customer()));
        model.addAttribute("name", Portrait.name(life));
        model.addAttribute("problem", problem.isEmpty() ? "" : page.say(problem));
        return "relationship/erase";
    }

    // ---- from the store

    /// @throws Refused where there is no such customer
    private Life life(String key) {
        Opened opened = Plain.fromAddress(key)
                .flatMap(each -> store.relation().relationships().one(each, clock.instant()))
                .orElseThrow(() -> new Refused(Refused.Kind.NO_CUSTOMER));
        return Life.of(opened.fold(), opened.customer(), opened.drawn(), opened.asOf());
    }

    private static String read(String part) {
        return Plain.fromAddress(part).orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND));
    }

    /// A key that was merged into another leads to that one.
    private static String moved(Life life, Map<String, String> parameters) {
        String to = new Addresses(life.customer()).page();
        return "redirect:" + (parameters.containsKey("noted") ? to + "?noted" : to);
    }

    private Page page(HttpServletRequest request, Life life) {
        return pages.of(request, Area.RELATIONSHIPS, Portrait.class, "relationship.title")
                .titled(Portrait.name(life));
    }

    private static Portrait portrait(Life life, Page page, Map<String, String> parameters) {
        Phrases phrases = new Phrases(page.words(), page.figures(), life.fold().model());
        String from = parameters.get("from");
        String to = parameters.get("to");
        return Portrait.of(
                life,
                Window.of(from, to, life, zone(life)),
                new Spoken(page.words(), phrases, life.fold().rules()),
                phrases,
                query(from, to));
    }

    private static String query(@Nullable String from, @Nullable String to) {
        StringBuilder out = new StringBuilder();
        Optional.ofNullable(from).ifPresent(each -> out.append("from=").append(Page.encoded(each)));
        Optional.ofNullable(to)
                .ifPresent(each ->
                        out.append(out.isEmpty() ? "" : "&").append("to=").append(Page.encoded(each)));
        return out.toString();
    }

    private static ZoneId zone(Life life) {
        return life.fold().model().zone();
    }

    private LocalDate today(Life life) {
        return LocalDate.ofInstant(clock.instant(), zone(life));
    }
}
