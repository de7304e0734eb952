package hecht.app.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of keys, and the switch for those of one letter: who speaks to the computer, or trembles, may not want them.
@Controller
class KeysPage {
    private final Pages pages;

    KeysPage(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/keys")
    String keys(HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.of(request, Area.NONE, Pages.class, "layout.keys"));
        return "layout/keys";
    }

    @PostMapping("/keys")
    String switched(@RequestParam("keys") String wanted, HttpServletRequest request, HttpServletResponse response) {
        Remembering.keep(request, response, Reading.KEYS, wanted.equals(Reading.OFF) ? Reading.OFF : "on");
        return "redirect:/keys";
    }
}
