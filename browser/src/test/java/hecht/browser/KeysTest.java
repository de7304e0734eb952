package hecht.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the keys do of which the page *Keys* makes a list, and that they leave those alone who do not want them.
@ExtendWith(InChromium.class)
class KeysTest {
    @ParameterizedTest
    @CsvSource({"g p,/pulse", "g r,/relationships", "g s,/setup/organisation", "?,/keys"})
    void a_page_is_a_key_or_two_away(String keys, String address, OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH).to("/setup/audit")) {
            press(visit.page(), keys);
            visit.page().waitForURL(house.address() + address);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void a_slash_searches_and_while_typing_letters_are_letters(OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH).to(Place.PULSE.address())) {
            Page page = visit.page();
            press(page, "/ g r ? j /");
            assertThat(page.locator("#q").inputValue()).isEqualTo("gr?j/");
            assertThat(focused(page)).isEqualTo("q");
            assertThat(visit.where()).isEqualTo("/pulse");
        }
    }

    @Test
    void rows_are_walked_through_and_opened(OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH).to(Place.RELATIONSHIPS.address())) {
            Page page = visit.page();
            press(page, "k j j j k");
            String third = page.locator(".rel tbody th a").nth(2).getAttribute("href");
            assertThat(page.locator(":focus").getAttribute("href")).isEqualTo(third);
            press(page, "Enter");
            page.waitForURL(house.address() + third);
        }
    }

    @Test
    void a_chart_is_read_event_by_event(OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH).to(Place.RELATIONSHIP.address())) {
            Page page = visit.page();
            page.locator("[data-read]").first().focus();
            press(page, "Home");
            String first = page.locator(".read").first().textContent();
            press(page, "ArrowRight");
            String second = page.locator(".read").first().textContent();
            assertThat(first).isNotBlank().isNotEqualTo(second);
            press(page, "ArrowLeft");
            assertThat(page.locator(".read").first().textContent()).isEqualTo(first);
            press(page, "Escape");
            assertThat(page.locator(".read").first().isVisible()).isFalse();
        }
    }

    @Test
    void switched_off_they_do_nothing(OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH).to(Place.KEYS.address())) {
            Page page = visit.page();
            page.locator("button[name=keys][value=off]").click();
            page.locator("button[name=keys][value=on]").waitFor();
            visit.to(Place.RELATIONSHIPS.address());
            press(page, "j / g p ?");
            assertThat(focused(page)).isEmpty();
            assertThat(visit.where()).isEqualTo("/relationships");
            visit.to(Place.KEYS.address());
            page.locator("button[name=keys][value=on]").click();
            page.locator("button[name=keys][value=off]").waitFor();
            press(page, "g p");
            page.waitForURL("**/pulse");
        }
    }

    private static void press(Page page, String keys) {
        for (String each : keys.split(" ")) page.keyboard().press(each);
    }

    /// What has the focus, by its id; empty where nothing has.
    private static String focused(Page page) {
        return page.evaluate("() => document.activeElement.id").toString();
    }
}
