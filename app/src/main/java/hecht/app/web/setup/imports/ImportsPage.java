package hecht.app.web.setup.imports;

import hecht.app.security.Refused;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.Pages;
import hecht.store.Store;
import hecht.store.setup.Mappings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// `/setup/imports` and `/setup/imports/{number}`: what was imported, and what became of it.
@Controller
class ImportsPage {
    private static final int ROWS = 50;

    private final Pages pages;
    private final Store store;
    private final Clock clock;

    ImportsPage(Pages pages, Store store, Clock clock) {
        this.pages = pages;
        this.store = store;
        this.clock = clock;
    }

    @GetMapping("/setup/imports")
    String all(
            HttpServletRequest request,
            Model model,
            @RequestParam(name = "before", defaultValue = "" + Long.MAX_VALUE) long before) {
        model.addAttribute("page", pages.of(request, Area.SETUP, ImportsPage.class, "imports.title"));
        Instant now = clock.instant();
        List<ImportRow> rows = store.imports().before(before, ROWS).stream()
                .map(each -> ImportRow.of(each, List.of(), now))
                .toList();
        long older = rows.size() == ROWS ? rows.getLast().number() : 0;
        model.addAttribute(
                "all",
                new ImportList(
                        rows,
                        older,
                        store.events().totals().events(),
                        store.quarantine().size()));
        return "setup/imports";
    }

    @GetMapping("/setup/imports/{number:[0-9]{1,18}}")
    String one(HttpServletRequest request, Model model, @PathVariable("number") long number) {
        ImportRow row = store.imports()
                .find(number)
                .map(each -> ImportRow.of(each, store.imports().reasons(number), clock.instant()))
                .orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND));
        model.addAttribute("page", pages.of(request, Area.SETUP, ImportsPage.class, "imports.title"));
        model.addAttribute("row", row);
        model.addAttribute(
                "mapping",
                row.mapping().isEmpty()
                        ? ""
                        : store.mappings()
                                .find(row.mapping())
                                .map(Mappings.Kept::yaml)
                                .orElse(""));
        return "setup/import-one";
    }
}
