package hecht.store.relation;

import hecht.core.event.Choice;
import hecht.core.event.ContactKind;
import hecht.core.event.Dimension;
import hecht.core.event.EventType;
import hecht.core.event.LifeEventKind;
import hecht.core.event.MessageKind;
import hecht.core.relation.Course;
import hecht.core.relation.Driver;
import hecht.core.relation.Jump;
import hecht.core.relation.Mode;
import hecht.core.relation.MonthEnd;
import hecht.core.relation.Standing;
import hecht.core.relation.Touch;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToIntFunction;

/// What Pulse adds up of one relationship's last 24 months, in some thirty bytes a month and eight a jump. The form is written
/// down once, in [#write] and [#next]; its first byte is its version.
///
/// A reader goes over one relationship's months after the other's: set to new bytes it begins anew. Not for several threads.
final class Months {
    static final byte VERSION = 1;
    static final int SHARES = 4;
    static final int DIMENSIONS = Dimension.values().length;

    /// Months ahead of which locks that end are told.
    static final int LOCKS = 12;

    private static final int HEAD = 1 + Integer.BYTES + 1 + Short.BYTES;
    private static final int MONTH =
            1 + Short.BYTES + 4 * Float.BYTES + (SHARES + DIMENSIONS) * Short.BYTES + 1 + Short.BYTES;
    private static final int JUMP = Integer.BYTES + Float.BYTES;
    private static final int TOUCH = 2 + Short.BYTES;
    private static final int STAYED = 1;
    private static final int IN_VIEW = 2;
    private static final int HEARD_OR_NEW = 4; // within the year
    private static final int NEVER_HEARD = 8;
    private static final int STAYS = 16;
    private static final int CONTRACT = 32;
    private static final int DIMENSION_BITS = 8;
    private static final double SHARE_UNITS = 65_535;
    private static final double POINT_UNITS = 250;
    private static final double ROUNDING = 1e-9;
    private static final long DAY_ZERO = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final int MOST = 65_535;

    private Months() {}

    // ---- writing

    static byte[] write(Course course, Mode mode, ZoneId zone, ToIntFunction<Driver> numbers) {
        List<Touch> touches = course.touches();
        int touchCount = Math.min(touches.size(), MOST);
        int size = HEAD + course.months().size() * MONTH + touchCount * TOUCH;
        for (MonthEnd each : course.months()) size += Math.min(each.jumps().size(), MOST) * JUMP;
        ByteBuffer to = ByteBuffer.allocate(size);
        to.put(VERSION)
                .putInt(number(course.newest()))
                .put((byte) course.months().size())
                .putShort((short) touchCount);
        for (MonthEnd each : course.months()) write(each, course.newest(), mode, zone, numbers, to);
        for (Touch each : touches.subList(0, touchCount)) {
            to.put((byte) each.type().ordinal()).put((byte) kind(each));
            to.putShort((short) (each.at().atZone(zone).toLocalDate().toEpochDay() - DAY_ZERO));
        }
        return to.array();
    }

    private static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    private static void write(
            MonthEnd m, YearMonth newest, Mode mode, ZoneId zone, ToIntFunction<Driver> numbers, ByteBuffer to) {
        Standing s = m.standing();
        to.put((byte) m.month().until(newest, ChronoUnit.MONTHS));
        int flags = m.dimensions().heardBits() << DIMENSION_BITS;
        if (m.stayed()) flags |= STAYED;
        if (s.isInView()) flags |= IN_VIEW;
        if (!m.isUnheardForYear()) flags |= HEARD_OR_NEW;
        if (s.lastHeard() == null) flags |= NEVER_HEARD;
        if (s.staying() >= s.usualStaying() - ROUNDING) flags |= STAYS;
        if (mode == Mode.CONTRACT) flags |= CONTRACT;
        to.putShort((short) flags);
        to.putFloat((float) s.health()).putFloat((float) m.change());
        to.putFloat((float) s.attitude()).putFloat((float) s.staying());
        double[] shares = new double[SHARES];
        for (int i = 0; i < s.belief().columns(); i++)
            shares[Math.min(i, SHARES - 1)] += s.belief().at(i);
        for (double each : shares) to.putShort((short) Math.round(each * SHARE_UNITS));
        for (Dimension each : Dimension.values())
            to.putShort((short) Math.round(m.dimensions().points(each) * POINT_UNITS));
        to.put((byte) lock(s, zone));
        int jumps = Math.min(m.jumps().size(), MOST);
        to.putShort((short) jumps);
        for (Jump each : m.jumps().subList(0, jumps))
            to.putInt(numbers.applyAsInt(each.driver())).putFloat((float) each.points());
    }

    /// In how many months the next lock ends, counted from the month of the moment after this one; −1 if not within twelve.
    private static int lock(Standing s, ZoneId zone) {
        Instant opens = s.opensOn();
        if (opens == null) return -1;
        YearMonth first = YearMonth.from(s.asOf().plus(1, ChronoUnit.MICROS).atZone(zone));
        long ahead = first.until(YearMonth.from(opens.atZone(zone)), ChronoUnit.MONTHS);
        return ahead >= 0 && ahead < LOCKS ? (int) ahead : -1;
    }

    private static int kind(Touch touch) {
        if (touch.kind() == null) return -1;
        return switch (touch.type()) {
            case MESSAGE_SENT -> ordinal(MessageKind.class, touch.kind());
            case CONTACT -> ordinal(ContactKind.class, touch.kind());
            case LIFE_EVENT -> ordinal(LifeEventKind.class, touch.kind());
            default -> -1;
        };
    }

    private static <C extends Enum<C> & Choice> int ordinal(Class<C> of, String word) {
        return Choice.read(of, word).map(found -> found.ordinal()).orElse(-1);
    }

    // ---- reading

    /// One relationship's months, one at a time, oldest first; then its touches.
    static final class Reader {
        int newest; // year · 12 + month − 1
        int left; // months still to come
        private int touchesLeft;
        private ByteBuffer in = ByteBuffer.allocate(0);

        int back; // months before the newest
        boolean stayed;
        boolean inView;
        boolean unheardForYear;
        boolean neverHeard;
        boolean stays;
        boolean isContract;
        double health;
        double change;
        double attitude;
        double staying;
        final double[] shares = new double[SHARES];
        final double[] points = new double[DIMENSIONS];
        int heard; // a bit a dimension
        int lock; // −1 without
        private int jumpsLeft;
        int driver;
        double jump;

        EventType touchType = EventType.DESCRIBED;
        int touchKind;
        long touchDay; // since 1970

        Reader begin(byte[] bytes) {
            in = ByteBuffer.wrap(bytes);
            if (in.get() != VERSION) throw new IllegalStateException("months are of another version; fold anew");
            newest = in.getInt();
            left = in.get();
            touchesLeft = in.getShort() & MOST;
            jumpsLeft = 0;
            return this;
        }

        /// Goes on to the next month.
        boolean next() {
            in.position(in.position() + jumpsLeft * JUMP);
            jumpsLeft = 0;
            if (left == 0) return false;
            left--;
            back = in.get();
            int flags = in.getShort();
            stayed = (flags & STAYED) != 0;
            inView = (flags & IN_VIEW) != 0;
            unheardForYear = (flags & HEARD_OR_NEW) == 0;
            neverHeard = (flags & NEVER_HEARD) != 0;
            stays = (flags & STAYS) != 0;
            isContract = (flags & CONTRACT) != 0;
            heard = flags >> DIMENSION_BITS;
            health = in.getFloat();
            change = in.getFloat();
            attitude = in.getFloat();
            staying = in.getFloat();
            for (int i = 0; i < SHARES; i++) shares[i] = (in.getShort() & MOST) / SHARE_UNITS;
            for (int i = 0; i < DIMENSIONS; i++) points[i] = in.getShort() / POINT_UNITS;
            lock = in.get();
            jumpsLeft = in.getShort() & MOST;
            return true;
        }

        /// Goes on to the month's next jump.
        boolean nextJump() {
            if (jumpsLeft == 0) return false;
            jumpsLeft--;
            driver = in.getInt();
            jump = in.getFloat();
            return true;
        }

        /// Goes on to the next touch, after all months.
        boolean nextTouch() {
            if (touchesLeft == 0) return false;
            touchesLeft--;
            touchType = EventType.values()[in.get()];
            touchKind = in.get();
            touchDay = (in.getShort() & MOST) + DAY_ZERO;
            return true;
        }

        /// `message_sent price`.
        String touchName() {
            Choice[] kinds = switch (touchType) {
                case MESSAGE_SENT -> MessageKind.values();
                case CONTACT -> ContactKind.values();
                case LIFE_EVENT -> LifeEventKind.values();
                default -> new Choice[0];
            };
            return touchKind < 0 ? touchType.word() : touchType.word() + ' ' + kinds[touchKind].word();
        }
    }

    static YearMonth month(int number) {
        return YearMonth.of(Math.floorDiv(number, 12), Math.floorMod(number, 12) + 1);
    }
}
