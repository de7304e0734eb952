package hecht.demo;

import hecht.core.event.Choice;

/// Where Lichtland's customers live.
///
/// Groningen is a decoy: it calls half as often again, its calls are settled rather better, and it is no less healthy.
enum Region implements Choice {
    ALMERE(.15, .65, 1, 0),
    ARNHEM(.12, .03, 1, 0),
    BREDA(.12, .05, 1, 0),
    GRONINGEN(.13, 0, 1.6, .04),
    LEIDEN(.11, 0, 1, 0),
    TWENTE(.13, 0, 1, 0),
    UTRECHT(.14, .15, 1, 0),
    ZWOLLE(.10, 0, 1, 0);

    final double share;
    final double onHeat; // the share of homes on a heat network
    final double calls; // contacts, as a multiple of the usual
    final double settled; // how much more often than usual one contact is enough

    Region(double share, double onHeat, double calls, double settled) {
        this.share = share;
        this.onHeat = onHeat;
        this.calls = calls;
        this.settled = settled;
    }

    String title() {
        return name().charAt(0) + word().substring(1);
    }

    static Region drawn(Chance chance) {
        double left = chance.uniform();
        for (Region each : values()) {
            left -= each.share;
            if (left < 0) return each;
        }
        return ZWOLLE;
    }
}
