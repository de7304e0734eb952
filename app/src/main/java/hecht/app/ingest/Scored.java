package hecht.app.ingest;

import hecht.core.event.CanonicalOrder;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Standing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Every relationship as of one moment. Needs nothing of the [Histories] it came from any more. For one thread.
public final class Scored {
    private final Model model;
    private final Instant asOf;
    private final Scoring.Sums sums;
    private final List<Place> running = new ArrayList<>(); // by key
    private final Summary summary;

    /// Where a running relationship stands among those of its part.
    ///
    /// @param beginning the first eight bytes in which keys differ, so that most are in order without being looked at
    private record Place(long beginning, String key, Standings among, int i) implements Comparable<Place> {
        Standing standing() {
            return among.standing(i);
        }

        @Override
        public int compareTo(Place other) {
            int order = Long.compareUnsigned(beginning, other.beginning);
            return order == 0 ? CanonicalOrder.compareUtf8(key, other.key) : order;
        }
    }

    Scored(Model model, Instant asOf, Scoring.Sums sums, Customers customers) {
        this.model = model;
        this.asOf = asOf;
        this.sums = sums;
        inOrderOfKeys(sums.running(), customers);
        // Figures are added up in this order too, so that equal events give equal figures, bit for bit.
        Figures figures = new Figures(model);
        for (Place each : running) figures.add(each.standing());
        for (Place each : running) figures.place(each.standing());
        this.summary = figures.summary(sums.closed(), sums.notBegun());
    }

    private void inOrderOfKeys(List<Standings> parts, Customers customers) {
        int common = Integer.MAX_VALUE;
        byte[] first = {};
        for (Standings part : parts) {
            for (int i = 0; i < part.size(); i++) {
                byte[] key = utf8(customers.key(part.customer(i)));
                if (common == Integer.MAX_VALUE) first = key;
                int differs = Arrays.mismatch(first, key);
                common = Math.min(common, differs < 0 ? key.length : differs);
            }
        }
        for (Standings part : parts) {
            for (int i = 0; i < part.size(); i++) {
                String key = customers.key(part.customer(i));
                byte[] rest = Arrays.copyOfRange(utf8(key), common, common + Long.BYTES); // zeros after its end
                running.add(new Place(ByteBuffer.wrap(rest).getLong(), key, part, i));
            }
        }
        Collections.sort(running);
    }

    private static byte[] utf8(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    /// The model by which they were folded.
    public Model model() {
        return model;
    }

    public Instant asOf() {
        return asOf;
    }

    /// How leaving shows in these data, which may be another mode than the model's: then a person should hear of it.
    public Mode proposal() {
        return sums.counting().proposal();
    }

    public Summary summary() {
        return summary;
    }

    /// One line for all states, closed relationships among them; equal for equal events in whatever order they came.
    public String digest() {
        return sums.digest().hex();
    }

    /// Shows every running relationship, in the order of their keys by UTF-8 bytes.
    public <X extends Exception> void each(Viewer<? super Line, X> viewer) throws X {
        for (Place each : running) {
            Standing standing = each.standing();
            viewer.see(new Line(each.key, each.among.profile(each.i), standing, standing.quadrant(summary.attitude())));
        }
    }
}
