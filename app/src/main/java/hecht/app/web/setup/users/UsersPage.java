package hecht.app.web.setup.users;

import hecht.app.security.Refused;
import hecht.app.security.Users;
import hecht.app.security.Users.Answer;
import hecht.app.security.Who;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.Pages;
import hecht.app.web.setup.Said;
import hecht.core.event.Choice;
import hecht.store.access.AccountName;
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
        if (name.isEmpty()) return said(new Said("users.said.name", "", ""), afterwards);
        return said(users.add(who, name.get(), role(role)), "users.said.added", name.get(), afterwards);
    }

    @PostMapping("/setup/users/role")
    String role(
            Who who,
            @RequestParam("name") String name,
            @RequestParam("role") String role,
            RedirectAttributes afterwards) {
        AccountName known = known(name);
        return said(users.setRole(who, known, role(role)), "users.said.role", known, afterwards);
    }

    @PostMapping("/setup/users/reset")
    String reset(Who who, @RequestParam("name") String name, RedirectAttributes afterwards) {
        AccountName known = known(name);
        return said(users.reset(who, known), "users.said.reset", known, afterwards);
    }

    @PostMapping("/setup/users/remove")
    String remove(Who who, @RequestParam("name") String name, RedirectAttributes afterwards) {
        AccountName known = known(name);
        return said(users.remove(who, known), "users.said.removed", known, afterwards);
    }

    private static String said(Answer answer, String done, AccountName name, RedirectAttributes afterwards) {
        String key = switch (answer.became()) {
            case DONE -> done;
            case EXISTS -> "users.said.exists";
            case LAST_OWNER -> "users.said.last-owner";
            case UNKNOWN -> throw new Refused(Refused.Kind.CONFLICT);
        };
        String link = answer.link().isEmpty() ? "" : absolute(answer.link());
        return said(new Said(key, name.text(), link), afterwards);
    }

    private static String said(Said said, RedirectAttributes afterwards) {
        said.leave(afterwards);
        return "redirect:/setup/users";
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
