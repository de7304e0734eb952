package hecht.app.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.security.Browser;
import hecht.app.security.Browser.Answer;
import hecht.app.security.Running;
import hecht.store.access.Act;
import hecht.store.access.Role;
import hecht.store.setup.Imports;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A file on its way in by the pages, on a real server.
class ImportingPagesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Pattern UPLOAD = Pattern.compile("/setup/imports/new/[0-9a-f]+");
    private static final Pattern MAPPING =
            Pattern.compile("(?s)<textarea[^>]*name=\"mapping\"[^>]*>\n?(.*?)</textarea>");

    private static Running house;
    private static Browser steward;

    @BeforeAll
    static void open() {
        house = Running.start();
        steward = house.signedIn(Role.STEWARD);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static String contacts(String prefix) {
        StringBuilder rows = new StringBuilder("nummer;klant;datum;kanaal\n");
        for (int i = 1; i <= 20; i++)
            rows.append(prefix)
                    .append(i)
                    .append(";KL-")
                    .append(i)
                    .append(i == 7 ? ";31-02-2026 09:10" : ";" + i + "-10-2026 11:30")
                    .append(";mail\n");
        return rows.toString();
    }

    /// Hands in a file, and shows the page that follows.
    private static Answer handIn(String name, String content) {
        String page = steward.get("/setup/imports/new?lang=en").body();
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        String body = "--limit\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n" + token.group(1)
                + "\r\n--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--limit--\r\n";
        Answer sent = steward.ask(steward.request("/setup/imports/new")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .header("Origin", "null")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(sent.status()).isEqualTo(302);
        return steward.get(sent.header("Location").replaceFirst("^https?://[^/]+", ""));
    }

    private static String address(Answer page) {
        Matcher found = UPLOAD.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group();
    }

    private static String mapping(Answer page) {
        Matcher found = MAPPING.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /// The import that began, when it is over.
    private static Imports.Import done() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            Imports.Import latest = house.store().imports().latest(1).getFirst();
            if (latest.state() != Imports.State.RUNNING) return latest;
            Thread.sleep(50);
        }
        throw new AssertionError("the import is not over after ten seconds");
    }

    private static List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.walk(house.data().resolve("uploads"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /// Where the file lies that was handed in and is shown at an address.
    private static Path folder(String address) {
        return house.data().resolve("uploads").resolve(address.substring(address.lastIndexOf('/') + 1));
    }

    /// An import deletes its file on its own thread, a moment after it is over.
    private static void waitUntilGone(Path folder) throws InterruptedException {
        for (int i = 0; i < 100 && Files.exists(folder); i++) Thread.sleep(50);
        assertThat(folder).doesNotExist();
    }

    @Test
    void a_file_is_imported_by_the_mapping_suggested_for_it_and_what_was_broken_comes_in_once_mended()
            throws IOException, InterruptedException {
        long before = house.store().events().totals().events();
        Answer shown = handIn("contacten.csv", contacts("A-"));
        assertThat(shown.body())
                .contains("contacten.csv: look over what has a question mark", "10 rows, as they are read", "KL-1")
                .contains("31-02-2026 09:10");
        String address = address(shown);
        assertThat(folder(address)).isDirectory();
        steward.post(address, "do", "import", "name", "contacten", "mapping", mapping(shown));

        Imports.Import done = done();
        assertThat(done.state()).isEqualTo(Imports.State.DONE);
        assertThat(done.file()).isEqualTo("contacten.csv");
        assertThat(done.counts().accepted()).isEqualTo(19);
        assertThat(done.counts().rejected()).isEqualTo(1);
        assertThat(done.counts().eventsRead()).isEqualTo(20);
        assertThat(steward.get("/setup/imports/" + done.number()).body())
                .contains("20 events read = 19 accepted + 0 repeated + 0 conflicting + 1 rejected + 0 erased")
                .contains("expected a moment written as d-M-yyyy H:mm");
        assertThat(house.store().mappings().find("contacten")).isPresent();
        waitUntilGone(folder(address));

        assertThat(steward.get("/setup/quarantine").body()).contains("contacten.csv, row 7", "KL-7", "31-02-2026");
        String rejects = steward.get("/setup/quarantine/rejects.ndjson").body();
        String mended = rejects.replace("31-02-2026 09:10", "28-02-2026 09:10");
        Answer again = handIn("quarantine.rejects.ndjson", mended);
        assertThat(again.body()).contains("those of the mapping contacten");
        steward.post(address(again), "do", "import", "name", "contacten", "mapping", mapping(again));
        assertThat(done().counts().accepted()).isEqualTo(1);
        waitUntilGone(folder(address(again)));
        assertThat(house.store().quarantine().size()).isZero();
        assertThat(house.store().events().totals().events()).isEqualTo(before + 20);
        assertThat(house.audit())
                .extracting(line -> line.act())
                .contains(Act.IMPORTED, Act.MAPPING_SAVED, Act.QUARANTINE_READ, Act.EXPORTED);
    }

    @Test
    void a_query_never_runs_in_a_server() {
        String address = address(handIn("lines.csv", contacts("B-")));
        long before = house.store().imports().latest(1).stream()
                .mapToLong(Imports.Import::number)
                .sum();
        String query = "source: x\nquery: |\n  SELECT * FROM read_text('/etc/passwd')\nevents:\n"
                + "  - {type: described, id: \"{content}\", time: \"{content}\", customer: \"{content}\"}\n";
        for (String what : List.of("rows", "try", "import"))
            assertThat(steward.post(address, "do", what, "name", "lines", "mapping", query)
                            .body())
                    .contains("a server runs no queries")
                    .doesNotContain("root:");
        assertThat(house.store().imports().latest(1).stream()
                        .mapToLong(Imports.Import::number)
                        .sum())
                .isEqualTo(before);
        steward.post(address, "do", "discard");
        assertThat(folder(address)).doesNotExist();
        assertThat(steward.get(address).status()).isEqualTo(404);
    }

    @Test
    void a_dry_run_says_what_would_come_in_and_keeps_nothing() throws InterruptedException {
        long before = house.store().events().totals().events();
        String address = address(handIn("droog.csv", contacts("C-")));
        String mapping = mapping(steward.get(address));
        Answer tried = steward.post(address, "do", "try", "name", "droog", "mapping", mapping);
        for (int i = 0; i < 100 && !tried.body().contains("nothing was written"); i++) {
            Thread.sleep(50);
            tried = steward.get(address);
        }
        assertThat(tried.body()).contains("20 events read = 19 accepted + 0 repeated + 0 conflicting + 1 rejected");
        assertThat(house.store().events().totals().events()).isEqualTo(before);
        steward.post(address, "do", "discard");
    }

    @Test
    void what_is_no_file_of_rows_is_not_kept() throws IOException {
        assertThat(handIn("leeg.csv", "").body()).contains("No file came");
        assertThat(handIn("werkmap.xlsx", "PK\u0003\u0004 and more").body())
                .contains("This file cannot be read", "a workbook or an archive; save the sheet as CSV")
                .doesNotContain(house.data().toString());
        assertThat(kept()).noneMatch(each -> {
            try {
                return Files.readString(each).startsWith("PK");
            } catch (IOException e) {
                return false;
            }
        });
    }

    @Test
    void script_in_names_cells_and_mappings_is_text() {
        String evil = "<script>alert(1)</script>";
        Answer shown = handIn(evil.replace("/", "") + ".csv", contacts(evil).replace("mail", evil));
        assertThat(shown.body()).contains("&lt;script&gt;alert").doesNotContain("<script>alert");
        String address = address(shown);
        Answer typed = steward.post(address, "do", "rows", "name", evil, "mapping", "</textarea>" + evil);
        assertThat(typed.body())
                .contains("&lt;/textarea&gt;&lt;script&gt;alert")
                .doesNotContain("<script>alert");
        steward.post(address, "do", "discard");
    }

    @Test
    void who_is_no_steward_hands_in_nothing_and_sees_no_quarantine() {
        for (Role role : List.of(Role.VIEWER, Role.MEMBER)) {
            Browser browser = house.signedIn(role);
            for (String path : List.of(
                    "/setup/imports", "/setup/imports/new", "/setup/quarantine", "/setup/quarantine/rejects.ndjson"))
                assertThat(browser.get(path).status()).as(role + " " + path).isEqualTo(403);
        }
    }
}
