package hecht.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hecht.files.Refusal;
import hecht.store.Where;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// HTTPS with a certificate of one's own, here one that keytool signs by itself.
class CertificateTest {
    private static final String PASSWORD = "a lantern in the rain";

    @TempDir
    Path home;

    private KeyStore keys;

    @BeforeEach
    void make() throws Exception {
        Path store = home.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "us",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(said).isZero();
        keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private String certificate() throws Exception {
        return pem("CERTIFICATE", keys.getCertificate("us").getEncoded());
    }

    private String key() throws Exception {
        PrivateKey key = (PrivateKey) keys.getKey("us", PASSWORD.toCharArray());
        return pem("PRIVATE KEY", key.getEncoded());
    }

    private static String pem(String what, byte[] bytes) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }

    private Server start(String pem) throws Refusal, IOException {
        Path file = Files.writeString(home.resolve("hecht.pem"), pem);
        Path data = home.resolve("data");
        Settings settings = new Settings(
                data,
                new Where.Embedded(data),
                Settings.LOOPBACK,
                0,
                List.of(),
                file,
                false,
                Settings.Founding.DEFAULT);
        return Server.start(settings, Clock.systemUTC());
    }

    @Test
    void with_a_chain_and_its_key_pages_are_answered_by_https() throws Exception {
        try (Server server = start(certificate() + key());
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting()).build()) {
            URI signIn = server.address().resolve("/sign-in");
            assertThat(signIn.getScheme()).isEqualTo("https");
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(signIn).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(answer.headers().allValues("Set-Cookie")).allMatch(each -> each.contains("; Secure"));
        }
    }

    private SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("us", keys.getCertificate("us"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    @Test
    void one_without_its_key_is_refused_before_anything_begins() throws Exception {
        assertRefused(certificate());
        assertRefused(key());
        assertRefused("-----BEGIN CERTIFICATE-----\nnothing\n-----END CERTIFICATE-----\n" + key());
        assertRefused("");
        assertThat(home.resolve("data")).doesNotExist();
    }

    private void assertRefused(String pem) {
        assertThatThrownBy(() -> start(pem))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("--certificate: expected a PEM file with the chain and then its key")
                .extracting(each -> ((Refusal) each).kind())
                .isEqualTo(Refusal.Kind.USE);
    }
}
