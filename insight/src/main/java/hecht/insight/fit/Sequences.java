package hecht.insight.fit;

import hecht.core.episode.Encounter;
import hecht.core.relation.Counting;
import hecht.core.relation.Evidence;
import hecht.core.relation.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What many customers lived through, said and left unsaid, step by step: twelve bytes a step, in blocks of customers that are
/// always the same, so that sums over them do not depend on how many threads make them. Immutable, for several threads.
public final class Sequences {
    private static final int CUSTOMERS_A_BLOCK = 256;
    private static final double DAYS_A_YEAR = 365.25;

    final List<Block> blocks;
    final double[] doors; // φ, by the number that steps have
    private final int customers;
    private final long steps;
    private final long invitations;
    private final long departures;
    private final long purchases;
    private final Set<Observation> heard;
    private final double years;

    private Sequences(Recorder from) {
        blocks = List.copyOf(from.blocks);
        doors = from.doors.stream().mapToDouble(Double::doubleValue).toArray();
        customers = from.customers;
        steps = blocks.stream().mapToLong(each -> each.codes.length).sum();
        invitations = from.invitations;
        departures = from.departures;
        purchases = from.purchases;
        heard = Set.copyOf(from.heard);
        years = from.years;
    }

    /// Steps of some customers: those of customer i end before `ends[i]`.
    @SuppressWarnings("ArrayRecordComponent") // plain storage of the hot path, seen by this package alone
    record Block(int[] codes, double[] amounts, int[] ends) {
        /// Tells the steps from one to before another again, as a folding told them.
        void tell(int from, int to, double[] doors, Evidence listener) {
            for (int i = from; i < to; i++) {
                int which = Step.which(codes[i]);
                switch (Step.of(codes[i])) {
                    case BEGIN -> listener.begun(Step.beginning(which), doors[Step.doorOfBeginning(which)]);
                    case TIME -> listener.passed(amounts[i], doors[which]);
                    case ENCOUNTER -> listener.lived(Encounter.values()[which], amounts[i]);
                    case SAID ->
                        listener.said(
                                Step.observation(which),
                                Observation.Answer.values()[Step.answer(which)],
                                Step.isHalved(which));
                    case INVITED -> listener.invited(which == 1);
                    case LEFT -> listener.left(doors[which]);
                    case DAYS -> listener.passedDays((int) amounts[i]);
                    case BOUGHT -> listener.bought();
                }
            }
        }
    }

    /// Customers of whom a relationship was seen.
    public int customers() {
        return customers;
    }

    public long steps() {
        return steps;
    }

    /// Invitations that were judged.
    public long invitations() {
        return invitations;
    }

    /// Departures by choice, of which alone leaving can be learned.
    public long departures() {
        return departures;
    }

    /// The kinds of answers that were heard; behaviour, which is no answer, is not among them.
    Set<Observation> heard() {
        return heard;
    }

    /// Purchases in rhythm after the first, each on a day of its own.
    public long purchases() {
        return purchases;
    }

    /// Whether relationships were seen for long enough on average, a season, to say anything of a year.
    boolean hasTime() {
        return years * DAYS_A_YEAR >= Counting.ENOUGH_DAYS * customers;
    }

    /// Writes down what foldings tell, one customer after the other; [#next] ends each. For one thread.
    public static final class Recorder implements Evidence {
        private static final double DOORS_A_UNIT = 1_000; // the fit does not tell φ finer than that apart

        private final List<Block> blocks = new ArrayList<>();
        private final List<Double> doors = new ArrayList<>();
        private final Map<Double, Integer> doorNumbers = new HashMap<>();
        private int[] codes = new int[1 << 14];
        private double[] amounts = new double[1 << 14];
        private final int[] ends = new int[CUSTOMERS_A_BLOCK];
        private int size;
        private int inBlock;
        private int customers;
        private long invitations;
        private long departures;
        private long purchases;
        private final Set<Observation> heard = EnumSet.noneOf(Observation.class);
        private double years;

        @Override
        public void begun(Beginning how, double phi) {
            add(Step.begin(how, door(phi)), 0);
        }

        @Override
        public void passed(double years, double phi) {
            if (!(years > 0)) return;
            this.years += years;
            add(Step.time(door(phi)), years);
        }

        @Override
        public void passedDays(int days) {
            years += days / DAYS_A_YEAR;
            add(Step.DAYS.code(), days);
        }

        @Override
        public void bought() {
            purchases++;
            add(Step.BOUGHT.code(), 0);
        }

        @Override
        public void lived(Encounter encounter, double weight) {
            if (weight > 0) add(Step.encounter(encounter), weight);
        }

        @Override
        public void said(Observation kind, Observation.Answer answer, boolean halved) {
            if (!kind.isBehaviour()) heard.add(kind);
            add(Step.said(kind, answer, halved), 0);
        }

        @Override
        public void invited(boolean answered) {
            invitations++;
            add(Step.invited(answered), 0);
        }

        @Override
        public void left(double phi) {
            departures++;
            add(Step.left(door(phi)), 0);
        }

        private int door(double phi) {
            double rounded = Math.rint(phi * DOORS_A_UNIT) / DOORS_A_UNIT;
            return doorNumbers.computeIfAbsent(rounded, each -> {
                doors.add(each);
                return doors.size() - 1;
            });
        }

        private void add(int code, double amount) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, 2 * size);
                amounts = Arrays.copyOf(amounts, 2 * size);
            }
            codes[size] = code;
            amounts[size++] = amount;
        }

        /// Ends a customer; one of whom no relationship began is not counted.
        public void next() {
            if (size == (inBlock == 0 ? 0 : ends[inBlock - 1])) return;
            customers++;
            ends[inBlock++] = size;
            if (inBlock == CUSTOMERS_A_BLOCK) endBlock();
        }

        private void endBlock() {
            if (inBlock == 0) return;
            blocks.add(
                    new Block(Arrays.copyOf(codes, size), Arrays.copyOf(amounts, size), Arrays.copyOf(ends, inBlock)));
            size = 0;
            inBlock = 0;
        }

        /// All that was written down.
        public Sequences sequences() {
            endBlock();
            return new Sequences(this);
        }
    }
}
