package hecht.demo;

import java.util.Locale;

/// The systems of Lichtland that tell of events.
enum Source {
    CRM,
    BILLING,
    FIELD,
    GRID,
    WEB,
    SURVEY,
    MAIL,
    OUTREACH;

    final String word = "lichtland." + name().toLowerCase(Locale.ROOT);
}
