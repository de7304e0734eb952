package hecht.core.event;

import java.util.Comparator;

/// The one order in which a customer's events are folded, whatever order they came in: by time in microseconds, then by
/// rank of the type (what must come first on one moment: a start before its contract, a bill before its payment), then by
/// source and id as unsigned UTF-8 bytes.
public final class CanonicalOrder implements Comparator<Event> {
    public static final CanonicalOrder INSTANCE = new CanonicalOrder();

    private CanonicalOrder() {}

    /// The place of a type among events of one moment, 0 first.
    public static int rank(EventType type) {
        return switch (type) {
            case STARTED -> 0;
            case CONTRACT -> 1;
            case PRODUCT_ADDED -> 2;
            case ORDERED -> 3;
            case CASE_OPENED -> 4;
            case INVOICED -> 5;
            case CASE_CLOSED -> 7;
            case RETURNED -> 8;
            case LEFT -> 9;
            default -> 6;
        };
    }

    @Override
    public int compare(Event a, Event b) {
        int order = a.time().compareTo(b.time());
        if (order == 0) order = Integer.compare(rank(a.type()), rank(b.type()));
        if (order == 0) order = compareUtf8(a.envelope().source(), b.envelope().source());
        if (order == 0) order = compareUtf8(a.envelope().id(), b.envelope().id());
        return order;
    }

    /// Order of the UTF-8 bytes, which is the order of code points. `String.compareTo` compares UTF-16 units and puts
    /// everything beyond the basic plane (😀) before U+E000 to U+FFFF.
    public static int compareUtf8(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                if (Character.isSurrogate(x) && Character.isSurrogate(y)) return Character.compare(x, y);
                if (Character.isSurrogate(x)) return 1;
                return Character.isSurrogate(y) ? -1 : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
