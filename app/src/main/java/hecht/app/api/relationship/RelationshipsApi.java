package hecht.app.api.relationship;

import hecht.app.security.Audit;
import hecht.app.security.Refused;
import hecht.app.security.Who;
import hecht.app.words.Plain;
import hecht.core.event.Choice;
import hecht.core.relation.Holding;
import hecht.store.Store;
import hecht.store.access.Act;
import hecht.store.relation.Listing;
import hecht.store.relation.Opened;
import hecht.store.relation.Order;
import hecht.store.relation.Selected;
import hecht.store.relation.Selection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// `/api/v1/relationships`: what the pages show of relationships, for programs with the right `people`. Every look is in the
/// audit.
@RestController
@RequestMapping("/api/v1/relationships")
class RelationshipsApi {
    private final Store store;
    private final Audit audit;
    private final Clock clock;

    RelationshipsApi(Store store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /// One page of the list: 25 rows.
    ///
    /// @param selected what the whole selection comes to; its sums are absent where there are more than 10,000
    /// @param next what to give as `after` to read on; absent on the last page
    @JsonNaming(SnakeCaseStrategy.class)
    record ListJson(
            SelectedJson selected,
            List<ListedJson> relationships,
            @Nullable String next) {}

    /// @param leaving expected to leave in twelve months with the door open, with its nine-in-ten interval
    @JsonNaming(SnakeCaseStrategy.class)
    record SelectedJson(
            int customers,
            boolean isMore,
            @Nullable Double margin,
            @Nullable Double leaving,
            @Nullable Double leavingLow,
            @Nullable Double leavingHigh,
            @Nullable Integer notInView) {
        static SelectedJson of(Selected it) {
            return it.isMore()
                    ? new SelectedJson(it.customers(), true, null, null, null, null, null)
                    : new SelectedJson(
                            it.customers(),
                            false,
                            it.margin(),
                            it.leaving(),
                            it.leavingLow(),
                            it.leavingHigh(),
                            it.notInView());
        }
    }

    @GetMapping
    ListJson list(@RequestParam Map<String, String> parameters, Who who) {
        Selection selection = Selection.read(parameters);
        Order order =
                Choice.read(Order.class, parameters.getOrDefault("sort", "")).orElse(Order.KEY);
        Optional<String> after = Optional.ofNullable(parameters.get("after")).filter(each -> !each.isBlank());
        Listing found = store.relation().relationships().list(selection, order, after);
        audit.did(who, Act.LISTED, "relationships");
        ZoneId zone = zone();
        return new ListJson(
                SelectedJson.of(store.relation().relationships().selected(selection)),
                found.rows().stream().map(each -> ListedJson.of(each, zone)).toList(),
                found.after().orElse(null));
    }

    /// One relationship.
    ///
    /// @param merged keys that were merged into it  @param phase none, running or closed
    /// @param relationship as in lists; absent where none began  @param base what silence alone would say
    @JsonNaming(SnakeCaseStrategy.class)
    record OneJson(
            String customer,
            List<String> merged,
            String phase,
            @Nullable ListedJson relationship,
            double base,
            double health,
            List<HoldingJson> holdings,
            Instant asOf) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record HoldingJson(
            String product,
            Instant since,
            @Nullable Instant ended,
            @Nullable Instant lockedUntil,
            @Nullable Instant noticeFrom,
            @Nullable Instant noticeTo,
            double barrier,
            @Nullable Double amount) {
        static HoldingJson of(Holding it) {
            return new HoldingJson(
                    it.product(),
                    it.since(),
                    it.ended(),
                    it.lockedUntil(),
                    it.noticeFrom(),
                    it.noticeTo(),
                    it.barrier(),
                    it.amount());
        }
    }

    @GetMapping("/{key}")
    OneJson one(@PathVariable("key") String key, Who who) {
        Opened it = opened(key, who, "relationship");
        ZoneId zone = it.fold().model().zone();
        return new OneJson(
                it.customer(),
                it.merged(),
                it.drawn().course().standing().phase().name().toLowerCase(Locale.ROOT),
                it.listed().map(each -> ListedJson.of(each, zone)).orElse(null),
                it.drawn().course().why().base(),
                it.drawn().course().why().health(),
                it.drawn().course().holdings().stream().map(HoldingJson::of).toList(),
                it.asOf());
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record EventsJson(String customer, List<EventJson> events) {}

    @GetMapping("/{key}/events")
    EventsJson events(@PathVariable("key") String key, Who who) {
        Opened it = opened(key, who, "events");
        return new EventsJson(
                it.customer(), it.drawn().noticed().stream().map(EventJson::of).toList());
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record EpisodesJson(String customer, List<EpisodeJson> episodes) {}

    @GetMapping("/{key}/episodes")
    EpisodesJson episodes(@PathVariable("key") String key, Who who) {
        Opened it = opened(key, who, "episodes");
        return new EpisodesJson(
                it.customer(),
                it.drawn().course().episodes().stream()
                        .map(each -> EpisodeJson.of(it.customer(), each))
                        .toList());
    }

    @GetMapping("/{key}/contributions")
    WhyJson contributions(@PathVariable("key") String key, Who who) {
        Opened it = opened(key, who, "contributions");
        return WhyJson.of(it.customer(), it.asOf(), it.drawn().course().why());
    }

    private Opened opened(String key, Who who, String what) {
        Opened found = Plain.fromAddress(key)
                .flatMap(each -> store.relation().relationships().one(each, clock.instant()))
                .orElseThrow(() -> new Refused(Refused.Kind.NO_CUSTOMER));
        audit.looked(who, found.customer(), what);
        return found;
    }

    private ZoneId zone() {
        return store.relation()
                .folders()
                .inForce()
                .map(each -> each.fold().model().zone())
                .orElse(ZoneOffset.UTC);
    }
}
