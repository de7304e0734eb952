package hecht.app.server;

import hecht.app.living.Believing;
import hecht.app.security.Premises;
import hecht.core.event.Choice;
import hecht.core.perception.Preset;
import hecht.files.Refusal;
import hecht.store.Store;
import hecht.store.setup.Organisation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/// A running server. Closing it lets requests that are under way end, then stops the database it started.
public final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final Store store;
    private final Path data;
    private final URI address;

    private Server(ConfigurableApplicationContext context, Store store, Path data, URI address) {
        this.context = context;
        this.store = store;
        this.data = data;
        this.address = address;
    }

    /// Opens the data, then the door. When it returns, pages are answered.
    ///
    /// @param clock says what day it is
    /// @throws Refusal when the port cannot be had, or the certificate cannot be used; nothing runs then
    /// @throws hecht.store.postgres.Trouble when the database or the folder cannot be had; likewise
    public static Server start(Settings settings, Clock clock) throws Refusal {
        if (settings.certificate() != null) check(settings.certificate());
        Store store = Store.open(settings.where());
        try {
            found(store, settings.founding(), clock);
            SpringApplication application = new SpringApplication(Wiring.class);
            application.setBannerMode(Banner.Mode.OFF);
            application.setLogStartupInfo(false);
            application.addListeners(new Early(properties(settings)));
            application.addInitializers(context -> {
                GenericApplicationContext beans = (GenericApplicationContext) context;
                beans.registerBean(Settings.class, () -> settings);
                beans.registerBean(Clock.class, () -> clock);
                beans.registerBean(Premises.class, settings::premises);
                beans.registerBean(Store.class, () -> store); // closed by Spring, after everything that uses it
            });
            ConfigurableApplicationContext context = application.run();
            Server server = new Server(context, store, settings.data(), address(settings, context));
            Address.write(settings.data(), server.address);
            return server;
        } catch (Refusal | RuntimeException e) {
            store.close();
            if (!isPortInUse(e)) throw e;
            throw new Refusal(
                    Refusal.Kind.SURROUNDINGS,
                    "--port: expected a free port, found that something else answers on " + settings.port()
                            + "; stop that, or name another port.",
                    e);
        }
    }

    /// At the first start the organisation is what was said on the command line; afterwards it is what a steward decides. What
    /// was imported before it is counted anew where that says something else.
    private static void found(Store store, Settings.Founding founding, Clock clock) throws Refusal {
        if (store.settings().isDecided()) return;
        Organisation before = store.settings().organisation();
        Organisation founded = before.in(ZoneId.of(founding.zone()))
                .inCurrency(founding.currency())
                .with(Choice.read(Preset.class, founding.preset()).orElseThrow());
        store.settings().put(founded);
        if (!founded.equals(before) && store.models().active().isPresent())
            new Believing(store).countAnew(clock.instant());
    }

    /// Spring would say what is wrong with it only when everything else has begun, and to nobody in particular.
    private static void check(Path certificate) throws Refusal {
        try {
            PemContent content = PemContent.load(certificate);
            if (content.getCertificates().isEmpty() || content.getPrivateKey() == null)
                throw new IOException("no certificate, or no key");
        } catch (IOException | RuntimeException e) {
            throw new Refusal(
                    Refusal.Kind.USE,
                    "--certificate: expected a PEM file with the chain and then its key, not locked by a password; "
                            + certificate + " is none.",
                    e);
        }
    }

    private static boolean isPortInUse(Throwable e) {
        for (Throwable each = e; each != null; each = each.getCause())
            if (each instanceof PortInUseException) return true;
        return false;
    }

    private static URI address(Settings settings, ConfigurableApplicationContext context) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        String host = settings.listen().equals(Settings.LOOPBACK) ? "localhost" : settings.listen();
        return URI.create((settings.certificate() == null ? "http" : "https") + "://" + host + ":" + port);
    }

    /// Puts what we decide before the environment, so that a variable such as SERVER_PORT of somebody else's changes nothing
    /// here; and before Spring looks how it is to log.
    private record Early(Map<String, Object> decided)
            implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            event.getEnvironment().getPropertySources().addFirst(new MapPropertySource("hecht", decided));
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }

    /// What of Spring's defaults is ours to decide.
    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> all = new HashMap<>();
        all.put("spring.jmx.enabled", "false");
        all.put("spring.threads.virtual.enabled", "true");
        all.put(
                "spring.config.location",
                "optional:classpath:/hecht/app/server/"); // never a file of the folder it runs in
        all.put("logging.config", "classpath:hecht/app/server/logback-server.xml");
        all.put("hecht.log", settings.data().resolve("log").resolve("hecht.log").toString());
        all.put("server.address", settings.listen());
        all.put("server.port", settings.port());
        all.put("server.shutdown", "graceful");
        all.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        all.put("server.server-header", "");
        all.put("server.tomcat.accesslog.enabled", "false");
        all.put("server.tomcat.basedir", settings.data().resolve("tomcat").toString());
        all.put("server.compression.enabled", "true");
        all.put(
                "server.compression.mime-types",
                "text/html,text/css,text/javascript,text/csv,image/svg+xml,application/json");
        all.put("spring.servlet.multipart.max-file-size", "1GB");
        all.put("spring.servlet.multipart.max-request-size", "1025MB");
        all.put(
                "spring.servlet.multipart.location",
                settings.data().resolve("uploads").toString());
        all.put(
                "spring.servlet.multipart.resolve-lazily",
                "true"); // who may not upload is refused before anything is read
        all.put("spring.web.resources.add-mappings", "false");
        all.put(
                "spring.mvc.publish-request-handled-events",
                "false"); // each would ask once more who it is, also where the database is away
        all.put("management.endpoints.web.exposure.include", "health,prometheus");
        all.put("management.endpoint.health.probes.enabled", "true");
        all.put("management.endpoint.health.group.readiness.include", "readinessState,database");
        all.put("springdoc.api-docs.path", "/api/v1/openapi");
        all.put("springdoc.packages-to-scan", "hecht.app.api,hecht.app.web.pulse");
        all.put("springdoc.paths-to-match", "/api/v1/**");
        if (settings.behindProxy()) all.put("server.forward-headers-strategy", "native");
        if (settings.certificate() != null) {
            all.put("server.ssl.certificate", settings.certificate().toUri().toString());
            all.put(
                    "server.ssl.certificate-private-key",
                    settings.certificate().toUri().toString());
        }
        return all;
    }

    /// Where pages are answered: `http://localhost:8484`.
    public URI address() {
        return address;
    }

    public Store store() {
        return store;
    }

    /// One of the server's parts.
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        Address.remove(data);
        context.close();
    }
}
