package hecht.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The first page that people see, looked at in every way that is promised.
@ExtendWith(InChromium.class)
class PulseTest {
    static Stream<Eyes> everyWay() {
        return Stream.of(Eyes.DUTCH, Eyes.ENGLISH)
                .flatMap(eyes -> Stream.of(eyes, eyes.dark()))
                .flatMap(eyes -> Stream.of(eyes, eyes.onPhone(), eyes.zoomed()));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void it_can_be_read_by_everybody(Eyes eyes, OpenHouse house) {
        try (Visit visit = house.visit(eyes).to(Place.PULSE.address())) {
            assertThat(Findings.all(visit)).isEmpty();
            assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo(eyes.language());
        }
    }

    @Test
    void everything_to_press_is_reached_by_key_and_shows_it(OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH).to(Place.PULSE.address())) {
            assertThat(Findings.outOfReach(visit.page())).isEmpty();
        }
    }

    @Test
    void the_first_key_leads_past_the_menu(OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH).to(Place.PULSE.address())) {
            Page page = visit.page();
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus").getAttribute("href")).isEqualTo("#main");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.querySelector('#main').contains(document.activeElement)"))
                    .isEqualTo(true);
        }
    }

    @Test
    void with_less_motion_nothing_moves(OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH).to(Place.PULSE.address())) {
            assertThat(Findings.restless(visit.page())).isEmpty();
        }
    }

    @Test
    void nothing_is_fetched_from_elsewhere_or_run_from_the_page(OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH).to(Place.PULSE.address())) {
            assertThat(visit.policy())
                    .isEqualTo("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                            + " img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        }
    }

    @Test
    void it_is_there_without_script(OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH.withoutScript()).to(Place.PULSE.address())) {
            Page page = visit.page();
            assertThat(page.locator("main svg").first().isVisible()).isTrue();
            page.locator("main details summary").first().click();
            assertThat(page.locator("main details table").first().isVisible()).isTrue();
        }
    }

    @Test
    void with_forced_colours_the_conditions_stay_apart(OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH.withForcedColours()).to(Place.PULSE.address())) {
            List<String> fills = Findings.lines(visit.page(), """
                    () => ['c0', 'c1', 'c2', 'c3'].map(c => document.querySelector('svg .' + c))
                      .map(e => e ? getComputedStyle(e).fill : 'none drawn')""");
            assertThat(fills).doesNotHaveDuplicates().doesNotContain("none drawn");
            assertThat(Findings.axe(visit.page())).isEmpty();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void what_looks_different_does_so_with_forced_colours(OpenHouse house) {
        for (Eyes eyes : List.of(Eyes.DUTCH, Eyes.DUTCH.dark()))
            try (Visit visit = house.visit(eyes).to(Place.PULSE.address())) {
                assertThat(Findings.alike(visit.page())).isEmpty();
            }
    }

    @Test
    void on_paper_there_is_nothing_to_press(OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH).to(Place.PULSE.address())) {
            assertThat(Findings.onPaper(visit.page())).isEmpty();
        }
    }

    @Test
    void the_first_load_is_three_requests_of_sixty_kilobytes_at_most(OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH).to(Place.PULSE.address())) {
            assertThat(Findings.heavy(visit)).isEmpty();
        }
    }
}
