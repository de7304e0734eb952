package hecht.app.web.setup.organisation;

import hecht.app.security.Refused;
import hecht.app.security.Who;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.Pages;
import hecht.core.event.Choice;
import hecht.core.event.Purpose;
import hecht.core.perception.Preset;
import hecht.core.relation.Mode;
import hecht.files.Refusal;
import hecht.files.RuleFile;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// `/setup/organisation`: each part is a form of its own, so that what is wrong with one leaves the others alone.
@Controller
class OrganisationPage {
    static final int LONGEST_NAME = 80;
    static final int LONGEST_PURPOSE = 300;
    static final int LONGEST_MOMENT = 60;

    private static final String HERE = "redirect:/setup/organisation";
    private static final String SAID = "said";
    private static final int LONGEST_RULES = 200_000;

    private final Pages pages;
    private final Decisions decisions;

    OrganisationPage(Pages pages, Decisions decisions) {
        this.pages = pages;
        this.decisions = decisions;
    }

    /// The first of the pages under Setup is where its menu leads.
    @GetMapping("/setup")
    String first() {
        return HERE;
    }

    @GetMapping("/setup/organisation")
    String show(HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.of(request, Area.SETUP, OrganisationPage.class, "organisation.title"));
        model.addAttribute("it", decisions.all());
        if (!model.containsAttribute(SAID)) model.addAttribute(SAID, Typed.NOTHING);
        return "setup/organisation";
    }

    @PostMapping("/setup/organisation")
    String who(
            Who who,
            @RequestParam("name") String written,
            @RequestParam("zone") String zone,
            @RequestParam("currency") String currency,
            RedirectAttributes afterwards) {
        String name = written.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) return said(afterwards, "organisation.said.name");
        Optional<ZoneId> read = zone(zone.strip());
        if (read.isEmpty()) return said(afterwards, "organisation.said.zone");
        Optional<String> code = currency(currency.strip());
        if (code.isEmpty()) return said(afterwards, "organisation.said.currency");
        boolean anew = decisions.change(
                who, before -> before.named(name).in(read.get()).inCurrency(code.get()));
        return said(afterwards, anew);
    }

    /// One with a name: an offset knows no summer.
    private static Optional<ZoneId> zone(String written) {
        if (!ZoneId.getAvailableZoneIds().contains(written)) return Optional.empty();
        try {
            return Optional.of(ZoneId.of(written));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> currency(String written) {
        try {
            return Optional.of(
                    Currency.getInstance(written.toUpperCase(Locale.ROOT)).getCurrencyCode());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @PostMapping("/setup/organisation/mode")
    String mode(Who who, @RequestParam("mode") String word, RedirectAttributes afterwards) {
        Mode mode = chosen(Mode.class, word);
        return said(afterwards, decisions.change(who, before -> before.with(mode)));
    }

    @PostMapping(path = "/setup/organisation/rules", params = "do=check")
    String check(
            @RequestParam("preset") String word, @RequestParam("rules") String typed, RedirectAttributes afterwards) {
        Preset preset = chosen(Preset.class, word);
        String rules = rules(typed);
        String why = wrong(preset, rules);
        return typed(
                afterwards,
                new Typed(
                        why.isEmpty() ? "organisation.said.rules.right" : "organisation.said.rules",
                        why,
                        preset,
                        rules));
    }

    @PostMapping(path = "/setup/organisation/rules", params = "do=save")
    String rules(
            Who who,
            @RequestParam("preset") String word,
            @RequestParam("rules") String typed,
            RedirectAttributes afterwards) {
        Preset preset = chosen(Preset.class, word);
        String rules = rules(typed);
        String why = wrong(preset, rules);
        if (!why.isEmpty()) return typed(afterwards, new Typed("organisation.said.rules", why, preset, rules));
        return said(afterwards, decisions.rule(who, preset, rules));
    }

    private static String rules(String typed) {
        if (typed.length() > LONGEST_RULES) throw new Refused(Refused.Kind.WRONG);
        return typed.replace("\r\n", "\n").stripTrailing();
    }

    /// What keeps these rules from being used; empty when nothing does.
    private static String wrong(Preset preset, String rules) {
        if (rules.isBlank()) return "";
        try {
            RuleFile.parse("rules.yaml", rules, preset.rules());
            return "";
        } catch (Refusal e) {
            return e.sentence();
        }
    }

    @PostMapping(path = "/setup/organisation/kinds", params = "do=on")
    String on(
            Who who,
            @RequestParam("kind") String word,
            @RequestParam("purpose") String written,
            RedirectAttributes afterwards) {
        String purpose = written.strip();
        if (purpose.isEmpty() || purpose.length() > LONGEST_PURPOSE)
            return said(afterwards, "organisation.said.purpose");
        decisions.keep(who, chosen(Purpose.class, word), purpose);
        return said(afterwards, false);
    }

    @PostMapping(path = "/setup/organisation/kinds", params = "do=off")
    String off(Who who, @RequestParam("kind") String word, RedirectAttributes afterwards) {
        decisions.drop(who, chosen(Purpose.class, word));
        return said(afterwards, false);
    }

    @PostMapping("/setup/organisation/moments")
    String moment(
            Who who,
            @RequestParam("day") String written,
            @RequestParam("text") String typed,
            RedirectAttributes afterwards) {
        String text = typed.strip();
        LocalDate day = day(written);
        if (day == null || text.isEmpty() || text.length() > LONGEST_MOMENT)
            return said(afterwards, "organisation.said.moment");
        decisions.write(who, day, text);
        return said(afterwards, false);
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @PostMapping("/setup/organisation/moments/remove")
    String removed(Who who, @RequestParam("number") int number, RedirectAttributes afterwards) {
        decisions.remove(who, number);
        return said(afterwards, false);
    }

    @PostMapping("/setup/organisation/count")
    String count(Who who, RedirectAttributes afterwards) {
        decisions.countAnew(who);
        return said(afterwards, "organisation.said.counting");
    }

    /// The model as a file of the command: with it `hecht digest` says of files what the server says of the same events.
    @GetMapping("/setup/organisation/model.json")
    ResponseEntity<String> model() {
        String text = decisions.model().orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("model.json")
                                .build()
                                .toString())
                .body(text);
    }

    private static String said(RedirectAttributes afterwards, boolean anew) {
        return said(afterwards, anew ? "organisation.said.refolding" : "organisation.said.saved");
    }

    private static String said(RedirectAttributes afterwards, String key) {
        return typed(afterwards, new Typed(key, "", null, null));
    }

    private static String typed(RedirectAttributes afterwards, Typed said) {
        afterwards.addFlashAttribute(SAID, said);
        return HERE;
    }

    private static <E extends Enum<E> & Choice> E chosen(Class<E> type, String word) {
        return Choice.read(type, word).orElseThrow(() -> new Refused(Refused.Kind.WRONG));
    }
}
