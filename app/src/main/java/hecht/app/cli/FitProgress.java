package hecht.app.cli;

import hecht.app.learning.Learning;
import hecht.app.learning.Learning.Stage;
import hecht.app.words.Figures;
import java.time.ZoneOffset;
import java.util.Locale;

/// How far a fit is, in one line on a terminal: what is done, which round, and the logarithm of how likely all of it is by now.
final class FitProgress implements Learning.Progress {
    private final Conversation with;
    private final Figures figures;

    FitProgress(Conversation with) {
        this.with = with;
        this.figures = with.figures(ZoneOffset.UTC);
    }

    @Override
    public void begins(Stage stage) {
        with.show(name(stage));
    }

    @Override
    public boolean fits(Stage stage, int round, double logPosterior) {
        with.show(with.say("fit.round", name(stage), (long) round, figures.tenths(logPosterior)));
        return true;
    }

    private String name(Stage stage) {
        return with.say("fit.stage." + stage.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
