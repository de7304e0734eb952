package hecht.app.security;

import java.nio.file.Path;
import java.util.Set;

/// Where this server stands and by which ways it is reached.
///
/// @param data the folder that is the organisation's, in which `local.token` lies
/// @param listen the address of this machine that is listened at
/// @param hosts names by which browsers may ask for it, beside those of this machine itself
/// @param secure whether browsers reach it by HTTPS, by a certificate of ours or through a proxy
public record Premises(Path data, String listen, Set<String> hosts, boolean secure) {
    public Premises {
        hosts = Set.copyOf(hosts);
    }
}
