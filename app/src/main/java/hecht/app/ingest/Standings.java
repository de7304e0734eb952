package hecht.app.ingest;

import hecht.core.event.Envelope.Profile;
import hecht.core.relation.Matrix;
import hecht.core.relation.Phase;
import hecht.core.relation.Standing;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many running relationships stand, each in some 200 bytes, so that millions can be kept until the figures over all of
/// them are known.
final class Standings {
    private static final int NUMBERS = 9;
    private static final int MOMENTS = 6;
    private static final long NONE = Long.MIN_VALUE;

    private final int conditions;
    private final int bytes; // of one standing
    private int[] customers = new int[16];
    private final List<Profile> profiles = new ArrayList<>();
    private ByteBuffer packed;
    private int size;

    /// @param conditions K
    Standings(int conditions) {
        this.conditions = conditions;
        this.bytes = (2 * conditions + NUMBERS) * Double.BYTES + MOMENTS * Long.BYTES;
        this.packed = ByteBuffer.allocate(16 * bytes);
    }

    int size() {
        return size;
    }

    int customer(int i) {
        return customers[i];
    }

    Profile profile(int i) {
        return profiles.get(i);
    }

    /// @param standing of a relationship that runs
    void add(int customer, Profile profile, Standing standing) {
        if (size == customers.length) {
            customers = Arrays.copyOf(customers, size * 2);
            packed = ByteBuffer.wrap(Arrays.copyOf(packed.array(), size * 2 * bytes));
        }
        customers[size] = customer;
        profiles.add(profile);
        write(standing, packed.position(size * bytes));
        size++;
    }

    private void write(Standing s, ByteBuffer to) {
        for (int i = 0; i < conditions; i++) to.putDouble(s.belief().at(i));
        for (int i = 0; i < conditions; i++) to.putDouble(s.silentBelief().at(i));
        to.putDouble(s.health()).putDouble(s.low()).putDouble(s.high()).putDouble(s.spread());
        to.putDouble(s.information()).putDouble(s.door());
        to.putDouble(s.attitude()).putDouble(s.staying()).putDouble(s.usualStaying());
        moment(s.asOf(), to);
        moment(s.opensOn(), to);
        moment(s.since(), to);
        moment(s.lastPerceived(), to);
        moment(s.lastHeard(), to);
        moment(s.lastAsked(), to);
    }

    /// One standing, made anew. Not for several threads.
    Standing standing(int i) {
        ByteBuffer from = packed.position(i * bytes);
        Matrix belief = belief(from);
        Matrix silent = belief(from);
        double health = from.getDouble();
        double low = from.getDouble();
        double high = from.getDouble();
        double spread = from.getDouble();
        double information = from.getDouble();
        double door = from.getDouble();
        double attitude = from.getDouble();
        double staying = from.getDouble();
        double usualStaying = from.getDouble();
        Instant asOf = Decoding.instant(from.getLong());
        Instant opensOn = moment(from);
        Instant since = moment(from);
        Instant lastPerceived = moment(from);
        Instant lastHeard = moment(from);
        Instant lastAsked = moment(from);
        return new Standing(
                Phase.RUNNING,
                asOf,
                belief,
                silent,
                health,
                low,
                high,
                spread,
                information,
                door,
                opensOn,
                attitude,
                staying,
                usualStaying,
                since,
                lastPerceived,
                lastHeard,
                lastAsked);
    }

    private Matrix belief(ByteBuffer from) {
        double[] shares = new double[conditions];
        for (int i = 0; i < conditions; i++) shares[i] = from.getDouble();
        return Matrix.row(shares);
    }

    private static void moment(@Nullable Instant at, ByteBuffer to) {
        to.putLong(at == null ? NONE : Decoding.micros(at));
    }

    private static @Nullable Instant moment(ByteBuffer from) {
        long micros = from.getLong();
        return micros == NONE ? null : Decoding.instant(micros);
    }
}
