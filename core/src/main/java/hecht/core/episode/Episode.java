package hecht.core.episode;

import java.nio.ByteBuffer;

/// One episode as the state keeps it: what is needed to go on with it, and no more. Mutable and package-private; people
/// see an [EpisodeRecord]. Times are microseconds since 1970.
final class Episode {
    /// Bytes of its binary form.
    static final int BYTES = 80;

    static final long NEVER = Long.MIN_VALUE;

    private static final int REQUESTED = 1;
    private static final int CASE_OPEN = 1 << 1;
    private static final int PROMISED = 1 << 2;
    private static final int BROKEN = 1 << 3;
    private static final int MISSED = 1 << 4;
    private static final int GOOD_GIVEN = 1 << 5;
    private static final int RECOVERED = 1 << 6;
    private static final int REPAIR_PROMISED = 1 << 7;
    private static final int GESTURE = 1 << 8;
    private static final int ONCE_NEVER = 1 << 9;
    private static final int WRONG_BY_US = 1 << 10;
    private static final int CONTACT_THAT_DAY = 1 << 11;
    private static final int OPENING_THAT_DAY = 1 << 12;
    private static final int LEVEL_SHIFT = 16;
    private static final int ENDING_SHIFT = 20;
    private static final Ending[] ENDINGS = Ending.values();

    long caseKey; // hashes of the names; 0 where there is none
    long goalKey;
    long productKey;
    long opened;
    long lastContact;
    long lastAny;
    long promisedBy = NEVER;
    double quality = 1; // of all parts but a broken promise that a delivery may yet replace

    // What other ways of combining parts need. Not kept in the state: they are compared in folds that go through in one
    // piece.
    private double sum;
    private int parts;
    private double worst = 1;
    private double last = 1;

    int number;
    int contacts;
    private int day; // since 1970, of the contact or opening that the flags speak of
    private int flags;

    /// Whether it was opened before another one.
    boolean isBefore(Episode other) {
        return opened != other.opened ? opened < other.opened : number < other.number;
    }

    Ending ending() {
        return ENDINGS[flags >>> ENDING_SHIFT & 0xf];
    }

    void end(Ending ending) {
        flags = flags & ~(0xf << ENDING_SHIFT) | ending.ordinal() << ENDING_SHIFT;
        if (ending != Ending.OPEN) {
            set(CASE_OPEN, false);
        }
    }

    boolean isOpen() {
        return ending() == Ending.OPEN;
    }

    /// 0 nothing, 1 bad, 2 severe, 3 double failure: the worst that was applied.
    int level() {
        return flags >>> LEVEL_SHIFT & 3;
    }

    void raise(int level) {
        flags = flags & ~(3 << LEVEL_SHIFT) | level << LEVEL_SHIFT;
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    private void set(int flag, boolean on) {
        flags = on ? flags | flag : flags & ~flag;
    }

    /// A goal was asked for, so there is something to fulfil.
    boolean isRequested() {
        return has(REQUESTED);
    }

    void request() {
        set(REQUESTED, true);
        end(Ending.OPEN);
    }

    boolean isCaseOpen() {
        return has(CASE_OPEN);
    }

    void openCase() {
        set(CASE_OPEN, true);
    }

    /// A dated promise is pending.
    boolean isPromised() {
        return has(PROMISED);
    }

    /// @param broken the quality of a broken promise
    void promise(long by, double broken) {
        keepBrokenPart(broken);
        promisedBy = by;
        set(PROMISED, true);
    }

    /// On reopening and on fulfilment the promise is spent.
    void spendPromise(double broken) {
        keepBrokenPart(broken);
        set(PROMISED, false);
    }

    /// The product over all parts, a broken promise that may yet be replaced included.
    double qualityOfAll(double broken) {
        return has(BROKEN) ? quality * broken : quality;
    }

    /// The same, with parts combined otherwise.
    double qualityOfAll(double broken, Combining how) {
        boolean also = has(BROKEN);
        return switch (how) {
            case MULTIPLIED -> qualityOfAll(broken);
            case AVERAGED -> {
                int all = also ? parts + 1 : parts;
                yield all == 0 ? 1 : (also ? sum + broken : sum) / all;
            }
            case PEAK_END -> also ? (Math.min(worst, broken) + broken) / 2 : (worst + last) / 2;
        };
    }

    /// One more part.
    void part(double q) {
        quality *= q;
        sum += q;
        parts++;
        worst = Math.min(worst, q);
        last = q;
    }

    boolean isBroken() {
        return has(BROKEN);
    }

    void breakPromise() {
        set(BROKEN, true);
        set(MISSED, true);
    }

    /// The delivery came after all: its own quality takes the place of the broken promise's.
    void replaceBrokenPart() {
        set(BROKEN, false);
    }

    private void keepBrokenPart(double broken) {
        if (!has(BROKEN)) return;
        part(broken);
        set(BROKEN, false);
    }

    boolean isMissed() {
        return has(MISSED);
    }

    void miss() {
        set(MISSED, true);
    }

    boolean isGoodGiven() {
        return has(GOOD_GIVEN);
    }

    void giveGood() {
        set(GOOD_GIVEN, true);
    }

    boolean isRecovered() {
        return has(RECOVERED);
    }

    void recover() {
        set(RECOVERED, true);
    }

    boolean isRepairPromised() {
        return has(REPAIR_PROMISED);
    }

    void promiseRepair() {
        set(REPAIR_PROMISED, true);
    }

    boolean hadGesture() {
        return has(GESTURE);
    }

    void gesture() {
        set(GESTURE, true);
    }

    boolean wasNeverFulfilled() {
        return has(ONCE_NEVER);
    }

    void neverFulfil(double broken) {
        set(ONCE_NEVER, true);
        set(MISSED, has(MISSED) || has(PROMISED));
        end(Ending.NEVER_FULFILLED);
        spendPromise(broken);
    }

    /// Something in it was not right by the organisation's own count.
    boolean isWrongByUs() {
        return has(WRONG_BY_US);
    }

    void wrongByUs() {
        set(WRONG_BY_US, true);
    }

    boolean hadContactOn(int when) {
        return day == when && has(CONTACT_THAT_DAY);
    }

    boolean hadOpeningOn(int when) {
        return day == when && has(OPENING_THAT_DAY);
    }

    void contactOn(int when) {
        turnTo(when);
        set(CONTACT_THAT_DAY, true);
    }

    void openingOn(int when) {
        turnTo(when);
        set(OPENING_THAT_DAY, true);
    }

    private void turnTo(int when) {
        if (day == when) return;
        day = when;
        set(CONTACT_THAT_DAY, false);
        set(OPENING_THAT_DAY, false);
    }

    void write(ByteBuffer to) {
        to.putLong(caseKey).putLong(goalKey).putLong(productKey);
        to.putLong(opened).putLong(lastContact).putLong(lastAny).putLong(promisedBy);
        to.putDouble(quality);
        to.putInt(number).putInt(contacts).putInt(day).putInt(flags);
    }

    void read(ByteBuffer from) {
        caseKey = from.getLong();
        goalKey = from.getLong();
        productKey = from.getLong();
        opened = from.getLong();
        lastContact = from.getLong();
        lastAny = from.getLong();
        promisedBy = from.getLong();
        quality = from.getDouble();
        number = from.getInt();
        contacts = from.getInt();
        day = from.getInt();
        flags = from.getInt();
    }
}
