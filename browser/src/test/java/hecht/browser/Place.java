package hecht.browser;

import hecht.demo.Lichtland;
import java.util.ArrayList;
import java.util.List;

/// A page of the house, by its address.
///
/// @param name of its pictures  @param status with which it is answered
record Place(String name, String address, int status) {
    static final Place PULSE = new Place("pulse", "/pulse");
    static final Place RELATIONSHIPS = new Place("relationships", "/relationships");
    static final Place RELATIONSHIP =
            new Place("relationship", "/relationships/" + Lichtland.demo().mover());
    static final Place KEYS = new Place("keys", "/keys");
    static final Place NOWHERE = new Place("not-found", "/relationships/nobody", 404);
    static final Place CLOSED = new Place("forbidden", "/setup/users", 403); // to a viewer
    static final Place NOBODY = new Place("empty-list", "/relationships?min=99.9");
    static final Place SIGN_IN = new Place("sign-in", "/sign-in");

    /// What lies under Setup.
    static final List<Place> SETUP = List.of(
            new Place("organisation", "/setup/organisation"),
            new Place("import-new", "/setup/imports/new"),
            new Place("imports", "/setup/imports"),
            new Place("import", "/setup/imports/1"),
            new Place("quarantine", "/setup/quarantine"),
            new Place("users", "/setup/users"),
            new Place("tokens", "/setup/tokens"),
            new Place("audit", "/setup/audit"),
            new Place("erasures", "/setup/erasures"));

    Place(String name, String address) {
        this(name, address, 200);
    }

    /// Everything an owner may see but Pulse.
    static List<Place> others() {
        List<Place> all = new ArrayList<>(List.of(RELATIONSHIPS, RELATIONSHIP, KEYS));
        all.addAll(SETUP);
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
