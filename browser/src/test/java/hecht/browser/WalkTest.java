package hecht.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The way through the house: sign in, Pulse, the list, one relationship, Setup, and a file imported by the mapping that is
/// suggested for it.
@ExtendWith(InChromium.class)
class WalkTest {
    /// As somebody's own system exports them: 40 contacts, one of them on a day that does not exist.
    private static FilePayload contacts(String name) {
        StringBuilder rows = new StringBuilder("nummer;klant;datum;kanaal;soort;uitkomst\n");
        for (int i = 1; i <= 40; i++)
            rows.append(name.hashCode())
                    .append('-')
                    .append(i)
                    .append(";KL-")
                    .append(1000 + i)
                    .append(i == 7 ? ";31-02-2026 09:10" : ";0" + (1 + i % 9) + "-10-2026 1" + i % 10 + ":30")
                    .append(i % 2 == 0 ? ";telefoon;vraag;opgelost\n" : ";mail;klacht;niet opgelost\n");
        return new FilePayload(name, "text/csv", rows.toString().getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void from_the_door_to_an_import(boolean script, OpenHouse house) {
        Eyes eyes = script ? Eyes.DUTCH : Eyes.DUTCH.withoutScript();
        List<String> found = new ArrayList<>();
        try (Visit visit = house.knock(eyes).to("/pulse")) {
            Page page = visit.page();
            assertThat(visit.where()).startsWith("/sign-in");
            look(visit, script, found);
            page.locator("input[name=name]").fill(OpenHouse.NAME);
            page.locator("input[name=password]").fill(OpenHouse.PASSWORD);
            page.locator("main form button").click();
            page.waitForURL("**/pulse");
            look(visit, script, found);

            menu(page, "Relaties");
            page.waitForURL("**/relationships");
            look(visit, script, found);
            page.locator("table tbody th a").first().click();
            page.waitForURL("**/relationships/*");
            look(visit, script, found);

            menu(page, "Inrichting");
            page.locator("main a[href='/setup/imports']").first().click();
            page.waitForURL("**/setup/imports");
            look(visit, script, found);
            page.locator("main a[href='/setup/imports/new']").first().click();
            page.locator("input[type=file]").setInputFiles(contacts(script ? "contacten.csv" : "contacten-2.csv"));
            page.locator("main form button").first().click();
            page.waitForURL("**/setup/imports/new/*");
            look(visit, script, found);
            assertThat(page.locator("#rows tbody tr").count()).isEqualTo(10);
            assertThat(page.locator("#rows").textContent()).contains("contact", "KL-1001", "31-02-2026");
            assertThat(page.locator("textarea[name=mapping]").inputValue()).contains("{klant}");

            page.locator("button[value=try]").click();
            refreshUntil(page, "#trial .sum");
            assertThat(page.locator("#trial .sum").textContent())
                    .contains("40 gebeurtenissen gelezen = 39 aangenomen + 0 herhaald + 0 strijdig + 1 geweigerd");
            look(visit, script, found);

            page.locator("button[value=import]").click();
            page.waitForURL("**/setup/imports/*");
            refreshUntil(page, "#import .sum");
            assertThat(page.locator("#import .sum").textContent())
                    .contains("40 gebeurtenissen gelezen = 39 aangenomen + 0 herhaald + 0 strijdig + 1 geweigerd");
            look(visit, script, found);

            page.locator("main a[href='/setup/quarantine']").last().click();
            page.waitForURL("**/setup/quarantine");
            assertThat(page.locator("#each").textContent()).contains("31-02-2026 09:10");
            look(visit, script, found);

            page.locator("footer form[action='/sign-out'] button").click();
            page.waitForURL("**/sign-in");
            assertThat(page.navigate(house.address() + "/relationships").url()).contains("/sign-in");
        }
        assertThat(found).isEmpty();
    }

    private static void menu(Page page, String name) {
        page.getByRole(AriaRole.NAVIGATION)
                .first()
                .getByRole(AriaRole.LINK, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(name))
                .click();
    }

    /// axe is a script itself, so without script only the console is asked.
    private static void look(Visit visit, boolean script, List<String> found) {
        List<String> here = script ? Findings.all(visit) : visit.complaints();
        for (String each : here) if (!found.contains(each)) found.add(visit.where() + ": " + each);
    }

    /// As somebody does who presses Refresh until something is there.
    private static void refreshUntil(Page page, String sought) {
        for (int i = 0; i < 60 && page.locator(sought).count() == 0; i++) {
            page.waitForTimeout(250);
            page.reload();
        }
        assertThat(page.locator(sought).count()).isEqualTo(1);
    }

    @Test
    void what_is_under_way_is_refreshed_in_place(OpenHouse house) {
        try (Visit visit = house.visit(Eyes.DUTCH).to("/setup/imports/new")) {
            Page page = visit.page();
            page.locator("input[type=file]").setInputFiles(contacts("contacten-3.csv"));
            page.locator("main form button").first().click();
            page.waitForURL("**/setup/imports/new/*");
            page.locator("button[value=try]").click();
            page.locator("#trial .sum").waitFor(); // without anybody pressing anything
            page.locator("button[value=discard]").click();
            page.waitForURL("**/setup/imports/new");
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
