package hecht.app.web.chart;

import hecht.app.words.Messages;
import java.util.List;

/// A chart as it stands on a page: both sizes, its table under *Show as a table*, and its address as CSV. Its texts are those
/// of [Plate]'s room, which a page names beside its own: `Messages.of(language, Pulse.class, Layout.class, Plate.class)`.
///
/// @param csv the address of its figures, with the page's query
public record Plate(Chart chart, String csv, Messages words) {
    public String id() {
        return chart.id();
    }

    /// One drawing; safe to print as it is, since [Svg] escaped what it was given.
    public String svg(Form form) {
        String id = chart.id() + (form.isWide() ? "-w" : "-n");
        Svg on = new Svg(id);
        chart.draw(on, form);
        return on.html(form.isWide() ? "ch wide" : "ch narrow", chart.extent(form), chart.title(), chart.finding());
    }

    public boolean isRead() {
        return chart.isRead();
    }

    public String title() {
        return chart.title();
    }

    public Table table() {
        return chart.table();
    }

    public List<List<Table.Cell>> rows() {
        return chart.table().rows();
    }

    public String say(String key) {
        return words.say(key);
    }
}
