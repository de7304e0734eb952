package hecht.app.web.signin;

import hecht.app.security.Onward;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.Pages;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/sign-in`: name, password, one button, and one message for whatever failed. What the form sends is taken by security.
@Controller
class SignInPage {
    private final Pages pages;

    SignInPage(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/sign-in")
    String signIn(
            HttpServletRequest request,
            Model model,
            @RequestParam(name = Onward.TO, defaultValue = "") String to,
            @RequestParam(name = "failed", required = false) @Nullable String failed) {
        model.addAttribute("page", pages.of(request, Area.NONE, SignInPage.class, "signin.title"));
        model.addAttribute("to", to);
        model.addAttribute("failed", failed != null);
        return "signin/sign-in";
    }
}
