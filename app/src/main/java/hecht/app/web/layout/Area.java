package hecht.app.web.layout;

/// The parts of the menu. A page of none of them, such as the one to sign in, marks nothing there.
public enum Area {
    PULSE("/pulse"),
    RELATIONSHIPS("/relationships"),
    SETUP("/setup"),
    NONE("/");

    private final String address;

    Area(String address) {
        this.address = address;
    }

    public String address() {
        return address;
    }
}
