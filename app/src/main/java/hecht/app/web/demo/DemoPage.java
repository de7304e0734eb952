package hecht.app.web.demo;

import hecht.app.ingest.LichtlandLoading;
import hecht.app.ingest.LichtlandLoading.Seen;
import hecht.app.ingest.LichtlandLoading.Step;
import hecht.app.security.Audit;
import hecht.app.security.Who;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.Pages;
import hecht.demo.Lichtland;
import hecht.store.access.Act;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// `/demo`: Lichtland comes into an empty store, is watched on its way, and is removed again.
@Controller
class DemoPage {
    private final LichtlandLoading lichtland;
    private final Pages pages;
    private final Audit audit;

    DemoPage(LichtlandLoading lichtland, Pages pages, Audit audit) {
        this.lichtland = lichtland;
        this.pages = pages;
        this.audit = audit;
    }

    @GetMapping("/demo")
    String way(HttpServletRequest request, Model model) {
        Seen seen = lichtland.seen();
        if (!seen.isRunning() && seen.step() != Step.FAILED) return "redirect:/pulse";
        model.addAttribute("page", pages.of(request, Area.PULSE, DemoPage.class, "demo.title"));
        model.addAttribute("way", Way.of(seen));
        return "demo/way";
    }

    @PostMapping("/demo")
    String load(Who who) {
        if (!lichtland.isPossible()) return "redirect:/pulse";
        if (lichtland.begin(Lichtland.demo())) audit.did(who, Act.DEMO_LOADED, "");
        return "redirect:/demo";
    }

    @PostMapping("/demo/remove")
    String remove(Who who) {
        lichtland.remove();
        audit.did(who, Act.DEMO_REMOVED, "");
        return "redirect:/pulse";
    }
}
