package hecht.store.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.core.relation.Condition;
import hecht.core.relation.Quadrant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RelationshipsTest {
    private static final int CUSTOMERS = 400;
    private static final Settled SETTLED = new Settled().with(Crowd.of(CUSTOMERS));
    private static final Relationships LISTS = SETTLED.relation.relationships();
    private static final List<Listed> ALL = all();

    @AfterAll
    static void close() {
        SETTLED.close();
    }

    private static List<Listed> all() {
        List<Listed> all = new ArrayList<>();
        LISTS.each(Selection.ALL, Order.KEY, all::add);
        return all;
    }

    private static List<Listed> pages(Selection selection, Order order) {
        List<Listed> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Listing page = LISTS.list(selection, order, after);
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(Listing.ROWS);
            all.addAll(page.rows());
            after = page.after();
        } while (after.isPresent());
        return all;
    }

    private static List<String> keys(List<Listed> rows) {
        return rows.stream().map(each -> each.customer()).toList();
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void page_after_page_shows_everybody_once_in_order(Order order) {
        List<Listed> paged = pages(Selection.ALL, order);
        assertThat(keys(paged)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(keys(ALL));
        assertThat(paged).isSortedAccordingTo(comparator(order));
        List<Listed> streamed = new ArrayList<>();
        LISTS.each(Selection.ALL, order, streamed::add);
        assertThat(keys(streamed)).isEqualTo(keys(paged));
    }

    private static Comparator<Listed> comparator(Order order) {
        Comparator<Double> lastIsAbsent = Comparator.nullsLast(Comparator.<Double>naturalOrder());
        Comparator<Double> descending = Comparator.nullsLast(Comparator.<Double>reverseOrder());
        return switch (order) {
            case HIGHEST_MARGIN -> Comparator.comparing(each -> each.margin(), descending);
            case LOWEST_MARGIN -> Comparator.comparing(each -> each.margin(), lastIsAbsent);
            case LOWEST_HEALTH -> Comparator.comparing(each -> each.health());
            case HIGHEST_HEALTH -> Comparator.comparing(each -> -each.health());
            case FELL_MOST -> Comparator.comparing(each -> each.change(), lastIsAbsent);
            case ROSE_MOST -> Comparator.comparing(each -> each.change(), descending);
            case LONGEST_UNHEARD ->
                Comparator.comparing(each -> each.lastHeard(), Comparator.nullsFirst(Comparator.naturalOrder()));
            case LATEST_HEARD ->
                Comparator.comparing(each -> each.lastHeard(), Comparator.nullsLast(Comparator.reverseOrder()));
            case OPENS_FIRST ->
                Comparator.comparing(each -> each.opensOn(), Comparator.nullsLast(Comparator.naturalOrder()));
            case KEY -> Comparator.comparing(each -> each.customer());
        };
    }

    private static Arguments asked(Map<String, String> parameters, Predicate<Listed> those) {
        return Arguments.of(parameters, those);
    }

    static Stream<Arguments> filters() {
        var asOf = SETTLED.known().asOf();
        double valuable = SETTLED.known().upperMargin();
        var yearAgo = asOf.minus(Duration.ofDays(365));
        Predicate<Listed> heard =
                each -> each.lastHeard() != null && !each.lastHeard().isBefore(yearAgo);
        Predicate<Listed> unheard = heard.negate().and(each -> each.since().isBefore(yearAgo));
        Predicate<Listed> soon =
                each -> each.opensOn() != null && !each.opensOn().isAfter(asOf.plus(Duration.ofDays(90)));
        return Stream.of(
                asked(Map.of("min", "60"), each -> each.health() >= 60),
                asked(Map.of("max", "60,5"), each -> each.health() <= 60.5),
                asked(Map.of("condition", "koel"), each -> each.condition() == Condition.KOEL.ordinal()),
                asked(Map.of("sight", "in_view"), each -> each.inView()),
                asked(Map.of("sight", "not_in_view"), each -> !each.inView()),
                asked(Map.of("door", "open"), each -> each.phi() >= 1),
                asked(Map.of("door", "locked"), each -> each.phi() < 1),
                asked(Map.of("door", "opens_soon"), soon),
                asked(Map.of("region", "Almere"), each -> "Almere".equals(each.region())),
                asked(Map.of("segment", "fixed"), each -> "fixed".equals(each.segment())),
                asked(Map.of("product", "power"), each -> each.products().contains("power")),
                asked(Map.of("product", "tv"), each -> false),
                asked(Map.of("value", "300"), each -> each.margin() != null && each.margin() >= 300),
                asked(Map.of("heard", "never"), each -> each.lastHeard() == null),
                asked(Map.of("heard", "not_within_year"), unheard),
                asked(Map.of("heard", "within_year"), heard),
                asked(Map.of("quadrant", "spurious"), each -> each.quadrant() == Quadrant.SPURIOUS),
                asked(
                        Map.of("view", "unheard_and_valuable"),
                        unheard.and(each -> each.margin() != null && each.margin() >= valuable)),
                asked(
                        Map.of("view", "double_failure"),
                        each -> each.lastDoubleFailure() != null
                                && each.lastDoubleFailure().isAfter(asOf.minus(Duration.ofDays(60)))),
                asked(
                        Map.of("view", "held"),
                        each -> each.phi() < .3
                                && each.health() <= SETTLED.known().lowerHealth()),
                asked(Map.of("view", "door_opens"), soon),
                asked(
                        Map.of("view", "falling_and_valuable"),
                        each -> each.change() != null
                                && each.change() <= -5
                                && each.inView()
                                && each.margin() != null
                                && each.margin() >= valuable),
                asked(
                        Map.of("view", "recovered"),
                        each -> each.lastRecovery() != null
                                && each.lastRecovery().isAfter(asOf.minus(Duration.ofDays(60)))),
                asked(
                        Map.of("region", "Twente", "sight", "in_view", "max", "75"),
                        each -> "Twente".equals(each.region()) && each.inView() && each.health() <= 75));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_filter_shows_those_who_pass_it_and_its_sentence_adds_them_up(
            Map<String, String> parameters, Predicate<Listed> those) {
        Selection selection = Selection.read(parameters);
        List<Listed> expected = ALL.stream().filter(those).toList();
        assertThat(keys(pages(selection, Order.KEY))).isEqualTo(keys(expected));
        Selected sums = LISTS.selected(selection);
        assertThat(sums.customers()).isEqualTo(expected.size());
        assertThat(sums.isMore()).isFalse();
        assertThat(sums.margin())
                .isEqualTo(expected.stream()
                        .mapToDouble(each -> each.margin() == null ? 0 : each.margin())
                        .sum());
        assertThat(sums.leaving())
                .isCloseTo(
                        expected.stream()
                                .mapToDouble(each -> 1 - each.health() / 100)
                                .sum(),
                        within(1e-9));
        assertThat(sums.notInView()).isEqualTo((int)
                expected.stream().filter(each -> !each.inView()).count());
    }

    @Test
    void every_view_keeps_its_count() {
        List<SavedView> views = SETTLED.relation.views().all(SETTLED.known());
        assertThat(views).hasSize(View.values().length);
        for (SavedView each : views)
            assertThat(each.selected().orElseThrow()).isEqualTo(LISTS.selected(each.selection()));
    }

    @Test
    void where_nobody_gives_notice_there_are_no_views_of_doors() {
        Views views = new Views(
                SETTLED.store.database(), () -> Crowd.ZONE, () -> false, new Drivers(SETTLED.store.database()));
        assertThat(views.all(SETTLED.known()))
                .flatExtracting(each -> each.kind().stream().toList())
                .containsExactly(
                        View.UNHEARD_AND_VALUABLE, View.FALLING_AND_VALUABLE, View.DOUBLE_FAILURE, View.RECOVERED);
    }

    @Test
    void a_view_of_ones_own_is_counted_at_once_and_can_be_taken_away() {
        Views views = SETTLED.relation.views();
        Selection selection = Selection.read(Map.of("region", "Twente & omstreken = nee", "min", "50"));
        int id = views.save("Twente boven de 50", selection, SETTLED.known(), Crowd.NOW);
        SavedView saved = views.all(SETTLED.known()).getLast();
        assertThat(saved.id()).isEqualTo(id);
        assertThat(saved.selection()).isEqualTo(selection);
        assertThat(saved.selected().orElseThrow().customers()).isZero();
        assertThat(views.save(
                        "Twente boven de 50", Selection.read(Map.of("region", "Twente")), SETTLED.known(), Crowd.NOW))
                .isEqualTo(id);
        assertThat(views.all(SETTLED.known()).getLast().selected().orElseThrow().customers())
                .isPositive();
        assertThat(views.remove(id)).isTrue();
        assertThat(views.remove(id)).isFalse();
        assertThat(views.all(SETTLED.known())).hasSize(View.values().length);
    }

    @Test
    void somebody_is_found_by_key_by_word_and_by_how_a_name_begins() {
        Listed one =
                ALL.stream().filter(each -> each.name() != null).findFirst().orElseThrow();
        String name = String.valueOf(one.name());
        for (String typed : List.of(
                one.customer(),
                one.customer().toLowerCase(java.util.Locale.ROOT),
                name.substring(0, name.indexOf(' ')).toUpperCase(java.util.Locale.ROOT),
                name.substring(0, name.length() - 1),
                "  " + name + " "))
            assertThat(keys(LISTS.find(typed))).as(typed).contains(one.customer());
        assertThat(LISTS.find("dijk")).hasSize(10);
        assertThat(LISTS.find("%")).isEmpty();
        assertThat(LISTS.find(" ")).isEmpty();
        assertThat(LISTS.find("nobody of this name")).isEmpty();
        assertThat(LISTS.find("'; DROP TABLE event; --")).isEmpty();
    }

    @Test
    void a_place_that_somebody_wrote_by_hand_shows_the_first_page() {
        Listing first = LISTS.list(Selection.ALL, Order.HIGHEST_MARGIN, Optional.empty());
        for (String after : List.of("", "x", "////", "MQ", "YWJjCmRlZg"))
            assertThat(LISTS.list(Selection.ALL, Order.HIGHEST_MARGIN, Optional.of(after)))
                    .as(after)
                    .isEqualTo(first);
    }

    @Test
    void one_relationship_is_opened_with_its_line_its_episodes_and_why() {
        for (Listed each : ALL.subList(0, 40)) {
            Opened one = LISTS.one(each.customer(), Crowd.NOW).orElseThrow();
            assertThat(one.listed()).contains(each);
            assertThat(one.drawn().course().standing().health()).isEqualTo(each.health());
            assertThat(one.drawn().course().why().health()).isCloseTo(each.health(), within(1e-9));
            assertThat(one.drawn().path().getLast().health()).isCloseTo(each.health(), within(1e-9));
            assertThat(one.drawn().noticed())
                    .hasSize(SETTLED.events.of(each.customer()).size());
        }
        assertThat(LISTS.one("nobody", Crowd.NOW)).isEmpty();
    }

    @Test
    void the_read_view_of_health_has_the_columns_of_score() {
        List<Map<String, @Nullable Object>> rows = SETTLED.store
                .database()
                .jdbc()
                .sql("SELECT * FROM v_health ORDER BY customer")
                .query()
                .listOfRows();
        assertThat(rows).hasSameSizeAs(ALL);
        for (int i = 0; i < ALL.size(); i++) {
            assertThat(rows.get(i)).containsEntry("health", ALL.get(i).health());
            assertThat(rows.get(i))
                    .containsEntry("quadrant", ALL.get(i).quadrant().word());
        }
        assertThat(rows.getFirst().keySet())
                .containsExactly(
                        "customer",
                        "health",
                        "low",
                        "high",
                        "spread",
                        "in_view",
                        "condition",
                        "los",
                        "koel",
                        "warm",
                        "hecht",
                        "quadrant",
                        "door",
                        "last_perceived",
                        "as_of",
                        "segment",
                        "region",
                        "margin");
    }
}
