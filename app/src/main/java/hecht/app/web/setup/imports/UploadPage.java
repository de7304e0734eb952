package hecht.app.web.setup.imports;

import hecht.app.security.Refused;
import hecht.app.security.Who;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.Pages;
import hecht.files.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// `/setup/imports/new`: hand in a file, look over how it is read, try it, import it.
@Controller
class UploadPage {
    private static final String HERE = "redirect:/setup/imports/new";
    private static final String SAID = "said";
    private static final int LONGEST_MAPPING = 200_000;

    private final Pages pages;
    private final Uploads uploads;
    private final Looking looking;
    private final Running running;

    UploadPage(Pages pages, Uploads uploads, Looking looking, Running running) {
        this.pages = pages;
        this.uploads = uploads;
        this.looking = looking;
        this.running = running;
    }

    @GetMapping("/setup/imports/new")
    String form(HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.of(request, Area.SETUP, UploadPage.class, "upload.title"));
        model.addAttribute("waiting", uploads.waiting());
        if (!model.containsAttribute(SAID)) model.addAttribute(SAID, new Complaint("", ""));
        return "setup/upload-new";
    }

    @PostMapping("/setup/imports/new")
    String receive(Who who, @RequestParam("file") MultipartFile file, RedirectAttributes afterwards) {
        if (file.isEmpty()) return refused(afterwards, "upload.said.empty", "");
        if (uploads.isFull()) return refused(afterwards, "upload.said.full", "");
        try {
            Upload upload = uploads.keep(file, who.name(), this::look);
            return "redirect:" + upload.address();
        } catch (Unreadable e) {
            return refused(afterwards, "upload.said.unreadable", e.why);
        } catch (IOException | UncheckedIOException e) {
            return refused(afterwards, "upload.said.disk", "");
        }
    }

    private Upload look(Upload upload) {
        try {
            return looking.first(upload);
        } catch (Refusal e) {
            throw new Unreadable(e.sentence());
        }
    }

    /// Nothing that can be read: it is not kept.
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String why;

        Unreadable(String why) {
            super(null, null, false, false);
            this.why = why;
        }
    }

    private static String refused(RedirectAttributes afterwards, String key, String why) {
        afterwards.addFlashAttribute(SAID, new Complaint(key, why));
        return HERE;
    }

    @GetMapping("/setup/imports/new/{id}")
    String show(@PathVariable("id") String id, HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.of(request, Area.SETUP, UploadPage.class, "upload.title"));
        model.addAttribute("upload", known(id));
        return "setup/upload";
    }

    /// Looks through the mapping as it stands now, whatever is asked next.
    @PostMapping(path = "/setup/imports/new/{id}", params = "do=rows")
    String rows(
            @PathVariable("id") String id,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "mapping", defaultValue = "") String mapping) {
        return "redirect:" + look(id, name, mapping).address() + "#rows";
    }

    @PostMapping(path = "/setup/imports/new/{id}", params = "do=try")
    String tryOut(
            @PathVariable("id") String id,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "mapping", defaultValue = "") String mapping) {
        Upload upload = look(id, name, mapping);
        if (!upload.refusal().isEmpty()) return "redirect:" + upload.address() + "#rows";
        uploads.change(id, before -> before.tried(looking.tryOut(before)));
        return "redirect:" + upload.address() + "#trial";
    }

    @PostMapping(path = "/setup/imports/new/{id}", params = "do=import")
    String takeIn(
            Who who,
            @PathVariable("id") String id,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "mapping", defaultValue = "") String mapping) {
        Upload upload = look(id, name, mapping);
        if (!upload.refusal().isEmpty()) return "redirect:" + upload.address() + "#rows";
        return uploads.release(id)
                .map(mine -> "redirect:/setup/imports/" + running.begin(who, mine))
                .orElse("redirect:/setup/imports");
    }

    @PostMapping(path = "/setup/imports/new/{id}", params = "do=discard")
    String discard(@PathVariable("id") String id) {
        uploads.discard(id);
        return HERE;
    }

    private Upload look(String id, String name, String mapping) {
        Upload upload = known(id);
        if (mapping.length() > LONGEST_MAPPING) throw new Refused(Refused.Kind.WRONG);
        String written = mapping.replace("\r\n", "\n"); // as a form sends lines
        String called = name.strip().isEmpty() ? upload.mappingName() : Uploads.name(name);
        if (upload.plain() || written.equals(upload.mapping()) && called.equals(upload.mappingName())) return upload;
        Upload looked = looking.through(upload, called, written);
        uploads.change(id, before -> looked);
        return known(id);
    }

    private Upload known(String id) {
        return uploads.find(id).orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND));
    }
}
