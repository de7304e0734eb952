package hecht.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The folder `examples/`, and the commands that its page tells.
final class Examples {
    /// The project's root, from which its commands run.
    static final Path ROOT = root();

    static final Path FOLDER = ROOT.resolve("examples");

    /// A fenced block of shell.
    private static final Pattern BLOCK = Pattern.compile("^```sh\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /// A word of a command, in quotes or not.
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private Examples() {}

    /// Each line of shell on the page that runs hecht, as words without `./hecht`; a line that goes on (`\`) is one.
    static List<List<String>> commands() {
        List<List<String>> commands = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(text(FOLDER.resolve("README.md")));
        while (blocks.find())
            for (String line : blocks.group(1).replace("\\\n", " ").lines().toList())
                if (line.startsWith("./hecht ")) commands.add(words(line.substring("./hecht ".length())));
        return commands;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher each = WORD.matcher(line.replaceFirst(" > .*", ""));
        while (each.find()) words.add(each.group(1) == null ? each.group(2) : each.group(1));
        return words;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("ARCHITECTURE.md"))) {
            folder = folder.getParent();
            if (folder == null) throw new IllegalStateException("the project's root is not above the tests");
        }
        return folder;
    }
}
