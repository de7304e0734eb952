package hecht.demo;

/// What customers of Lichtland want to get done.
final class Goal {
    static final String MOVE = "move house";
    static final String METER = "meter swap";
    static final String OUTAGE = "heat outage";
    static final String WELCOME = "become a customer";
    static final String BILL = "year statement";
    static final String INSTALMENT = "change instalment";
    static final String QUESTION = "question";
    static final String COMPLAINT = "complaint";
    static final String CANCEL = "cancel";

    private Goal() {}
}
