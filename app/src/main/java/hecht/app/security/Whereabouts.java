package hecht.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;

/// Where a request comes from, as the audit keeps it and as failures are counted by.
final class Whereabouts {
    private static final int GROUPS_OF_A_HOUSEHOLD = 4;

    private Whereabouts() {}

    static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /// IPv6 in its first 64 bits: whoever has one such address has all that begin alike.
    static String of(String address) {
        String plain = address.contains("%") ? address.substring(0, address.indexOf('%')) : address;
        if (!plain.contains(":")) return plain;
        if (plain.equals("::1") || plain.equals("0:0:0:0:0:0:0:1")) return "::1";
        String[] groups = expanded(plain).split(":", -1);
        return String.join(":", Arrays.copyOf(groups, GROUPS_OF_A_HOUSEHOLD)) + "::/64";
    }

    private static String expanded(String address) {
        int gap = address.indexOf("::");
        if (gap < 0) return address;
        String left = address.substring(0, gap);
        String right = address.substring(gap + 2);
        int known = count(left) + count(right);
        String zeros = "0:".repeat(Math.max(0, 8 - known));
        String all = (left.isEmpty() ? "" : left + ":") + zeros + right;
        return all.endsWith(":") ? all.substring(0, all.length() - 1) : all;
    }

    private static int count(String groups) {
        return groups.isEmpty() ? 0 : groups.split(":", -1).length;
    }

    /// Whether a request was made on this machine itself, by nobody's mediation.
    static boolean isHere(HttpServletRequest request) {
        boolean mediated = request.getHeader("X-Forwarded-For") != null
                || request.getHeader("Forwarded") != null
                || request.getHeader("X-Real-IP") != null;
        String address = request.getRemoteAddr();
        boolean loopback = address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
        return loopback && !mediated;
    }
}
