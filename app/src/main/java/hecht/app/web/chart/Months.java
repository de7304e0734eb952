package hecht.app.web.chart;

import hecht.app.words.Messages;
import java.time.YearMonth;
import java.util.List;

/// An axis of months: time runs right, months are named, and the first of a year in bold with its year.
public final class Months {
    private final Messages words;
    private final List<YearMonth> months;
    private final Scale scale;

    /// @param months in order, each next to the one before  @param start,end where the first and the last stand
    public Months(Messages words, List<YearMonth> months, double start, double end) {
        this.words = words;
        this.months = List.copyOf(months);
        this.scale = new Scale(0, Math.max(1, months.size() - 1), start, end);
    }

    public double at(int month) {
        return scale.at(month);
    }

    public double at(double month) {
        return scale.at(month);
    }

    /// `Oct 2026`.
    public String name(int month) {
        return name(words, months.get(month));
    }

    public static String name(Messages words, YearMonth month) {
        return shortName(words, month) + " " + month.getYear();
    }

    public static String shortName(Messages words, YearMonth month) {
        return words.say("months.short").split(",", -1)[month.getMonthValue() - 1];
    }

    /// `October` or `oktober`.
    public static String longName(Messages words, YearMonth month) {
        return words.say("months").split(",", -1)[month.getMonthValue() - 1];
    }

    /// Ticks and names of every quarter's first month, or on a phone of every January and July, as long as they do
    /// not touch.
    public void draw(Svg on, Form form, double y) {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < months.size(); i++) {
            YearMonth month = months.get(i);
            int value = month.getMonthValue();
            if (value % (form.isWide() ? 3 : 6) != 1 && months.size() > 12) continue;
            boolean january = value == 1;
            String name = january ? name(words, month) : shortName(words, month);
            double half = Svg.width(name, january ? 14 : 13) / 2;
            on.line(at(i), y, at(i), y + 5, "axis");
            if (at(i) - half < free) continue;
            on.text(at(i), y + 19, Anchor.MIDDLE, january ? "t3 b" : "t3", name);
            free = at(i) + half + 6;
        }
    }
}
