package hecht.app.web.setup.quarantine;

import hecht.app.security.Audit;
import hecht.app.security.Who;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.Pages;
import hecht.store.Store;
import hecht.store.access.Act;
import hecht.store.setup.Quarantine.Held;
import hecht.store.setup.Quarantine.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// `/setup/quarantine`: why rows wait, row by row; take them along to mend them, or dismiss them.
@Controller
class QuarantinePage {
    private static final int ROWS = 25;
    private static final int AT_ONCE = 1_000;
    private static final String SAID = "said";

    private final Pages pages;
    private final Store store;
    private final Audit audit;

    QuarantinePage(Pages pages, Store store, Audit audit) {
        this.pages = pages;
        this.store = store;
        this.audit = audit;
    }

    @GetMapping("/setup/quarantine")
    String show(
            Who who,
            HttpServletRequest request,
            Model model,
            @RequestParam(name = "field", defaultValue = "") String field,
            @RequestParam(name = "expected", defaultValue = "") String expected,
            @RequestParam(name = "before", defaultValue = "" + Long.MAX_VALUE) long before) {
        List<Held> rows = held(field, expected, before, ROWS);
        if (!rows.isEmpty()) audit.did(who, Act.QUARANTINE_READ, rows.size() + " rows");
        model.addAttribute("page", pages.of(request, Area.SETUP, QuarantinePage.class, "quarantine.title"));
        model.addAttribute(
                "shown",
                new Waiting(
                        store.quarantine().size(),
                        store.quarantine().reasons(),
                        field,
                        expected,
                        rows.stream().map(Entry::of).toList(),
                        rows.size() == ROWS ? rows.getLast().number() : 0));
        if (!model.containsAttribute(SAID)) model.addAttribute(SAID, 0);
        return "setup/quarantine";
    }

    private List<Held> held(String field, String expected, long before, int most) {
        return field.isEmpty() && expected.isEmpty()
                ? store.quarantine().held(before, most)
                : store.quarantine().held(new Reason(field, expected, 0), before, most);
    }

    /// The rows as they were, with what is wrong with them beside: to be mended and imported by the same mapping. In JSON, so
    /// that no cell is a formula to anybody, and no delimiter is to be guessed.
    @GetMapping("/setup/quarantine/rejects.ndjson")
    void download(
            Who who,
            HttpServletResponse response,
            @RequestParam(name = "field", defaultValue = "") String field,
            @RequestParam(name = "expected", defaultValue = "") String expected)
            throws IOException {
        audit.did(who, Act.EXPORTED, "rows in quarantine");
        response.setContentType("application/x-ndjson;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("quarantine.rejects.ndjson")
                        .build()
                        .toString());
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write('\ufeff'); // whatever encoding the mapping names for the file, this one is UTF-8
            long before = Long.MAX_VALUE;
            while (true) {
                List<Held> rows = held(field, expected, before, AT_ONCE);
                for (Held each : rows) out.write(Mendable.line(each) + "\n");
                if (rows.size() < AT_ONCE) return;
                before = rows.getLast().number();
            }
        }
    }

    @PostMapping(path = "/setup/quarantine/dismiss", params = "number")
    String dismiss(
            Who who,
            @RequestParam("number") long number,
            @RequestParam(name = "field", defaultValue = "") String field,
            @RequestParam(name = "expected", defaultValue = "") String expected,
            RedirectAttributes afterwards) {
        store.quarantine().dismiss(List.of(number));
        return dismissed(who, 1, field, expected, afterwards);
    }

    @PostMapping(path = "/setup/quarantine/dismiss", params = "!number")
    String dismissAll(
            Who who,
            @RequestParam("field") String field,
            @RequestParam("expected") String expected,
            RedirectAttributes afterwards) {
        List<Long> numbers = new ArrayList<>();
        long before = Long.MAX_VALUE;
        while (true) {
            List<Held> rows = held(field, expected, before, AT_ONCE);
            for (Held each : rows) numbers.add(each.number());
            if (rows.size() < AT_ONCE) break;
            before = rows.getLast().number();
        }
        store.quarantine().dismiss(numbers);
        return dismissed(who, numbers.size(), "", "", afterwards);
    }

    private String dismissed(Who who, int rows, String field, String expected, RedirectAttributes afterwards) {
        audit.did(who, Act.QUARANTINE_DISMISSED, rows + " rows");
        afterwards.addFlashAttribute(SAID, rows);
        if (!field.isEmpty()) afterwards.addAttribute("field", field);
        if (!expected.isEmpty()) afterwards.addAttribute("expected", expected);
        return "redirect:/setup/quarantine";
    }
}
