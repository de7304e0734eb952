package hecht.app.web.pulse;

import hecht.app.web.chart.Stream;
import hecht.app.web.layout.House;
import hecht.app.web.layout.Page;
import hecht.app.words.Phrases;
import hecht.core.relation.Fold;
import hecht.store.Store;
import hecht.store.relation.Discretion;
import hecht.store.relation.Known;
import hecht.store.relation.Pulse;
import hecht.store.relation.Pulses;
import hecht.store.relation.SavedView;
import hecht.store.relation.Selected;
import hecht.store.relation.View;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads from the store what Pulse tells: small rows that were added up in advance, however many customers there are.
@Component
final class Telling {
    private static final int CONVERSATIONS = 4;

    private final Store store;
    private final House house;
    private volatile @Nullable Compared compared;

    /// Each segment and region of one month: read once for each time that they were added up.
    private record Compared(YearMonth month, Instant at, List<Pulse> groups) {}

    Telling(Store store, House house) {
        this.store = store;
        this.house = house;
    }

    /// @param month empty for the newest
    /// @return empty where nothing was added up yet, or not of what was asked
    Optional<Told> told(Page page, Optional<YearMonth> month, Optional<String> segment, Optional<String> region) {
        Pulses pulses = store.relation().pulses();
        Optional<Known> known = pulses.known();
        List<YearMonth> months = pulses.months();
        Optional<Fold> fold = store.relation().folders().inForce().map(each -> each.fold());
        if (known.isEmpty() || months.isEmpty() || fold.isEmpty()) return Optional.empty();
        YearMonth newest = months.getFirst();
        YearMonth asked = month.filter(months::contains).orElse(newest);
        List<String> segments = pulses.segments();
        List<String> regions = pulses.regions();
        Optional<String> inSegment = segment.filter(segments::contains);
        Optional<String> inRegion = region.filter(regions::contains);
        int fewest = page.seesPeople() ? 1 : Discretion.FEWEST;
        Optional<Pulse> found = pulses.of(asked, inSegment, inRegion, house.zone());
        if (found.isEmpty()) return Optional.empty();
        Discretion discretion = pulses.discretion();
        boolean isHidden = !page.seesPeople() && !isTold(discretion, asked, found.get());
        Pulse pulse = page.seesPeople() || isHidden ? found.get() : discretion.of(found.get());

        Lists lists = new Lists(inSegment.orElse(null), inRegion.orElse(null));
        List<SavedView> views = store.relation().views().all(known.get());
        boolean all = inSegment.isEmpty() && inRegion.isEmpty();
        return Optional.of(new FromStore(
                        page.words(),
                        fold.get().rules(),
                        house.zone(),
                        fold.get().model().mode(),
                        new Phrases(page.words(), page.figures(), fold.get().model()).isFitted(),
                        page.seesPeople() && asked.equals(newest) ? lists : null)
                .told(
                        new Told.Asked(asked, inSegment.orElse(null), inRegion.orElse(null)),
                        new Told.Choices(months, segments, regions),
                        pulse,
                        written(),
                        all
                                ? groups(pulses, known.get(), asked, segments, regions).stream()
                                        .filter(each -> page.seesPeople() || isTold(discretion, asked, each))
                                        .map(each -> page.seesPeople() ? each : discretion.of(each))
                                        .toList()
                                : List.of(),
                        all && asked.equals(newest) ? recent(views) : new Told.Recent(0, 0),
                        asked.equals(newest) && page.seesPeople()
                                ? conversations(
                                        page, views, lists, all, known.get().hasMargins())
                                : List.of(),
                        known.get().hasMargins(),
                        isHidden,
                        fewest));
    }

    private static boolean isTold(Discretion discretion, YearMonth month, Pulse of) {
        return discretion.allows(month, of.segment().orElse(null), of.region().orElse(null));
    }

    /// What stewards wrote down; how many it touched nobody counted.
    private List<Stream.Mark> written() {
        return store.moments().all().stream()
                .map(each -> new Stream.Mark(each.day(), each.day(), each.text(), null))
                .toList();
    }

    private List<Pulse> groups(
            Pulses pulses, Known known, YearMonth month, List<String> segments, List<String> regions) {
        Compared before = compared;
        if (before != null && before.month().equals(month) && before.at().equals(known.at())) return before.groups();
        List<Pulse> groups = new ArrayList<>();
        for (String each : segments)
            pulses.of(month, Optional.of(each), Optional.empty(), house.zone()).ifPresent(groups::add);
        for (String each : regions)
            pulses.of(month, Optional.empty(), Optional.of(each), house.zone()).ifPresent(groups::add);
        compared = new Compared(month, known.at(), List.copyOf(groups));
        return groups;
    }

    private static Told.Recent recent(List<SavedView> views) {
        return new Told.Recent(count(views, View.DOUBLE_FAILURE), count(views, View.RECOVERED));
    }

    private static long count(List<SavedView> views, View of) {
        return views.stream()
                .filter(each -> each.kind().filter(of::equals).isPresent())
                .flatMap(each -> each.selected().stream())
                .mapToLong(Selected::customers)
                .sum();
    }

    /// The views in which anybody is, those first of whom most would go.
    private List<Conversation> conversations(
            Page page, List<SavedView> views, Lists lists, boolean all, boolean margins) {
        record Counted(SavedView view, Selected selected) {}
        List<Counted> counted = new ArrayList<>();
        for (SavedView each : views) {
            Optional<Selected> selected = all
                    ? each.selected()
                    : Optional.of(store.relation().relationships().selected(lists.within(each.selection())));
            selected.filter(of -> of.customers() > 0).ifPresent(of -> counted.add(new Counted(each, of)));
        }
        return counted.stream()
                .sorted(Comparator.comparingDouble(
                        (Counted each) -> -each.selected().leaving()))
                .limit(CONVERSATIONS)
                .map(each -> new Conversation(
                        each.view()
                                .kind()
                                .map(kind -> page.say("do." + kind.looksAt(margins)))
                                .orElse(each.view().name()),
                        each.view()
                                .kind()
                                .map(kind -> page.say("do." + kind.looksAt(margins) + ".why"))
                                .orElse(""),
                        each.selected().customers(),
                        each.selected().isMore(),
                        lists.to(each.view().selection())))
                .toList();
    }
}
