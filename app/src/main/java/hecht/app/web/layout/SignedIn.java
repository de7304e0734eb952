package hecht.app.web.layout;

/// Who reads a page, and what of it may be shown: a viewer sees figures, a member people, a steward may change what is
/// imported and set, an owner who may sign in.
public record SignedIn(String name, Role role) {
    /// From the least to the most; each may what those before it may.
    public enum Role {
        VIEWER,
        MEMBER,
        STEWARD,
        OWNER
    }

    public boolean seesPeople() {
        return role.compareTo(Role.MEMBER) >= 0;
    }

    public boolean isSteward() {
        return role.compareTo(Role.STEWARD) >= 0;
    }

    public boolean isOwner() {
        return role == Role.OWNER;
    }
}
