package hecht.app.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// HTTP by hand, for what a decent client does not let one say.
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private long sent;

    Wire(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(10_000);
        out = socket.getOutputStream();
        in = socket.getInputStream();
    }

    void say(String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /// Sends so many bytes, or as many as are taken.
    void pour(long bytes) {
        byte[] some = new byte[1 << 16];
        try {
            while (sent < bytes) {
                out.write(some);
                sent += some.length;
            }
        } catch (IOException e) {
            // Nobody takes more.
        }
    }

    long sent() {
        return sent;
    }

    /// The first line of the answer: `HTTP/1.1 400`.
    String status() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) line.append((char) c);
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
