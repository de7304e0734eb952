package hecht.app.cli;

import hecht.app.words.Figures;
import hecht.app.words.Language;
import hecht.app.words.Messages;
import hecht.files.Progress;
import hecht.files.Refusal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run of a command, as a conversation with whoever started it: in which language, where data and words go, who looks on.
final class Conversation {
    private final Surroundings around;
    private final Messages messages;
    private final Voice voice;

    Conversation(List<String> args, Surroundings around) {
        this.around = around;
        this.messages = Messages.of(Language.of(args, around.environment()), Cli.class);
        this.voice = new Voice(around.err());
    }

    Surroundings around() {
        return around;
    }

    Messages messages() {
        return messages;
    }

    String say(String key, Object... values) {
        return messages.say(key, values);
    }

    /// Words on standard error.
    void tell(String words) {
        voice.say(words);
    }

    /// A long sentence on standard error, on a terminal in lines no wider than it.
    void tellAtLength(String sentence) {
        tell(around.terminal().err() ? String.join("\n", Shown.lines(sentence, columns())) : sentence);
    }

    /// What went wrong, on standard error.
    void complain(String sentence) {
        voice.say("hecht: " + sentence);
    }

    Figures figures(ZoneId zone) {
        return new Figures(messages, zone);
    }

    /// A line of progress on a terminal, else nothing.
    ///
    /// @param doing key of what is done  @param units key of what is counted
    Progress progress(String doing, String units) {
        if (!around.terminal().err()) return Progress.SILENT;
        return new ProgressLine(voice, messages, figures(ZoneOffset.UTC), doing, units, columns(), System::nanoTime);
    }

    Progress reading() {
        return progress("progress.reading", "progress.rows");
    }

    Progress counting() {
        return progress("progress.counting", "progress.events");
    }

    Progress folding() {
        return progress("progress.folding", "progress.events");
    }

    /// A line of progress in words on a terminal, else nothing.
    void show(String words) {
        if (around.terminal().err()) voice.show(Shown.cut(words, columns() - 1));
    }

    void progressIsOver() {
        voice.hide();
    }

    /// Whether a person reads standard output.
    boolean isRead() {
        return around.terminal().out();
    }

    int columns() {
        return around.terminal().columns().getAsInt();
    }

    Ink ink() {
        return new Ink(Ink.wanted(isRead(), around.environment()));
    }

    Destination output() {
        return Destination.standardOutput(around.out(), messages);
    }

    /// @param file null for standard output
    Destination output(@Nullable Path file) throws Refusal {
        return file == null ? output() : Destination.file(file, messages);
    }

    Refusal wrongUse(String key, Object... values) {
        return new Refusal(Refusal.Kind.USE, say(key, values));
    }
}
