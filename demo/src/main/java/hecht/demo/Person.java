package hecht.demo;

import java.util.List;
import java.util.Locale;

/// One customer of Lichtland: what is known of them before anything happens.
///
/// @param number 1 first; the same person at every size  @param built year in which the house was built
/// @param joins the day on which they become a customer; −1 for those who were there before the first day
/// @param instalment a month, in euro  @param margin a year, in euro
record Person(
        int number,
        String name,
        Region region,
        Segment segment,
        int built,
        boolean gas,
        boolean account,
        int joins,
        double instalment,
        double margin) {
    /// The mover of the story: she is somebody at every size.
    static final int ANNEKE = 1;

    private static final int FIRST_KEY = 48_212;
    private static final double THERE_BEFORE = .72;
    private static final double VARIABLE =
            .59; // of all; the homes on heat come first, the fixed contracts share the rest
    private static final double FIXED_3_OF_FIXED = .45;
    private static final double ON_HEAT = onHeat();
    private static final int OLD = 1975;

    private static final List<String> FIRST_NAMES = List.of(
            "Aagje", "Ahmed", "Anouk", "Arjen", "Bas", "Berend", "Bram", "Carla", "Chris", "Daan", "Dirk", "Douwe",
            "Elif", "Elsbeth", "Emma", "Esther", "Fatima", "Femke", "Floor", "Frits", "Geert", "Gerda", "Hanna",
            "Hendrik", "Ibrahim", "Ilse", "Ineke", "Jaap", "Jelle", "Joke", "Joost", "Karin", "Klaas", "Lars", "Lieke",
            "Lotte", "Maarten", "Marga", "Marieke", "Mehmet", "Mirjam", "Naima", "Niels", "Nienke", "Olga", "Pieter",
            "Radha", "Renske", "Roos", "Ruben", "Sanne", "Sietske", "Sjoerd", "Sven", "Tamara", "Teun", "Thijs",
            "Truus", "Wietse", "Yusuf");
    private static final List<String> LAST_NAMES = List.of(
            "Bakker",
            "de Boer",
            "Bos",
            "Bosma",
            "van den Broek",
            "Brouwer",
            "Dekker",
            "van Dijk",
            "Dijkstra",
            "Doornbos",
            "Engels",
            "van der Heijden",
            "Hendriks",
            "Hoekstra",
            "Huisman",
            "Jansen",
            "de Jong",
            "Kaya",
            "Koster",
            "Kowalska",
            "Kuipers",
            "van Leeuwen",
            "van der Linden",
            "van Loon",
            "Meijer",
            "Mulder",
            "Nguyen",
            "Peters",
            "Postma",
            "Prins",
            "de Ruiter",
            "Schouten",
            "Smit",
            "Sibbing",
            "Terpstra",
            "Timmer",
            "Veenstra",
            "Verhoeven",
            "Vermeulen",
            "Visser",
            "van Vliet",
            "Vos",
            "de Vries",
            "de Wit",
            "van Wijk",
            "Wijaya",
            "Willems",
            "Wiersma",
            "Yilmaz",
            "Zijlstra");

    private static double onHeat() {
        double sum = 0;
        for (Region each : Region.values()) sum += each.share * each.onHeat;
        return sum;
    }

    static Person drawn(int number, Chance lot) {
        Region region = Region.drawn(lot);
        Segment segment = segment(region, lot);
        return new Person(
                number,
                lot.of(FIRST_NAMES) + " " + lot.of(LAST_NAMES),
                region,
                segment,
                built(lot),
                segment != Segment.HEAT && lot.happens(.85),
                lot.happens(.6),
                lot.happens(THERE_BEFORE) ? -1 : 1 + lot.below(Timeline.DAYS - 1),
                Math.rint(155 * lot.multiple(.35)),
                Math.rint(95 * lot.multiple(.5)));
    }

    static Person anneke() {
        return new Person(ANNEKE, "Anneke Terpstra", Region.ALMERE, Segment.FIXED_1, 1972, true, true, 19, 172, 236);
    }

    private static Segment segment(Region region, Chance lot) {
        if (lot.happens(region.onHeat)) return Segment.HEAT;
        if (lot.happens(VARIABLE / (1 - ON_HEAT))) return Segment.VARIABLE;
        return lot.happens(FIXED_3_OF_FIXED) ? Segment.FIXED_3 : Segment.FIXED_1;
    }

    private static int built(Chance lot) {
        return lot.happens(.45) ? lot.between(1905, OLD - 1) : lot.between(OLD, 2021);
    }

    /// Lichtland's own number for them.
    String key() {
        return String.format(Locale.ROOT, "LL-%07d", FIRST_KEY + number);
    }

    boolean wasThereBefore() {
        return joins < 0;
    }

    /// The first day of which anything may be known.
    int firstDay() {
        return Math.max(0, joins);
    }

    /// Meters in older houses are swapped more often, and it goes wrong more often.
    boolean livesInOldHouse() {
        return built < OLD;
    }

    String product() {
        return segment == Segment.HEAT ? Products.HEAT : Products.ELECTRICITY;
    }
}
