package hecht.core.judge;

import hecht.core.event.Event;
import java.util.ArrayList;
import java.util.List;

/// What one customer is used to: the own usual amount, and the last four bills paid.
final class JudgedHabits {
    private double logUsual = Double.NaN;
    private final List<String> paid = new ArrayList<>();

    double timesUsual(Event event) {
        if (!(event instanceof Event.Invoiced e) || e.money().amount() == null || Double.isNaN(logUsual)) return 1;
        return e.money().amount() / Math.exp(logUsual);
    }

    boolean wasPaid(Event event) {
        String bill = event.envelope().subject().caseId();
        return event instanceof Event.Reminded && bill != null && paid.contains(bill);
    }

    void learn(Event event) {
        String bill = event.envelope().subject().caseId();
        if (event instanceof Event.Invoiced e
                && e.money().amount() != null
                && e.money().amount() > 0) {
            double log = Math.log(e.money().amount());
            logUsual = Double.isNaN(logUsual) ? log : logUsual + .1 * (log - logUsual);
        }
        if (event instanceof Event.Paid && bill != null && !paid.contains(bill)) {
            paid.addFirst(bill);
            if (paid.size() > 4) paid.removeLast();
        }
    }

    /// On a return only the usual amount stays.
    void returned() {
        paid.clear();
    }
}
