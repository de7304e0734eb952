package hecht.core.relation;

import hecht.core.episode.Encounter;
import java.util.EnumMap;
import java.util.Map;

/// What is usual in an organisation, counted from its own events or built in.
///
/// @param encounters r_c, encounters of each class a customer-year, weighted and after wearing off
/// @param answerRate a, the share of invitations that are answered, (0, 1)
/// @param invitationsJudged whether answering and silence say something: from 200 invitations on
/// @param locksRenewed the share of own locks that renewed when they ended, [0, 1]
/// @param counted whether it was counted from own events
public record Usual(
        Map<Encounter, Double> encounters,
        double answerRate,
        boolean invitationsJudged,
        double locksRenewed,
        boolean counted) {
    /// From so many invitations in the whole organisation on, answering says something.
    public static final int ENOUGH_INVITATIONS = 200;

    public Usual {
        encounters = Map.copyOf(encounters);
        for (Encounter each : Encounter.values()) {
            Double rate = encounters.get(each);
            if (rate == null || !(rate >= 0))
                throw new IllegalArgumentException(each.word() + " must have a rate of at least 0");
        }
        if (!(answerRate > 0 && answerRate < 1))
            throw new IllegalArgumentException("the answer rate must be in (0, 1), was " + answerRate);
        if (!(locksRenewed >= 0 && locksRenewed <= 1))
            throw new IllegalArgumentException("the share of locks renewed must be in [0, 1], was " + locksRenewed);
    }

    double rate(Encounter encounter) {
        return encounters.getOrDefault(encounter, 0.0);
    }

    /// Built in, for an organisation whose events were not counted.
    public static final Usual BUILT_IN = builtIn();

    private static Usual builtIn() {
        Map<Encounter, Double> rates = new EnumMap<>(Encounter.class);
        rates.put(Encounter.GOOD, 3.0);
        rates.put(Encounter.BAD, 1.2);
        rates.put(Encounter.SEVERE, .36);
        rates.put(Encounter.DOUBLE_FAILURE, .05);
        rates.put(Encounter.RECOVERY, .3);
        return new Usual(rates, .27, false, 0, false);
    }

    public Usual judgingInvitations(boolean judged) {
        return new Usual(encounters, answerRate, judged, locksRenewed, counted);
    }
}
