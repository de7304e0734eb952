package hecht.app.server;

import hecht.app.security.Premises;
import hecht.store.Where;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a server is to be run.
///
/// @param data the folder that is the organisation's: the database, uploads, the log, what a command beside it needs
/// @param where the database: in the folder, or one of the organisation's own
/// @param listen the address of this machine that is listened at
/// @param port where; 0 for any free one
/// @param hosts names beside those of this machine by which browsers may ask for it
/// @param certificate a PEM file with chain and key; null where it speaks plain HTTP
/// @param behindProxy whether a proxy before it speaks HTTPS and says for whom
/// @param founding what the organisation is at the first start; ignored afterwards
public record Settings(
        Path data,
        Where where,
        String listen,
        int port,
        List<String> hosts,
        @Nullable Path certificate,
        boolean behindProxy,
        Founding founding) {
    public static final int PORT = 8484;
    public static final String LOOPBACK = "127.0.0.1";

    public Settings {
        hosts = List.copyOf(hosts);
    }

    /// A server that only this machine reaches, in plain HTTP, as everything but `serve` wants it.
    public static Settings onLoopback(Path data, Where where, int port) {
        return new Settings(data, where, LOOPBACK, port, List.of(), null, false, Founding.DEFAULT);
    }

    /// Whether browsers reach it by HTTPS, so that cookies may be kept to that.
    public boolean isSecure() {
        return certificate != null || behindProxy;
    }

    /// What security has to know of it.
    Premises premises() {
        return new Premises(data, listen, Set.copyOf(hosts), isSecure());
    }

    /// The organisation at its first start.
    ///
    /// @param zone in which its days end  @param currency of its margins  @param preset what its customers notice
    public record Founding(String zone, String currency, String preset) {
        public static final Founding DEFAULT = new Founding("Europe/Amsterdam", "EUR", "energy");
    }
}
