package hecht.app.security;

import hecht.store.access.Right;
import hecht.store.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// [Who] in the terms of Spring Security: `ROLE_MEMBER` and those below it, `RIGHT_PEOPLE`, `COMMAND_LINE`.
final class Proof extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;
    static final String COMMAND_LINE = "COMMAND_LINE";

    private final transient Who who;

    Proof(Who who) {
        super(authorities(who));
        this.who = who;
        setAuthenticated(true);
    }

    static String of(Right right) {
        return "RIGHT_" + right.name();
    }

    private static List<GrantedAuthority> authorities(Who who) {
        List<GrantedAuthority> all = new ArrayList<>();
        for (Role each : Role.values())
            if (who.isAtLeast(each)) all.add(new SimpleGrantedAuthority("ROLE_" + each.name()));
        for (Right each : who.rights()) all.add(new SimpleGrantedAuthority(of(each)));
        if (who.name().equals(Who.COMMAND_LINE)) all.add(new SimpleGrantedAuthority(COMMAND_LINE));
        return all;
    }

    @Override
    public Who getPrincipal() {
        return who;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Proof proof && proof.who.equals(who);
    }

    @Override
    public int hashCode() {
        return Objects.hash(who);
    }
}
