package hecht.app.cli;

import hecht.app.words.Frames;
import hecht.app.words.Language;
import hecht.core.event.Choice;
import hecht.files.Refusal;
import hecht.store.postgres.Trouble;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// From a command line to an exit code: understands it, runs the command, and says in one sentence what went wrong.
public final class Cli {
    private final Conversation with;
    private final List<String> args;

    private Cli(Conversation with, List<String> args) {
        this.with = with;
        this.args = args;
    }

    public static int run(String[] given, Surroundings around) {
        List<String> args = asCommands(List.of(given));
        return new Cli(new Conversation(args, around), args).run();
    }

    /// What people write out of habit: `hecht help score` for `hecht score --help`, `hecht --version` for `hecht version`, and
    /// `hecht` alone to be told what it is.
    private static List<String> asCommands(List<String> given) {
        if (given.isEmpty()) return List.of("--help");
        List<String> args = new ArrayList<>(given);
        switch (given.getFirst()) {
            case "help" -> {
                args.removeIf(each -> each.equals("help"));
                args.add("--help");
            }
            case "--version", "-V" -> args.set(0, "version");
            default -> {}
        }
        return args;
    }

    private int run() {
        try {
            return understandAndRun();
        } catch (Refusal e) {
            with.complain(e.sentence());
            return Exit.of(e.kind());
        } catch (Destination.Unwritable e) {
            if (e.isNobodyReading()) return Exit.DONE;
            with.complain(e.refusal(with.messages()).sentence());
            return Exit.SURROUNDINGS;
        } catch (OutOfMemoryError e) {
            with.complain(with.say("fault.memory"));
            return Exit.SURROUNDINGS;
        } catch (Trouble e) {
            with.complain(e.sentence());
            return Exit.SURROUNDINGS;
        } catch (RuntimeException | Error e) {
            with.complain(with.say("fault.ours", e.getClass().getSimpleName()));
            trace(e);
            return Exit.FAULT;
        }
    }

    private int understandAndRun() throws Refusal {
        checkLanguage();
        CommandLine line = Commands.line(args, with);
        ParseResult parsed;
        try {
            parsed = line.parseArgs(args.toArray(String[]::new));
        } catch (ParameterException e) {
            throw WrongUse.of(e, with.messages());
        }
        while (parsed.subcommand() != null) parsed = parsed.subcommand();
        CommandSpec asked = parsed.commandSpec();
        if (parsed.isUsageHelpRequested() || !(asked.userObject() instanceof Command command)) return help(asked);
        return command.run();
    }

    private void checkLanguage() throws Refusal {
        String written = Language.written(args);
        if (written != null && Choice.read(Language.class, written).isEmpty())
            throw with.wrongUse("use.language", Shown.safely(written));
    }

    private int help(CommandSpec asked) {
        Destination out = with.output();
        out.write(HelpPage.of(asked, with));
        out.finish();
        return Exit.DONE;
    }

    /// The stack only, never the message of a fault, which may quote what was read.
    private void trace(Throwable fault) {
        if (with.around().environment().getOrDefault("HECHT_TRACE", "").isEmpty()) return;
        with.tell(Frames.of(fault));
    }
}
