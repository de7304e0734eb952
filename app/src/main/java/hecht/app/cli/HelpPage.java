package hecht.app.cli;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Help that teaches: what a command is for, how it is called, three lines to paste, its options in groups, its exit codes.
/// Its texts stand in the message files under `help.score.…`.
final class HelpPage {
    static final List<String> TEXTS = List.of("header", "synopsis", "text", "examples");
    private static final int NARROWEST = 60;
    private static final int WIDEST = 100;
    private static final int MARGIN = 24;
    static final List<String> GROUPS =
            List.of("takes", "what", "data", "serving", "founding", "files", "model", "output", "general");
    private static final List<Integer> CODES = List.of(0, 1, 2, 3, 4, 5, 6, 130);

    private final Conversation with;
    private final Ink ink;
    private final int columns;
    private final StringBuilder out = new StringBuilder();

    private HelpPage(Conversation with) {
        this.with = with;
        this.ink = with.ink();
        this.columns = with.isRead() ? Math.clamp(with.columns(), NARROWEST, WIDEST) : Terminal.USUAL_COLUMNS;
    }

    static String of(CommandSpec spec, Conversation with) {
        HelpPage page = new HelpPage(with);
        page.write(spec);
        return page.out.toString();
    }

    private void write(CommandSpec spec) {
        String name = spec.name();
        paragraph(with.say("help." + name + ".header"));
        heading(with.say("help.usage"));
        indented(with.say("help." + name + ".synopsis"));
        for (String each : with.say("help." + name + ".text").lines().toList()) {
            out.append('\n');
            paragraph(each);
        }
        heading(with.say("help.examples"));
        indented(with.say("help." + name + ".examples"));
        if (name.equals("hecht")) {
            heading(with.say("help.commands"));
            for (String each : Commands.names()) entry(each, with.say("help." + each + ".header"));
        }
        for (String group : GROUPS) arguments(group, spec);
        heading(with.say("help.exit"));
        for (int code : CODES) entry(Shown.right(String.valueOf(code), 3), with.say("exit." + code));
    }

    /// The arguments whose description is `option.GROUP.…`.
    private void arguments(String group, CommandSpec spec) {
        List<ArgSpec> ofGroup = spec.args().stream()
                .filter(each -> each.descriptionKey().startsWith("option." + group + "."))
                .toList();
        if (ofGroup.isEmpty()) return;
        heading(with.say("group." + group));
        for (ArgSpec each : ofGroup) entry(name(each), with.say(each.descriptionKey()));
    }

    private String name(ArgSpec of) {
        String label = with.messages().label(of.paramLabel());
        if (!(of instanceof OptionSpec option)) return label;
        String names = String.join(", ", option.names());
        return of.arity().max() == 0 ? names : names + " " + label;
    }

    /// A name in the margin, and what is said of it beside it; below it where the margin is too narrow.
    private void entry(String name, String text) {
        boolean fits = Shown.width(name) <= MARGIN - 4;
        if (!fits) out.append("  ").append(name).append('\n');
        List<String> lines = Shown.lines(text, columns - MARGIN);
        for (int i = 0; i < lines.size(); i++)
            out.append(Shown.left(i == 0 && fits ? "  " + name : "", MARGIN))
                    .append(lines.get(i))
                    .append('\n');
    }

    private void heading(String text) {
        out.append('\n').append(ink.strong(text)).append('\n');
    }

    private void paragraph(String text) {
        for (String line : Shown.lines(text, columns)) out.append(line).append('\n');
    }

    private void indented(String text) {
        for (String each : text.lines().toList()) out.append("  ").append(each).append('\n');
    }
}
