package hecht.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every other page, in Dutch, light and wide.
@ExtendWith(InChromium.class)
class PagesTest {
    static List<Place> others() {
        return Place.others();
    }

    @ParameterizedTest
    @MethodSource("others")
    void it_can_be_read_by_everybody(Place place, OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH).to(place.address())) {
            assertThat(Findings.heavy(visit)).isEmpty();
            assertThat(Findings.all(visit)).isEmpty();
            assertThat(Findings.outOfReach(visit.page())).isEmpty();
            assertThat(Findings.alike(visit.page())).isEmpty();
            assertThat(Findings.restless(visit.page())).isEmpty();
            assertThat(Findings.onPaper(visit.page())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void nobody_scrolls_sideways_on_a_phone(Place place, OpenHouse house) {
        try (Visit visit = house.visit(Eyes.ENGLISH.onPhone()).to(place.address())) {
            assertThat(Findings.wide(visit.page())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void a_page_that_is_not_there_can_be_read_by_everybody(String language, OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH.in(language)).to(Place.NOWHERE)) {
            assertThat(Findings.all(visit)).isEmpty();
            assertThat(Findings.outOfReach(visit.page())).isEmpty();
            assertThat(visit.page().locator("main input[name=q]").isVisible()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void a_page_that_is_not_for_them_can_be_read_by_everybody(String language, OpenHouse house) {
        try (Visit visit = house.visitAsViewer(Eyes.DUTCH.in(language)).to(Place.CLOSED)) {
            assertThat(Findings.all(visit)).isEmpty();
            assertThat(Findings.outOfReach(visit.page())).isEmpty();
            assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo(language);
        }
    }

    @ParameterizedTest
    @MethodSource("forViewers")
    void a_viewer_can_read_what_is_for_them(Place place, OpenHouse house) {
        try (Visit visit = house.visitAsViewer(Eyes.DUTCH).to(place)) {
            assertThat(Findings.all(visit)).isEmpty();
            assertThat(Findings.outOfReach(visit.page())).isEmpty();
        }
    }

    static List<Place> forViewers() {
        return List.of(Place.PULSE, Place.RELATIONSHIPS);
    }

    @Test
    void signing_in_can_be_read_by_everybody(OpenHouse house) {
        try (Visit visit = house.knock(Eyes.DUTCH).to(Place.SIGN_IN.address())) {
            assertThat(Findings.all(visit)).isEmpty();
            assertThat(visit.page().evaluate("() => document.activeElement.name"))
                    .isEqualTo("name");
        }
    }

    @Test
    void a_list_of_nobody_can_be_read_by_everybody(OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH).to(Place.NOBODY)) {
            assertThat(visit.page().locator(".drops a").first().isVisible()).isTrue();
            assertThat(Findings.all(visit)).isEmpty();
            assertThat(Findings.outOfReach(visit.page())).isEmpty();
        }
    }

    @Test
    void a_house_in_which_nothing_was_heard_says_how_to_begin_and_one_without_its_database_that_it_is_away(
            Chromium chromium) {
        try (OpenHouse empty = OpenHouse.open(0, chromium);
                Visit visit = empty.visit(Eyes.DUTCH).to(Place.PULSE.address())) {
            assertThat(Findings.all(visit)).isEmpty();
            visit.page().locator("main a[href='/setup/imports/new']").click();
            assertThat(visit.where()).isEqualTo("/setup/imports/new");

            empty.server().store().close();
            try (Visit away = empty.visit(Eyes.DUTCH).to(new Place("away", "/pulse", 503))) {
                assertThat(Findings.all(away)).isEmpty();
                assertThat(away.page().evaluate("() => document.styleSheets[0].cssRules.length > 100"))
                        .as("it has its style")
                        .isEqualTo(true);
            }
        }
    }
}
