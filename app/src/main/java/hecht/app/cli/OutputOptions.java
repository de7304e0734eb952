package hecht.app.cli;

import hecht.files.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the healths go, and in what form.
final class OutputOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "option.output.output")
    @Nullable
    Path output;

    @Option(names = "--json", descriptionKey = "option.output.json-lines")
    boolean json;

    @Option(names = "--rows", paramLabel = "N", descriptionKey = "option.output.rows")
    @Nullable
    String rows;

    @Option(names = "--save-model", paramLabel = "FILE", descriptionKey = "option.output.save-model")
    @Nullable
    Path saveModel;

    @Option(names = "--rejects", paramLabel = "FILE", descriptionKey = "option.output.rejects")
    @Nullable
    Path rejects;

    OutputOptions() {}

    enum Form {
        /// For a person, on a terminal.
        REPORT,
        CSV,
        PARQUET,
        JSON
    }

    /// A person at a terminal gets a report, and everybody else rows.
    ///
    /// @param inputs what is read, over which nothing is written
    Form form(List<String> inputs, Conversation with) throws Refusal {
        Path file = file();
        if (file == null) return json ? Form.JSON : output == null && with.isRead() ? Form.REPORT : Form.CSV;
        for (String each : inputs) if (isSame(file, each)) throw with.wrongUse("use.output-is-input", file);
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean parquet = name.endsWith(".parquet");
        if (json && parquet) throw with.wrongUse("use.json-is-no-parquet", file);
        if (json) return Form.JSON;
        if (parquet) return Form.PARQUET;
        if (name.endsWith(".csv") || Files.exists(file) && !Files.isRegularFile(file)) return Form.CSV;
        throw with.wrongUse("use.output", file);
    }

    private static boolean isSame(Path file, String input) {
        try {
            return Files.isRegularFile(file) && Files.isSameFile(file, Path.of(input));
        } catch (IOException | InvalidPathException e) {
            return false; // what cannot be read cannot be written over
        }
    }

    /// The file asked for; null for standard output, which is also written `-`.
    @Nullable
    Path file() {
        return output == null || output.toString().equals("-") ? null : output;
    }

    int rows(int usual, Conversation with) throws Refusal {
        if (rows == null) return usual;
        if (!rows.matches("[0-9]{1,7}")) throw with.wrongUse("use.count", "--rows", Shown.safely(rows));
        return Integer.parseInt(rows);
    }
}
