package hecht.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.springframework.http.HttpHeaders;

/// The body of a request, whole and unpacked: what is sent is bounded, and so is what it unpacks to.
final class Body {
    static final int MOST_BYTES = 1 << 24;

    private Body() {}

    /// @return empty when it is larger than [#MOST_BYTES]
    /// @throws IOException when it breaks off, or is not packed as it says
    static Optional<byte[]> read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) return Optional.empty();
        try (InputStream in = unpacked(request)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(bytes);
        }
    }

    private static InputStream unpacked(HttpServletRequest request) throws IOException {
        String packed = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (packed == null || packed.equalsIgnoreCase("identity")) return request.getInputStream();
        if (packed.toLowerCase(Locale.ROOT).equals("gzip"))
            return new GZIPInputStream(request.getInputStream(), 1 << 16);
        throw new IOException("expected gzip or nothing as Content-Encoding, found something else");
    }
}
