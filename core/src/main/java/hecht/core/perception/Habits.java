package hecht.core.perception;

import hecht.core.event.Event;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// What one customer is used to, as far as it decides how events are noticed: the own usual amount of a bill, and the last
/// four bills paid. Mutable; part of the state that the fold keeps.
public final class Habits {
    /// Bytes of its binary form.
    public static final int BYTES = 24;

    private static final int BILLS = 4;
    private static final double FOLLOWS = .1;

    private final String currency; // the organisation's
    private double usual; // 0 before the first
    private final int[] paid = new int[BILLS]; // hashes of the bills' names, latest first; 0 where there is none

    /// @param currency the organisation's: amounts in another are compared with nothing, and nothing is learned from them
    public Habits(String currency) {
        this.currency = currency;
    }

    public void clear() {
        usual = 0;
        forgetBills();
    }

    public void forgetBills() {
        java.util.Arrays.fill(paid, 0);
    }

    /// The amount of a bill as a multiple of the usual one; 1 where there is nothing to compare with.
    public double timesUsual(Event event) {
        if (!(event instanceof Event.Invoiced e) || e.money().amount() == null || usual == 0) return 1;
        if (isForeign(e.money())) return 1;
        return e.money().amount() / usual;
    }

    public boolean wasPaid(@Nullable String bill) {
        if (bill == null) return false;
        int hash = name(bill);
        for (int each : paid) if (each == hash) return true;
        return false;
    }

    /// Learns from an event, after it was perceived: ln u moves by .1 towards each amount above 0.
    public void learn(Event event) {
        switch (event) {
            case Event.Invoiced e -> {
                Double amount = e.money().amount();
                if (amount == null || !(amount > 0) || isForeign(e.money())) return;
                usual = usual == 0 ? amount : usual * StrictMath.pow(amount / usual, FOLLOWS);
            }
            case Event.Paid e -> {
                String bill = e.envelope().subject().caseId();
                if (bill == null || wasPaid(bill)) return;
                System.arraycopy(paid, 0, paid, 1, BILLS - 1);
                paid[0] = name(bill);
            }
            default -> {}
        }
    }

    private boolean isForeign(Event.Money money) {
        return money.currency() != null && !money.currency().equalsIgnoreCase(currency);
    }

    private static int name(String bill) {
        int hash = bill.hashCode();
        return hash == 0 ? 1 : hash;
    }

    public void write(ByteBuffer to) {
        to.putDouble(usual);
        for (int each : paid) to.putInt(each);
    }

    public void read(ByteBuffer from) {
        usual = from.getDouble();
        for (int i = 0; i < BILLS; i++) paid[i] = from.getInt();
    }
}
