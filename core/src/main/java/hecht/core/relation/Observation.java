package hecht.core.relation;

import hecht.core.event.Dimension;
import hecht.core.event.Event;
import hecht.core.perception.Rule.Reason;
import java.util.Locale;

/// Kinds of what is heard from a customer or seen of what the customer does, with η: how much of it is believed, the power
/// to which its likelihood is raised. *Not fitted.*
public enum Observation {
    RECOMMENDATION(
            1,
            Dimension.INTENTION,
            "said how readily they would recommend us",
            "zei hoe graag ze ons zouden aanbevelen"),
    SATISFACTION(.5, Dimension.EXPERIENCE, "said how satisfied they were", "zei hoe tevreden ze waren"),
    EASE(.5, Dimension.EXPERIENCE, "said how easy it was", "zei hoe makkelijk het ging"),
    QUESTION(.5, Dimension.EXPERIENCE, "answered a question", "beantwoordde een vraag"),
    STARS(.7, Dimension.EXPERIENCE, "gave stars in public", "gaf sterren in het openbaar"),
    SENTIMENT(.3, Dimension.EMOTION, "the tone of the contact", "de toon van het contact"),
    EFFORT(.3, Dimension.EXPERIENCE, "what the contact took", "wat het contact kostte aan moeite"),
    SAID(.3, Dimension.EMOTION, "the tone of a conversation", "de toon van een gesprek"),
    PRODUCT_ADDED(.3, Dimension.BEHAVIOUR, "took another product", "nam er een product bij"),
    PRODUCT_DROPPED(.3, Dimension.BEHAVIOUR, "dropped a product", "zegde een product op"),
    UNSUBSCRIBED(.3, Dimension.BEHAVIOUR, "unsubscribed", "meldde zich af"),
    ASKED_TO_CANCEL(.3, Dimension.BEHAVIOUR, "asked how to leave", "vroeg hoe te vertrekken"),
    ANSWERED(1, Dimension.BEHAVIOUR, "answered when asked", "antwoordde toen we vroegen"),
    NOT_ANSWERED(1, Dimension.BEHAVIOUR, "did not answer when asked", "antwoordde niet toen we vroegen"),
    PURCHASE(1, Dimension.BEHAVIOUR, "bought", "kocht");

    private static final double DETRACTOR_BELOW = .45;
    private static final double RECOMMENDATION_DETRACTOR = .6;
    private static final double PASSIVE_BELOW = .85;
    private static final double ROUNDING = 1e-9;

    /// What an observation says, as a column of the table p.
    public enum Answer {
        DETRACTOR,
        PASSIVE,
        PROMOTER
    }

    private final double eta;
    private final Dimension dimension;
    private final Reason reason;

    Observation(double eta, Dimension dimension, String english, String dutch) {
        this.eta = eta;
        this.dimension = dimension;
        this.reason = new Reason(english, dutch);
    }

    /// η.
    public double eta() {
        return eta;
    }

    public Dimension dimension() {
        return dimension;
    }

    public Reason reason() {
        return reason;
    }

    /// As files write it: `recommendation`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is something the customer did, of which nothing is ever said twice.
    public boolean isBehaviour() {
        return dimension == Dimension.BEHAVIOUR;
    }

    /// What a height from 0 (worst) to 1 (best) says.
    Answer at(double height) {
        boolean detractor = this == RECOMMENDATION
                ? height <= RECOMMENDATION_DETRACTOR + ROUNDING
                : height < DETRACTOR_BELOW - ROUNDING;
        if (detractor) return Answer.DETRACTOR;
        return height < PASSIVE_BELOW - ROUNDING ? Answer.PASSIVE : Answer.PROMOTER;
    }

    static Observation of(Event.SurveyAnswered answer) {
        return switch (answer.question().trim().toUpperCase(Locale.ROOT)) {
            case "NPS" -> RECOMMENDATION;
            case "CSAT" -> SATISFACTION;
            case "CES" -> EASE;
            default -> QUESTION;
        };
    }
}
