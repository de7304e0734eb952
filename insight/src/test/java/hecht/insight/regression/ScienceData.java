package hecht.insight.regression;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Classic sets with published results, in `../shared/data/science` beside the project. Tests that need one are skipped where it is not.
public final class ScienceData {
    private final List<String> header;
    private final List<List<String>> rows;

    private ScienceData(List<String> header, List<List<String>> rows) {
        this.header = header;
        this.rows = rows;
    }

    public static ScienceData read(String name) {
        Path file = Path.of("..", "..", "shared", "data", "science").resolve(name); // tests run in the room's folder
        assumeTrue(Files.exists(file), "no " + file);
        try (InputStream raw = Files.newInputStream(file);
                InputStream bytes = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            List<List<String>> all = new ArrayList<>();
            lines.lines().forEach(line -> all.add(List.of(line.strip().split(",", -1))));
            return new ScienceData(all.getFirst(), all.subList(1, all.size()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public int rows() {
        return rows.size();
    }

    public List<String> words(String column) {
        int at = header.indexOf(column);
        return rows.stream().map(row -> row.get(at)).toList();
    }

    public double[] numbers(String column) {
        return words(column).stream().mapToDouble(Double::parseDouble).toArray();
    }

    public boolean[] holds(String column, String yes) {
        List<String> words = words(column);
        boolean[] holds = new boolean[words.size()];
        for (int i = 0; i < holds.length; i++) holds[i] = words.get(i).equals(yes);
        return holds;
    }

    public Covariates covariates(List<String> columns) {
        double[][] values = new double[rows()][columns.size()];
        for (int j = 0; j < columns.size(); j++) {
            double[] column = numbers(columns.get(j));
            for (int i = 0; i < values.length; i++) values[i][j] = column[i];
        }
        return Covariates.of(columns, values);
    }
}
