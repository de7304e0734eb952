package hecht.app.web.setup.erasures;

import hecht.app.web.layout.Area;
import hecht.app.web.layout.Pages;
import hecht.store.Store;
import hecht.store.event.Erasures.Done;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// `/setup/erasures`: what is left of who was erased, a moment each. Erasing itself is done on the page of the customer.
@Controller
class ErasuresPage {
    private static final int MOST = 500;

    private final Pages pages;
    private final Store store;

    ErasuresPage(Pages pages, Store store) {
        this.pages = pages;
        this.store = store;
    }

    @GetMapping("/setup/erasures")
    String erasures(HttpServletRequest request, Model model) {
        List<Done> found = store.erasures().latest(MOST + 1);
        boolean more = found.size() > MOST;
        model.addAttribute("page", pages.of(request, Area.SETUP, ErasuresPage.class, "erasures.title"));
        model.addAttribute("erasures", more ? found.subList(0, MOST) : found);
        model.addAttribute("more", more);
        return "setup/erasures";
    }
}
