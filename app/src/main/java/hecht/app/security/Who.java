package hecht.app.security;

import hecht.store.access.Right;
import hecht.store.access.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Who asks. A parameter of this type in a controller gets it.
///
/// @param name an account's name; `token NAME` for a program; `command line` for a command beside the server
/// @param role of a person; null for a program, which has rights and no role
/// @param rights of a program; none for a person
/// @param address where the request came from, as the audit keeps it
public record Who(String name, @Nullable Role role, Set<Right> rights, String address)
        implements AuthenticatedPrincipal {
    static final String COMMAND_LINE = "command line";

    public Who {
        rights = Set.copyOf(rights);
    }

    static Who person(String name, Role role, String address) {
        return new Who(name, role, Set.of(), address);
    }

    static Who program(String token, Set<Right> rights, String address) {
        return new Who("token " + token, null, rights, address);
    }

    /// Whoever can read the data folder can read all there is; so the command line may do all there is.
    public static Who commandLine(String address) {
        return new Who(COMMAND_LINE, Role.OWNER, Set.of(Right.values()), address);
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean isAtLeast(Role asked) {
        return role != null && role.isAtLeast(asked);
    }

    public boolean has(Right right) {
        return rights.contains(right);
    }

    /// Whether this one may see single customers, and figures of fewer than thirty.
    public boolean seesPeople() {
        return isAtLeast(Role.MEMBER) || has(Right.PEOPLE);
    }

    public boolean isSteward() {
        return isAtLeast(Role.STEWARD);
    }

    public boolean isOwner() {
        return isAtLeast(Role.OWNER);
    }
}
