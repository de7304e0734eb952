package hecht.app.web.signin;

import hecht.app.security.Invitations;
import hecht.app.security.Passwords;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.Page;
import hecht.app.web.layout.Pages;
import hecht.store.access.AccountName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// `/link/{secret}`: choose a password, once.
@Controller
class LinkPage {
    private static final String COMPLAINT = "complaint";

    private final Pages pages;
    private final Invitations invitations;

    LinkPage(Pages pages, Invitations invitations) {
        this.pages = pages;
        this.invitations = invitations;
    }

    @GetMapping("/link/{link}")
    String show(
            @PathVariable("link") String link, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<AccountName> whose = invitations.works(link, request);
        if (whose.isEmpty()) return dead(request, response, model);
        model.addAttribute("page", page(request, "signin.link.title"));
        model.addAttribute("link", link);
        model.addAttribute("name", whose.get().text());
        model.addAttribute(COMPLAINT, model.asMap().getOrDefault(COMPLAINT, ""));
        return "signin/link";
    }

    @PostMapping("/link/{link}")
    String choose(
            @PathVariable("link") String link,
            @RequestParam("password") String password,
            @RequestParam("again") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes afterwards) {
        return switch (invitations.choose(link, password, again, request, response)) {
            case Invitations.Choice.Taken() -> "redirect:/";
            case Invitations.Choice.Dead() -> dead(request, response, model);
            case Invitations.Choice.Unequal() -> again(link, "signin.link.unequal", afterwards);
            case Invitations.Choice.Flawed(var flaw) -> again(link, key(flaw), afterwards);
        };
    }

    private static String key(Passwords.Flaw flaw) {
        return "signin.link." + flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String again(String link, String key, RedirectAttributes afterwards) {
        afterwards.addFlashAttribute(COMPLAINT, key);
        return "redirect:/link/" + link;
    }

    private String dead(HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_GONE);
        model.addAttribute("page", page(request, "signin.dead.title"));
        return "signin/dead";
    }

    private Page page(HttpServletRequest request, String title) {
        return pages.of(request, Area.NONE, SignInPage.class, title);
    }
}
