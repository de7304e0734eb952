package hecht.app.web.pulse;

import hecht.app.web.chart.Chart;
import hecht.app.web.chart.Outline;
import hecht.app.web.chart.Plate;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.House;
import hecht.app.web.layout.Page;
import hecht.app.web.layout.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The page *Pulse*, and the figures of each of its charts as CSV. Every state of the page is its address.
@Controller
class PulsePage {
    private static final MediaType CSV = new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8);

    private final Pages pages;
    private final House house;
    private final Telling telling;

    PulsePage(Pages pages, House house, Telling telling) {
        this.pages = pages;
        this.house = house;
        this.telling = telling;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/pulse";
    }

    @GetMapping("/pulse")
    String pulse(
            @RequestParam(name = "month", required = false) @Nullable String month,
            @RequestParam(name = "segment", required = false) @Nullable String segment,
            @RequestParam(name = "region", required = false) @Nullable String region,
            HttpServletRequest request,
            Model model) {
        Page page = pages.of(request, Area.PULSE, PulseView.class, "pulse.title");
        Optional<PulseView> view = view(page, month, segment, region);
        if (view.isPresent()) {
            model.addAttribute("pulse", view.get());
            house.otherMode().ifPresent(other -> model.addAttribute("otherMode", other));
            return "pulse/pulse";
        }
        model.addAttribute("page", page);
        model.addAttribute("outline", new Plate(new Outline(page.words()), "", page.words()));
        model.addAttribute("loading", house.asOf().isPresent());
        return "pulse/empty";
    }

    @GetMapping("/pulse/{chart}.csv")
    ResponseEntity<String> csv(
            @PathVariable("chart") String chart,
            @RequestParam(name = "month", required = false) @Nullable String month,
            @RequestParam(name = "segment", required = false) @Nullable String segment,
            @RequestParam(name = "region", required = false) @Nullable String region,
            HttpServletRequest request) {
        Page page = pages.of(request, Area.PULSE, PulseView.class, "pulse.title");
        Chart drawn = view(page, month, segment, region)
                .flatMap(view -> view.chart(chart))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ContentDisposition name = ContentDisposition.attachment()
                .filename("pulse-" + drawn.id() + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body((page.seesPeople() ? drawn.table() : drawn.table().rounded(drawn.decimals())).csv());
    }

    private Optional<PulseView> view(
            Page page, @Nullable String month, @Nullable String segment, @Nullable String region) {
        return telling.told(page, month(month), asked(segment), asked(region)).map(told -> new PulseView(page, told));
    }

    private static Optional<String> asked(@Nullable String name) {
        return Optional.ofNullable(name).map(String::strip).filter(each -> !each.isEmpty());
    }

    /// What is no month is taken for none asked: an address somebody typed still shows a page.
    private static Optional<YearMonth> month(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(YearMonth.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
