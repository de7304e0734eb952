package hecht.insight.fit;

import hecht.core.episode.Encounter;
import hecht.core.relation.Evidence.Beginning;
import hecht.core.relation.Observation;
import hecht.core.relation.Observation.Answer;

/// The kinds of steps in a customer's sequence, and how one lies in an `int`: the kind in the lowest four bits, which one of it
/// above them. What a step has in amount (years, a weight) lies beside it in a `double`.
enum Step {
    /// [Beginning], and for a history that is cut off the door above it.
    BEGIN,
    /// Silence: the door; years.
    TIME,
    /// An encounter: its class; its weight.
    ENCOUNTER,
    /// An observation: kind, answer, whether halved.
    SAID,
    /// An invitation: 1 where it was answered.
    INVITED,
    /// Leaving by choice: the door.
    LEFT,
    /// Silence in rhythm: days.
    DAYS,
    /// A purchase in rhythm.
    BOUGHT;

    private static final int BITS = 4;
    private static final Step[] ALL = values();
    private static final int BEGINNING_BITS = 2;
    private static final int ANSWERS = Answer.values().length;

    /// How many words an observation can say.
    static final int WORDS = Observation.values().length * ANSWERS * 2;

    static Step of(int code) {
        return ALL[code & (1 << BITS) - 1];
    }

    static int which(int code) {
        return code >> BITS;
    }

    /// A step of a kind of which there is only one.
    int code() {
        return code(0);
    }

    private int code(int which) {
        return which << BITS | ordinal();
    }

    static int begin(Beginning how, int door) {
        return BEGIN.code(door << BEGINNING_BITS | how.ordinal());
    }

    static Beginning beginning(int which) {
        return Beginning.values()[which & (1 << BEGINNING_BITS) - 1];
    }

    static int doorOfBeginning(int which) {
        return which >> BEGINNING_BITS;
    }

    static int time(int door) {
        return TIME.code(door);
    }

    static int encounter(Encounter which) {
        return ENCOUNTER.code(which.ordinal());
    }

    static int said(Observation heard, Answer answer, boolean halved) {
        return SAID.code((heard.ordinal() * ANSWERS + answer.ordinal()) * 2 + (halved ? 1 : 0));
    }

    /// The observation that a word is of.
    static Observation observation(int word) {
        return Observation.values()[word / (2 * ANSWERS)];
    }

    /// Whether something else said partly the same as a word.
    static boolean isHalved(int word) {
        return word % 2 == 1;
    }

    /// η of a word.
    static double eta(int word) {
        double eta = observation(word).eta();
        return isHalved(word) ? eta / 2 : eta;
    }

    /// The column of p that a word is an answer of.
    static int answer(int word) {
        return word / 2 % ANSWERS;
    }

    static int invited(boolean answered) {
        return INVITED.code(answered ? 1 : 0);
    }

    static int left(int door) {
        return LEFT.code(door);
    }
}
