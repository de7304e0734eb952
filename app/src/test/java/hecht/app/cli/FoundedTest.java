package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.server.Server;
import hecht.app.server.Settings;
import hecht.core.perception.Preset;
import hecht.files.ModelFile;
import hecht.store.Store;
import hecht.store.Where;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server may be started over what was imported before there was one.
class FoundedTest {
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    @Test
    void what_was_imported_before_the_first_start_is_believed_by_what_that_start_says() throws Exception {
        Path data = home.resolve("data");
        assertThat(Ran.hecht("import", Ran.file("cast.ndjson"), "--data", data.toString())
                        .code())
                .isZero();
        var where = new Where.Embedded(data);
        try (Store store = Store.open(where)) {
            assertThat(store.settings().isDecided()).isFalse();
            assertThat(store.settings().organisation().proposed()).isNotNull();
        }
        Settings.Founding said = new Settings.Founding("Europe/London", "GBP", "shop");
        try (Server server =
                Server.start(new Settings(data, where, Settings.LOOPBACK, 0, List.of(), null, false, said), TODAY)) {
            Store store = server.store();
            assertThat(store.settings().organisation()).satisfies(each -> {
                assertThat(each.zone().getId()).isEqualTo("Europe/London");
                assertThat(each.preset()).isEqualTo(Preset.SHOP);
                assertThat(each.proposed()).isNotNull();
            });
            String model = store.models().active().orElseThrow().text();
            assertThat(ModelFile.parse("model", model).zone().getId()).isEqualTo("Europe/London");
        }
    }
}
