package hecht.app.web.pulse;

import hecht.app.security.Refused;
import hecht.app.security.Who;
import hecht.app.web.chart.Chart;
import hecht.app.web.chart.Table;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.Page;
import hecht.app.web.layout.Pages;
import hecht.app.web.layout.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// `/api/v1/pulse`: what the page shows, for programs with the right `figures`; with `people` as well, of groups of fewer than
/// thirty too, and with more decimals. The rows are those of each chart's table, so that program and page never differ.
@RestController
class PulseApi {
    private final Pages pages;
    private final Telling telling;

    PulseApi(Pages pages, Telling telling) {
        this.pages = pages;
        this.telling = telling;
    }

    /// One month of one selection.
    ///
    /// @param asOf the last day that counts
    /// @param tooFew whether so few are in the selection, or in what is left out, that nothing else is told
    /// @param health of all, with its interval, nine in ten
    /// @param fitted whether the parameters were learned from own history
    /// @param charts by name, each as rows; a value that is not told is null
    @JsonNaming(SnakeCaseStrategy.class)
    record PulseJson(
            YearMonth month,
            @Nullable String segment,
            @Nullable String region,
            LocalDate asOf,
            boolean tooFew,
            @Nullable Long customers,
            @Nullable HealthJson health,
            boolean fitted,
            Map<String, List<Map<String, @Nullable Object>>> charts) {}

    record HealthJson(double mean, double low, double high) {}

    @GetMapping("/api/v1/pulse")
    PulseJson pulse(
            @RequestParam(name = "month", required = false) @Nullable String month,
            @RequestParam(name = "segment", required = false) @Nullable String segment,
            @RequestParam(name = "region", required = false) @Nullable String region,
            HttpServletRequest request,
            Who who) {
        SignedIn.Role role = who.seesPeople() ? SignedIn.Role.MEMBER : SignedIn.Role.VIEWER;
        Page page =
                pages.of(request, Area.PULSE, PulseView.class, "pulse.title").seenBy(new SignedIn(who.name(), role));
        Optional<YearMonth> asked = month(month);
        Told told = telling.told(page, asked, text(segment), text(region))
                .filter(found ->
                        asked.isEmpty() || asked.get().equals(found.asked().month()))
                .filter(found ->
                        text(segment).equals(Optional.ofNullable(found.asked().segment())))
                .filter(found ->
                        text(region).equals(Optional.ofNullable(found.asked().region())))
                .orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND));
        PulseView view = new PulseView(page, told);
        int decimals = page.seesPeople() ? 4 : 1;
        Map<String, List<Map<String, @Nullable Object>>> charts = new LinkedHashMap<>();
        for (Chart each : view.charts())
            charts.put(
                    each.id(),
                    rows(page.seesPeople() ? each.table() : each.table().rounded(each.decimals())));
        Estimate health = told.now().health();
        return new PulseJson(
                told.asked().month(),
                told.asked().segment(),
                told.asked().region(),
                told.day(),
                view.isTooFew(),
                view.isTooFew() ? null : told.now().customers(),
                view.isTooFew()
                        ? null
                        : new HealthJson(
                                rounded(health.mean(), decimals),
                                rounded(health.low(), decimals),
                                rounded(health.high(), decimals)),
                told.isFitted(),
                charts);
    }

    private static List<Map<String, @Nullable Object>> rows(Table table) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<Table.Cell> row : table.rows()) {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) named.put(table.names().get(i), value(row.get(i)));
            rows.add(named);
        }
        return rows;
    }

    private static @Nullable Object value(Table.Cell cell) {
        if (!cell.isNumber()) return cell.plain();
        return cell.plain().isEmpty() ? null : new BigDecimal(cell.plain());
    }

    private static double rounded(double value, int decimals) {
        double times = Math.pow(10, decimals);
        return Math.round(value * times) / times;
    }

    private static Optional<String> text(@Nullable String name) {
        return Optional.ofNullable(name).map(String::strip).filter(each -> !each.isEmpty());
    }

    /// A program that asks for a month that is none hears so.
    private static Optional<YearMonth> month(@Nullable String typed) {
        try {
            return text(typed).map(YearMonth::parse);
        } catch (DateTimeException e) {
            throw new Refused(Refused.Kind.WRONG);
        }
    }
}
