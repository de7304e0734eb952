package hecht.app.web.setup.tokens;

import hecht.app.security.Audit;
import hecht.app.security.Refused;
import hecht.app.security.Who;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.Pages;
import hecht.app.web.setup.Said;
import hecht.core.event.Choice;
import hecht.store.Store;
import hecht.store.access.Act;
import hecht.store.access.Right;
import hecht.store.access.Secret;
import hecht.store.access.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// `/setup/tokens`: make one, see it once, withdraw it.
@Controller
class TokensPage {
    private static final String HERE = "redirect:/setup/tokens";

    private final Pages pages;
    private final Store store;
    private final Clock clock;
    private final Audit audit;

    TokensPage(Pages pages, Store store, Clock clock, Audit audit) {
        this.pages = pages;
        this.store = store;
        this.clock = clock;
        this.audit = audit;
    }

    @GetMapping("/setup/tokens")
    String tokens(HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.of(request, Area.SETUP, TokensPage.class, "tokens.title"));
        model.addAttribute("tokens", store.access().tokens().all());
        Said.take(model);
        return "setup/tokens";
    }

    @PostMapping("/setup/tokens")
    String make(
            Who who,
            @RequestParam("name") String written,
            @RequestParam(name = "right", required = false, defaultValue = "") List<String> words,
            RedirectAttributes afterwards) {
        String name = written.strip();
        Set<Right> rights = rights(words);
        if (name.isEmpty() || name.length() > Tokens.LONGEST_NAME) return said(afterwards, "tokens.said.name", "", "");
        if (rights.isEmpty()) return said(afterwards, "tokens.said.rights", "", "");
        Optional<Secret> made = store.access().tokens().make(name, rights, who.name(), clock.instant());
        if (made.isEmpty()) return said(afterwards, "tokens.said.exists", name, "");
        audit.did(
                who,
                Act.TOKEN_MADE,
                name + ": " + rights.stream().map(Right::word).collect(Collectors.joining(", ")));
        return said(afterwards, "tokens.said.made", name, made.get().text());
    }

    @PostMapping("/setup/tokens/withdraw")
    String withdraw(Who who, @RequestParam("name") String name, RedirectAttributes afterwards) {
        if (!store.access().tokens().withdraw(name)) throw new Refused(Refused.Kind.CONFLICT);
        audit.did(who, Act.TOKEN_WITHDRAWN, name);
        return said(afterwards, "tokens.said.withdrawn", name, "");
    }

    private static Set<Right> rights(List<String> words) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (String each : words)
            rights.add(Choice.read(Right.class, each).orElseThrow(() -> new Refused(Refused.Kind.WRONG)));
        return rights;
    }

    private static String said(RedirectAttributes afterwards, String key, String about, String token) {
        new Said(key, about, token).leave(afterwards);
        return HERE;
    }
}
