package hecht.app.web.setup;

import hecht.app.web.layout.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The pages under Setup, in the order of their list. Their names, `setup.imports`, stand in the messages of the layout, since
/// every one of these pages says them all.
public enum Chapter {
    ORGANISATION,
    IMPORTS,
    QUARANTINE,
    USERS,
    TOKENS,
    AUDIT,
    ERASURES;

    public String address() {
        return "/setup/" + word();
    }

    public String key() {
        return "setup." + word();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Those that who reads this page may open.
    public static List<Chapter> all(Page page) {
        return Arrays.stream(values())
                .filter(each -> each != USERS || page.isOwner())
                .toList();
    }
}
