package hecht.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `hecht version`: which hecht, which Java, which model.
@CommandLine.Command(name = "version")
final class VersionCommand implements Command {
    private final Conversation with;

    @Option(names = "--json", descriptionKey = "option.output.json")
    boolean json;

    VersionCommand(Conversation with) {
        this.with = with;
    }

    @Override
    public int run() {
        Destination out = with.output();
        String java = Runtime.version().toString();
        String vendor = System.getProperty("java.vendor", "");
        if (json) {
            Json line = new Json(out);
            line.open()
                    .text("hecht", hecht())
                    .text("java", java)
                    .text("model", BUILT_IN)
                    .close();
            line.end();
        } else {
            out.line("hecht " + hecht());
            out.line("Java " + java + (vendor.isEmpty() ? "" : " (" + vendor + ")"));
            out.line(with.say("version.model", BUILT_IN));
        }
        out.finish();
        return Exit.DONE;
    }

    /// The name of the model that comes with hecht: its laws are those of this version, and nothing of it is fitted.
    static final String BUILT_IN = "built-in-1";

    private static String hecht() {
        @Nullable String version = VersionCommand.class.getPackage().getImplementationVersion();
        return version == null ? "(classes without a jar)" : version;
    }
}
