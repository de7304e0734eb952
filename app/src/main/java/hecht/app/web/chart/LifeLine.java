package hecht.app.web.chart;

import hecht.app.words.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// One customer over time, through the customer's eyes: the line of health with its band, what happened on it, stretches of
/// silence, and below the axis in lanes the belief, episodes, what was not perceived, and the door.
///
/// @param unit what the axis counts, in at most two short lines  @param axisFrom the least health on the axis; the most is 100
/// @param from,to what is drawn; a phone draws the last fourteen months of it
/// @param line stretches, each of points in order of time
/// @param quietNote under *not perceived*: how many  @param doorNote under *door*, at its end
/// @param end the figure at the end of the line, and its spread
public record LifeLine(
        Messages words,
        ZoneId zone,
        String title,
        String finding,
        List<String> unit,
        double axisFrom,
        Instant from,
        Instant to,
        List<List<Point>> line,
        List<Blank> silences,
        List<Mark> marks,
        List<Span> episodes,
        List<Hollow> quiet,
        String quietNote,
        List<Door> doors,
        List<String> doorNote,
        List<String> end,
        Table table)
        implements Chart {
    private static final Duration ON_A_PHONE = Duration.ofDays(425);

    /// @param los to @param hecht shares of the belief
    public record Point(
            Instant at, double health, double low, double high, double los, double koel, double warm, double hecht) {
        double share(int condition) {
            return switch (condition) {
                case 0 -> los;
                case 1 -> koel;
                case 2 -> warm;
                default -> hecht;
            };
        }
    }

    /// A stretch of silence.
    public record Blank(Instant from, Instant to, String said) {}

    /// What a mark looks like: shape and sign carry its meaning besides colour.
    public enum Shape {
        UP,
        DOWN,
        TWICE,
        RING,
        HEARD,
        DOT
    }

    /// @param weight how much it was perceived, 0 to 1  @param health on the line, after it
    /// @param label,note its name and its date with points; the larger it is the sooner they are written
    /// @param said what is read out, in lines
    public record Mark(
            Instant at,
            Shape shape,
            double weight,
            double health,
            double size,
            String label,
            String note,
            String said) {}

    /// An episode over its contacts.
    ///
    /// @param right whether it went right, by the customer's count  @param size the larger, the sooner its name is written
    public record Span(
            Instant from, Instant to, boolean right, double size, String name, String note, List<Contact> contacts) {
        public Span {
            contacts = List.copyOf(contacts);
        }
    }

    /// One contact of an episode.
    ///
    /// @param valence below 0 it went wrong, above 0 well
    public record Contact(Instant at, int valence) {}

    /// Not perceived: one, or all of a month.
    public record Hollow(Instant at, long count, String said) {}

    /// The door is locked, or its notice window stands open; where there is neither it is open.
    public record Door(Instant from, Instant to, boolean window) {}

    public LifeLine {
        unit = List.copyOf(unit);
        line = line.stream().map(List::copyOf).toList();
        silences = List.copyOf(silences);
        marks = List.copyOf(marks);
        episodes = List.copyOf(episodes);
        quiet = List.copyOf(quiet);
        doors = List.copyOf(doors);
        doorNote = List.copyOf(doorNote);
        end = List.copyOf(end);
    }

    @Override
    public String id() {
        return "line";
    }

    @Override
    public boolean isRead() {
        return true;
    }

    @Override
    public Extent extent(Form form) {
        return new LifeLineDrawing(this, form).extent();
    }

    @Override
    public void draw(Svg on, Form form) {
        new LifeLineDrawing(this, form).draw(on);
    }

    /// Where the drawing begins.
    Instant begins(Form form) {
        Instant last = to.minus(ON_A_PHONE);
        return form.isWide() || last.isBefore(from) ? from : last;
    }
}
