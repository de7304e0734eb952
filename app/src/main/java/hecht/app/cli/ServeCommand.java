package hecht.app.cli;

import hecht.app.server.Server;
import hecht.app.server.Settings;
import hecht.core.event.Choice;
import hecht.core.perception.Preset;
import hecht.files.Refusal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hecht serve`: the pages and the API, until it is stopped.
@CommandLine.Command(name = "serve")
final class ServeCommand implements Command {
    private final Conversation with;

    @Mixin
    DataOptions keeping = new DataOptions();

    @Option(names = "--port", paramLabel = "N", descriptionKey = "option.serving.port")
    @Nullable
    String port;

    @Option(names = "--listen", paramLabel = "ADDRESS", descriptionKey = "option.serving.listen")
    String listen = Settings.LOOPBACK;

    @Option(names = "--host", paramLabel = "NAME", descriptionKey = "option.serving.host")
    List<String> hosts = new ArrayList<>();

    @Option(names = "--certificate", paramLabel = "FILE", descriptionKey = "option.serving.certificate")
    @Nullable
    Path certificate;

    @Option(names = "--behind-proxy", descriptionKey = "option.serving.behind-proxy")
    boolean behindProxy;

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "option.founding.zone")
    String zone = Settings.Founding.DEFAULT.zone();

    @Option(names = "--currency", paramLabel = "EUR", descriptionKey = "option.founding.currency")
    String currency = Settings.Founding.DEFAULT.currency();

    @Option(names = "--preset", paramLabel = "energy|shop|municipality", descriptionKey = "option.founding.preset")
    String preset = Settings.Founding.DEFAULT.preset();

    ServeCommand(Conversation with) {
        this.with = with;
    }

    @Override
    public int run() throws Refusal {
        Settings settings = settings();
        with.tell(with.say("serve.starting", settings.data()));
        try (Server server = Service.start(settings, with)) {
            Service.welcome(server, settings, with);
            return Service.untilStopped();
        }
    }

    private Settings settings() throws Refusal {
        if (certificate != null && !Files.isReadable(certificate)) throw with.wrongUse("use.certificate", certificate);
        if (!isLoopback(listen) && certificate == null && !behindProxy)
            throw with.wrongUse("use.beyond-loopback", Shown.safely(listen));
        return new Settings(
                keeping.folder(with),
                keeping.where(with),
                listen,
                port == null ? Settings.PORT : Service.port(port, with),
                hosts,
                certificate,
                behindProxy,
                new Settings.Founding(zone(), currency(), preset()));
    }

    private boolean isLoopback(String address) throws Refusal {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw with.wrongUse("use.listen", Shown.safely(address));
        }
    }

    private String zone() throws Refusal {
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            throw with.wrongUse("use.zone", Shown.safely(zone));
        }
    }

    private String currency() throws Refusal {
        try {
            return Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw with.wrongUse("use.currency", Shown.safely(currency));
        }
    }

    private String preset() throws Refusal {
        if (Choice.read(Preset.class, preset).isPresent()) return preset;
        throw with.wrongUse(
                "use.choice", "--preset", String.join(", ", Choice.words(Preset.class)), Shown.safely(preset));
    }
}
