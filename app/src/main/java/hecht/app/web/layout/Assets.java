package hecht.app.web.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Stylesheet, script and icon. Their addresses hold a digest of what they are, so that a browser may keep them for ever and
/// still sees a new one at once.
public final class Assets {
    /// Where they lie among the classes.
    static final String FOLDER = "/hecht/app/web/static/";

    /// Under which address they are served, also to those who are not signed in.
    public static final String PREFIX = "/static/";

    public static final String STYLESHEET = address("hecht.css");
    static final String SCRIPT = address("hecht.js");
    public static final String ICON = address("hecht.svg");

    private Assets() {}

    private static String address(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) throw new IllegalStateException("hecht was built without " + name);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return PREFIX + name + "?" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
