package hecht.files;

import hecht.core.relation.Matrix;
import tools.jackson.core.io.JsonStringEncoder;

/// Lays out a JSON file for a person: one field a line, a matrix as rows below one another.
final class JsonText {
    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean first = true;

    JsonText open() {
        out.append('{');
        depth++;
        first = true;
        return this;
    }

    JsonText open(String name) {
        name(name);
        return open();
    }

    JsonText close() {
        depth--;
        out.append('\n').append("  ".repeat(depth)).append('}');
        first = false;
        if (depth == 0) out.append('\n');
        return this;
    }

    JsonText field(String name, int value) {
        name(name).append(value);
        return this;
    }

    /// The shortest digits that are the same double again.
    JsonText field(String name, double value) {
        name(name).append(value);
        return this;
    }

    JsonText field(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    JsonText field(String name, String value) {
        name(name)
                .append('"')
                .append(JsonStringEncoder.getInstance().quoteAsCharArray(value))
                .append('"');
        return this;
    }

    JsonText row(String name, Matrix row) {
        name(name);
        row(row, 0);
        return this;
    }

    JsonText matrix(String name, Matrix matrix) {
        name(name).append('[');
        for (int i = 0; i < matrix.rows(); i++) {
            out.append(i == 0 ? "\n" : ",\n").append("  ".repeat(depth + 1));
            row(matrix, i);
        }
        out.append('\n').append("  ".repeat(depth)).append(']');
        return this;
    }

    private void row(Matrix matrix, int row) {
        out.append('[');
        for (int j = 0; j < matrix.columns(); j++)
            out.append(j == 0 ? "" : ", ").append(matrix.at(row, j));
        out.append(']');
    }

    private StringBuilder name(String name) {
        if (!first) out.append(',');
        first = false;
        return out.append('\n')
                .append("  ".repeat(depth))
                .append('"')
                .append(name)
                .append("\": ");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
