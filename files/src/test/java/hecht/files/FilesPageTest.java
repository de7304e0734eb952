package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.event.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The mapping on the page about files does what the page says.
class FilesPageTest {
    @TempDir
    Path folder;

    @Test
    void the_mapping_of_the_page_reads_orders_and_cancellations() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "reference", "files.md"));
        int start = page.indexOf("```yaml\n") + 8;
        Mapping mapping = Heard.mapping(page.substring(start, page.indexOf("```", start)));
        Path file = Heard.write(folder, "shop.csv", """
                InvoiceNo;InvoiceDate;CustomerID;Total;Country;Who
                536365;12/1/2010 8:26;17850;1.039,12;United Kingdom;
                C536379;12/1/2010 9:41;14527;-27,5;;Klant
                C536380;12/1/2010 9:41;14527;0;;Klant
                C536381;12/1/2010 9:41;14527;-1;;n.v.t.
                """);
        Heard heard = Heard.of(mapping, file);
        assertThat(heard.refusals).isEmpty();
        assertThat(heard.ids()).containsExactly("536365-order", "C536379-cancel", "C536381-cancel");
        assertThat(((Event.Ordered) heard.events.getFirst()).amount()).isEqualTo(1039.12);
        assertThat(heard.events.getFirst().envelope().attributes()).containsEntry("country", "United Kingdom");
        assertThat(heard.skipped).isEqualTo(1);
    }
}
