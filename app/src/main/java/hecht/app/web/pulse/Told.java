package hecht.app.web.pulse;

import hecht.app.web.chart.Dots;
import hecht.app.web.chart.Lanes;
import hecht.app.web.chart.Leavers;
import hecht.app.web.chart.Locks;
import hecht.app.web.chart.Movers;
import hecht.app.web.chart.Squares;
import hecht.app.web.chart.Stream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that Pulse tells of one selection in one month, as plain figures: what the store keeps, turned into
/// what charts
/// and sentences are made of.
///
/// @param asked the selection  @param day the last day that counts
/// @param months at most 24 month-ends, oldest first; the last is the month asked for
/// @param isRhythm whether evidence is purchases; then health has another axis and nobody is held by a door
/// @param isFitted whether the parameters were learned from own history
/// @param lanes one for each dimension  @param moved empty while there is no month before
/// @param groups other groups of customers over the same months: each segment, or each region, of which the selection
/// is not one
/// @param views saved views with their counts  @param hasMargins whether anybody's margin is known
/// @param isHidden whether so few are left out that this reader may not be told
record Told(
        Asked asked,
        Choices choices,
        LocalDate day,
        boolean isRhythm,
        boolean isFitted,
        List<Month> months,
        List<Dots.Bin> bins,
        List<Lanes.Lane> lanes,
        List<Squares.Square> squares,
        Leaving leaving,
        List<Locks.Month> locks,
        @Nullable Moved moved,
        List<Stream.Mark> marks,
        List<Group> groups,
        Recent recent,
        List<Conversation> views,
        boolean hasMargins,
        boolean isHidden) {
    private static final int YOUNG = 3;

    Told {
        months = List.copyOf(months);
        bins = List.copyOf(bins);
        lanes = List.copyOf(lanes);
        squares = List.copyOf(squares);
        locks = List.copyOf(locks);
        marks = List.copyOf(marks);
        groups = List.copyOf(groups);
        views = List.copyOf(views);
    }

    Month now() {
        return months.getLast();
    }

    /// Whether the month asked for is the newest, so that lists, which are of now, hold those it counts.
    boolean isNewest() {
        return asked.month().equals(choices.newest());
    }

    /// Whether there is a change to speak of: with fewer than three months it is too early.
    boolean isYoung() {
        return months.size() < YOUNG;
    }

    /// What was asked for.
    ///
    /// @param segment null for all  @param region null for all
    record Asked(
            YearMonth month,
            @Nullable String segment,
            @Nullable String region) {}

    /// What can be asked for.
    record Choices(List<YearMonth> months, List<String> segments, List<String> regions) {
        Choices {
            months = List.copyOf(months);
            segments = List.copyOf(segments);
            regions = List.copyOf(regions);
        }

        YearMonth newest() {
            return Collections.max(months);
        }
    }

    /// All customers of the selection at the end of one month.
    ///
    /// @param quiet of how many nothing was heard for a year  @param never of how many nothing was ever heard
    /// @param change of the mean among those who stayed since the month-end before; null in the first month
    /// @param lost of those in view at the month-end before, and still with us, how many are not any more; null in
    /// the first month
    /// @param gained how many came into view
    record Month(
            Stream.Month shares,
            Estimate health,
            long quiet,
            long never,
            @Nullable Estimate change,
            @Nullable Long lost,
            @Nullable Long gained) {
        YearMonth month() {
            return shares.month();
        }

        long customers() {
            return shares.customers();
        }

        long inView() {
            return shares.inView();
        }

        long notInView() {
            return shares.customers() - shares.inView();
        }
    }

    /// Who is expected to go within twelve months.
    record Leaving(Leavers.Expected asIs, Leavers.Expected open, Leavers.Expected held) {}

    /// What a month did to the mean of those who stayed through it.
    ///
    /// @param change of the mean  @param joined how many came  @param left how many went
    /// @param passing what joining and leaving did to the mean beside it
    record Moved(List<Movers.Mover> movers, Estimate change, long stayed, long joined, long left, double passing) {
        Moved {
            movers = List.copyOf(movers);
        }
    }

    /// Another group of customers, by month.
    ///
    /// @param health now  @param change among those who stayed, as many as there are months; null where it is not
    /// known
    record Group(String name, boolean isRegion, long customers, Estimate health, List<@Nullable Estimate> change) {}

    /// What happened in the sixty days before.
    record Recent(long doubleFailures, long recoveries) {}
}
