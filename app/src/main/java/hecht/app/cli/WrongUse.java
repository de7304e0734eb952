package hecht.app.cli;

import hecht.app.words.Messages;
import hecht.core.event.Words;
import hecht.files.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A command line that cannot be understood, as one sentence in the language of the conversation.
final class WrongUse {
    private WrongUse() {}

    static Refusal of(ParameterException e, Messages messages) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        String help = messages.say("use.help", spec.qualifiedName(" ") + " --help");
        return new Refusal(Refusal.Kind.USE, sentence(e, spec, messages) + " " + help);
    }

    private static String sentence(ParameterException e, CommandSpec spec, Messages messages) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unknown(unmatched, spec, messages);
            case MutuallyExclusiveArgsException exclusive -> messages.say("use.exclusive");
            case OverwrittenOptionException twice -> messages.say("use.twice", label(twice.getOverwritten(), messages));
            case MissingParameterException missing -> missing(missing, spec, messages);
            default ->
                e.getArgSpec() == null
                        ? messages.say("use.wrong", spec.qualifiedName(" "))
                        : messages.say("use.value", label(e.getArgSpec(), messages), Shown.safely(e.getValue() + ""));
        };
    }

    private static String unknown(UnmatchedArgumentException e, CommandSpec spec, Messages messages) {
        String word = e.getUnmatched().getFirst();
        if (!word.startsWith("-")) return messages.say("use.too-much", Shown.safely(word));
        String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        Map<String, String> known = new TreeMap<>();
        for (OptionSpec each : spec.options()) known.put(bare(each.longestName()), each.longestName());
        return messages.say(
                "use.unknown-option",
                Shown.safely(option),
                Words.nearest(bare(option), known.keySet())
                        .map(name -> "; " + messages.say("use.meant", known.getOrDefault(name, name)))
                        .orElse("."));
    }

    /// An option's name without its dashes, in which [Words] sees no letters.
    private static String bare(String option) {
        return option.replaceFirst("^-+", "").replace('-', '_');
    }

    private static String missing(MissingParameterException e, CommandSpec spec, Messages messages) {
        ArgSpec first = e.getMissing().isEmpty() ? null : e.getMissing().getFirst();
        if (first instanceof OptionSpec option && option.group() == null)
            return messages.say("use.value-missing", option.longestName(), messages.label(option.paramLabel()));
        List<String> unsaid = spec.positionalParameters().stream()
                .filter(each -> each.required() && each.stringValues().isEmpty())
                .map(each -> label(each, messages))
                .toList();
        return messages.say("use.missing", String.join(", ", unsaid));
    }

    private static String label(ArgSpec spec, Messages messages) {
        return spec instanceof OptionSpec option ? option.longestName() : messages.label(spec.paramLabel());
    }
}
