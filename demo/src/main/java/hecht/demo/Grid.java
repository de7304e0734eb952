package hecht.demo;

import hecht.core.event.Cause;
import hecht.core.event.Channel;
import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.Form;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// When the power failed, by region, which is the same for all who live there; and the one outage that everybody in Almere
/// remembers: no heat from 9 to 12 February 2026, with visits and compensation.
final class Grid {
    private static final double FAILURES = 12; // a year and region
    private static final double HITS_NEW = .02; // of the homes in the region, each time
    private static final double HITS_OLD = .07;
    private static final int OUTAGE = Timeline.day(2026, Month.FEBRUARY, 9);
    private static final double VISITED = .85;
    private static final double COMPENSATION = 40;
    private static final String WARMTERING = "WarmteRing";

    private final Map<Region, List<Failure>> failures = new EnumMap<>(Region.class);

    private record Failure(int day, long from, long until, boolean planned) {}

    Grid(long seed) {
        for (Region region : Region.values())
            failures.put(region, drawn(Chance.of(seed, 0).about(region.word())));
    }

    private static List<Failure> drawn(Chance lot) {
        List<Failure> all = new ArrayList<>();
        Plan.often(lot, FAILURES, 0, day -> {
            long from = Timeline.at(day, lot.below(80_000));
            double hours = switch (lot.among(.68, .27, .05)) {
                case 0 -> .1 + .8 * lot.uniform();
                case 1 -> 1 + 5 * lot.uniform();
                default -> 8 + 8 * lot.uniform();
            };
            long until = from + 1_000_000 * (long) (hours * 3600);
            all.add(new Failure(day, from, until, lot.happens(.15)));
        });
        return all;
    }

    void plan(Plan plan, Chance lot) {
        Person who = plan.who;
        double hit = who.livesInOldHouse() ? HITS_OLD : HITS_NEW;
        Subject power = Subject.ofProduct(Products.ELECTRICITY);
        for (Failure each : failures.getOrDefault(who.region(), List.of()))
            if (each.day > who.firstDay() && lot.happens(hit))
                plan.add(new Event.Disrupted(
                        plan.envelope(Source.GRID, each.from, power), Timeline.instant(each.until), each.planned));
        if (who.region() == Region.ALMERE && who.segment() == Segment.HEAT && who.firstDay() < OUTAGE - 7)
            outage(plan, lot);
    }

    private static void outage(Plan plan, Chance lot) {
        Handling by = new Handling(null, null, null, WARMTERING, null, Cause.PRODUCT);
        int ends = OUTAGE + lot.between(1, 3);
        Subject cold = new Subject(null, Goal.OUTAGE, Products.HEAT);
        long began = Timeline.at(OUTAGE, lot.between(5 * 3600, 7 * 3600));
        plan.add(new Event.Disrupted(
                plan.envelope(Source.GRID, began, cold, by),
                Timeline.instant(Timeline.at(ends, lot.between(0, 80_000))),
                false));
        boolean visited = lot.happens(VISITED);
        Subject known = new Subject(plan.ticket("H"), Goal.OUTAGE, Products.HEAT);
        plan.opened(known, Plan.hours(lot, OUTAGE), visited ? Timeline.endOf(OUTAGE + 5) : null);
        if (visited) {
            Handling visit = new Handling(Channel.VISIT, "visit at home", null, WARMTERING, null, null);
            plan.outward(Source.FIELD, known, visit, Plan.hours(lot, OUTAGE + 1), null);
            plan.add(new Event.Rewarded(
                    plan.envelope(Source.CRM, Timeline.at(ends, 81_000), known), Form.MATERIAL, COMPENSATION));
        }
        plan.closed(known, Timeline.at(ends, 82_000));
    }
}
