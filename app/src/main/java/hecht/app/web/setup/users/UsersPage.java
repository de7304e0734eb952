package hecht.app.web.setup.users;

import hecht.app.security.Refused;
import hecht.app.security.Who;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.Pages;
import hecht.app.web.setup.Said;
import hecht.core.event.Choice;
import hecht.store.access.AccountName;
import hecht.store.access.Change;
import hecht.store.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// `/setup/users`: for owners.
@Controller
class UsersPage {
    private static final String HERE = "redirect:/setup/users";

    private final Pages pages;
    private final Users users;

    UsersPage(Pages pages, Users users) {
        this.pages = pages;
        this.users = users;
    }

    @GetMapping("/setup/users")
    String users(HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.of(request, Area.SETUP, UsersPage.class, "users.title"));
        model.addAttribute("users", users.all());
        model.addAttribute("now", users.now());
        Said.take(model);
        return "setup/users";
    }

    @PostMapping("/setup/users")
    String add(
            Who who,
            @RequestParam("name") String written,
            @RequestParam("role") String role,
            RedirectAttributes afterwards) {
        Optional<AccountName> name = AccountName.read(written);
        if (name.isEmpty()) return said(afterwards, "users.said.name", "", "");
        Optional<String> link = users.add(who, name.get(), role(role));
        return link.isPresent()
                ? said(afterwards, "users.said.added", name.get().text(), absolute(link.get()))
                : said(afterwards, "users.said.exists", name.get().text(), "");
    }

    @PostMapping("/setup/users/role")
    String role(
            Who who,
            @RequestParam("name") String name,
            @RequestParam("role") String role,
            RedirectAttributes afterwards) {
        return changed(users.setRole(who, known(name), role(role)), "users.said.role", name, afterwards);
    }

    @PostMapping("/setup/users/reset")
    String reset(Who who, @RequestParam("name") String name, RedirectAttributes afterwards) {
        String link = users.reset(who, known(name)).orElseThrow(() -> new Refused(Refused.Kind.CONFLICT));
        return said(afterwards, "users.said.reset", name, absolute(link));
    }

    @PostMapping("/setup/users/remove")
    String remove(Who who, @RequestParam("name") String name, RedirectAttributes afterwards) {
        return changed(users.remove(who, known(name)), "users.said.removed", name, afterwards);
    }

    private static String changed(Change change, String done, String name, RedirectAttributes afterwards) {
        return switch (change) {
            case DONE -> said(afterwards, done, name, "");
            case LAST_OWNER -> said(afterwards, "users.said.last-owner", name, "");
            case UNKNOWN -> throw new Refused(Refused.Kind.CONFLICT);
        };
    }

    private static String said(RedirectAttributes afterwards, String key, String about, String link) {
        new Said(key, about, link).leave(afterwards);
        return HERE;
    }

    private static AccountName known(String name) {
        return AccountName.read(name).orElseThrow(() -> new Refused(Refused.Kind.WRONG));
    }

    private static Role role(String word) {
        return Choice.read(Role.class, word).orElseThrow(() -> new Refused(Refused.Kind.WRONG));
    }

    /// As the browser that made it reaches us; whoever gets it most likely does so too.
    private static String absolute(String link) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(link).toUriString();
    }
}
