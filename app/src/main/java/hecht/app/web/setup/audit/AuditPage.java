package hecht.app.web.setup.audit;

import hecht.app.web.layout.Area;
import hecht.app.web.layout.Pages;
import hecht.store.Store;
import hecht.store.access.Audit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/setup/audit`: newest first; older ones by the number of the last that was seen.
@Controller
class AuditPage {
    static final int ROWS = 50;

    private final Pages pages;
    private final Store store;

    AuditPage(Pages pages, Store store) {
        this.pages = pages;
        this.store = store;
    }

    @GetMapping("/setup/audit")
    String audit(
            HttpServletRequest request,
            Model model,
            @RequestParam(name = "before", defaultValue = "" + Long.MAX_VALUE) long before) {
        List<Audit.Line> found = store.access().audit().page(before, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<Audit.Line> shown = more ? found.subList(0, ROWS) : found;
        model.addAttribute("page", pages.of(request, Area.SETUP, AuditPage.class, "audit.title"));
        model.addAttribute("lines", new Lines(shown, more ? shown.getLast().number() : 0, before == Long.MAX_VALUE));
        return "setup/audit";
    }
}
