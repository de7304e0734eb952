package hecht.store.relation;

import hecht.core.episode.Encounter;
import hecht.core.episode.EpisodeRecord;
import hecht.core.event.Dimension;
import hecht.core.event.Envelope.Profile;
import hecht.core.relation.Course;
import hecht.core.relation.Jump;
import hecht.core.relation.Matrix;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.MonthEnd;
import hecht.core.relation.Phase;
import hecht.core.relation.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rows of courses, gathered by one thread; another sends them. Not for several threads.
final class CourseRows {
    static final String COPY_COURSES = """
            COPY course (customer, model, as_of, state, trail, months, episodes) FROM STDIN (FORMAT binary)""";

    static final String COPY_RELATIONSHIPS = """
            COPY relationship (customer, as_of, since, ended, name, segment, region, margin, words,
                health, low, high, spread, los, koel, warm, hecht, condition, in_view, information, attitude, stays, staying,
                change, moved_driver, moved_points, emotion, experience, intention, behaviour, phi, opens_on,
                leaving_open, leaving_as_is, products,
                last_perceived, last_heard, last_sign, last_asked, last_double_failure, last_recovery, movers)
            FROM STDIN (FORMAT binary)""";

    static final String COPY_EPISODES = """
            COPY episode (customer, number, goal, case_id, product, opened, closed, ending, class, quality, contacts,
                promised_by, right_ours, right_theirs) FROM STDIN (FORMAT binary)""";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final double ROUNDING = 1e-9;

    private final Model model;
    private final int modelNumber;
    private final Drivers drivers;
    private final Instant asOf;

    final CopyRows courses = new CopyRows();
    final CopyRows relationships = new CopyRows();
    final Map<String, Profile> profiles = new LinkedHashMap<>();
    final Map<String, Episodes> episodes = new LinkedHashMap<>();

    /// One customer's episodes, ready to be sent, with the hash by which a change is noticed.
    record Episodes(long hash, CopyRows rows) {}

    CourseRows(Model model, int modelNumber, Drivers drivers, Instant asOf) {
        this.model = model;
        this.modelNumber = modelNumber;
        this.drivers = drivers;
        this.asOf = asOf;
    }

    void add(String customer, Course course) {
        Episodes told = episodes(customer, course.episodes());
        courses.row(7).text(customer).integer(modelNumber).moment(asOf);
        courses.bytes(course.state().bytes()).bytes(course.trail().bytes());
        courses.bytes(Months.write(course, model.mode(), model.zone(), drivers::number))
                .number(told.hash);
        profiles.put(customer, course.profile());
        episodes.put(customer, told);
        if (course.standing().phase() != Phase.NONE) relationship(customer, course);
    }

    private void relationship(String customer, Course course) {
        Standing s = course.standing();
        Profile p = course.profile();
        Instant since = s.since() == null ? s.asOf() : s.since();
        CopyRows to = relationships.row(42);
        to.text(customer).moment(s.isRunning() ? s.asOf() : asOf).moment(since).moment(course.ended());
        to.text(p.name()).text(p.segment()).text(p.region()).real(p.margin()).texts(words(customer, p.name()));
        to.real(s.health()).real(s.low()).real(s.high()).real(s.spread());
        for (double each : four(s.belief())) to.real(each);
        to.small(Math.min(s.mostLikely(), Months.SHARES - 1)).flag(s.isInView()).real(s.information());
        to.real(s.attitude()).flag(s.staying() >= s.usualStaying() - ROUNDING).real(s.staying());
        to.real(course.changeInQuarter().orElse(null));
        moved(course, to);
        dimensions(course, to);
        to.real(s.door()).moment(s.opensOn());
        boolean leavingShows = model.mode() == Mode.CONTRACT;
        to.real(leavingShows ? (Double) (1 - s.health() / 100) : null);
        to.real(leavingShows ? (Double) (1 - s.staying()) : null);
        to.texts(course.products());
        to.moment(s.lastPerceived())
                .moment(s.lastHeard())
                .moment(lastSign(s, since))
                .moment(s.lastAsked());
        to.moment(course.lastDoubleFailure()).moment(course.lastRecovery());
        to.integers(movers(course));
    }

    private void moved(Course course, CopyRows to) {
        Course.Moved moved = course.movedMost().orElse(null);
        if (moved == null || moved.driver() == null) to.none();
        else to.integer(drivers.number(moved.driver()));
        to.real(moved == null ? null : (Double) moved.points());
    }

    /// The drivers that moved it in the month that runs: those of which [Sums#moved] counts it.
    private Set<Integer> movers(Course course) {
        Set<Integer> movers = new TreeSet<>();
        for (MonthEnd each : course.months())
            if (each.month().equals(course.newest()) && each.stayed())
                for (Jump jump : each.jumps()) movers.add(drivers.number(jump.driver()));
        return movers;
    }

    private static void dimensions(Course course, CopyRows to) {
        Map<Dimension, Double> points = course.why().dimensions();
        for (Dimension each :
                List.of(Dimension.EMOTION, Dimension.EXPERIENCE, Dimension.INTENTION, Dimension.BEHAVIOUR))
            to.real(points.getOrDefault(each, 0.0).doubleValue());
    }

    /// With more than four conditions the last share holds all the others.
    private static double[] four(Matrix belief) {
        double[] shares = new double[Months.SHARES];
        for (int i = 0; i < belief.columns(); i++) shares[Math.min(i, Months.SHARES - 1)] += belief.at(i);
        return shares;
    }

    private static Instant lastSign(Standing s, Instant since) {
        Instant last = since;
        if (s.lastPerceived() != null && s.lastPerceived().isAfter(last)) last = s.lastPerceived();
        if (s.lastHeard() != null && s.lastHeard().isAfter(last)) last = s.lastHeard();
        return last;
    }

    /// What a person may type to find somebody: the key, and each word of the name.
    static List<String> words(String customer, @Nullable String name) {
        Set<String> words = new LinkedHashSet<>();
        words.add(customer.toLowerCase(Locale.ROOT));
        if (name != null)
            for (String each : BETWEEN_WORDS.split(name.toLowerCase(Locale.ROOT))) if (!each.isEmpty()) words.add(each);
        return new ArrayList<>(words);
    }

    // ---- episodes

    private static Episodes episodes(String customer, List<EpisodeRecord> records) {
        CopyRows rows = new CopyRows();
        for (EpisodeRecord each : records) {
            rows.row(14).text(customer).integer(each.number());
            rows.text(each.goal()).text(each.caseId()).text(each.product());
            rows.moment(each.opened())
                    .moment(each.closed())
                    .text(each.ending().word())
                    .text(worst(each));
            rows.real(each.quality()).integer(each.contacts()).moment(each.promisedBy());
            rows.flag(each.rightByUs()).flag(each.rightByCustomer());
        }
        return new Episodes(rows.hash(), rows);
    }

    /// The worst it did to the customer; where nothing was bad, the last good.
    private static @Nullable String worst(EpisodeRecord episode) {
        Encounter worst = null;
        for (Encounter each : episode.encounters()) {
            if (!each.isPositive() && (worst == null || worst.isPositive() || each.compareTo(worst) > 0)) worst = each;
            if (each.isPositive() && (worst == null || worst.isPositive())) worst = each;
        }
        return worst == null ? null : worst.word();
    }
}
