package hecht.app.web.chart;

/// Which end of a text stands at its place.
public enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    final String word;

    Anchor(String word) {
        this.word = word;
    }
}
