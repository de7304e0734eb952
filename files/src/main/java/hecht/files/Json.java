package hecht.files;

import hecht.core.event.Words;
import hecht.core.relation.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A value in a JSON file that a person may have edited; knows where it stands, and which of its fields were asked for.
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String place;
    private final JsonNode node;
    private final Set<String> asked = new HashSet<>();
    private final List<Json> inside = new ArrayList<>();

    private Json(String place, JsonNode node) {
        this.place = place;
        this.node = node;
    }

    static Json read(Path file) throws Refusal {
        String name = String.valueOf(file.getFileName());
        try {
            return parse(name, Files.readString(file));
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.USE, name + ": expected a file in UTF-8, found none that can be read.", e);
        }
    }

    /// @param name what to call the file in a sentence
    static Json parse(String name, String text) throws Refusal {
        try {
            return new Json(name, MAPPER.readTree(text));
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? name
                    : name + ", line " + e.getLocation().getLineNr();
            String said = String.valueOf(e.getOriginalMessage());
            throw new Refusal(
                    Refusal.Kind.USE,
                    where + ": expected JSON, found something else: "
                            + said.lines().findFirst().orElse("") + ".",
                    e);
        }
    }

    Json at(String field) throws Refusal {
        JsonNode found = node.get(field);
        if (found == null || found.isNull()) throw new Json(place + ", " + field, node).refuse("a value", "", "");
        asked.add(field);
        for (Json known : inside) if (known.place.equals(place + ", " + field)) return known;
        Json made = new Json(place + ", " + field, found);
        inside.add(made);
        return made;
    }

    /// Whether a field is there that need not be.
    boolean has(String field) {
        asked.add(field);
        JsonNode found = node.get(field);
        return found != null && !found.isNull();
    }

    /// Refuses fields that nobody asked for, here and further in: a slip of the pen would else be taken for a default.
    void refuseUnread() throws Refusal {
        if (node.isObject())
            for (String name : node.propertyNames())
                if (!asked.contains(name))
                    throw refuse(
                            Words.anyOf(asked.stream().sorted().toList()),
                            name,
                            Words.nearest(name, asked)
                                    .map(near -> "did you mean " + near + "?")
                                    .orElse("leave it out"));
        for (Json each : inside) each.refuseUnread();
    }

    String text() throws Refusal {
        if (node.isString()) return node.stringValue();
        throw refuse("a text", node.toString(), "");
    }

    double number() throws Refusal {
        if (node.isNumber()) return node.doubleValue();
        throw refuse("a number", node.toString(), "");
    }

    boolean flag() throws Refusal {
        if (node.isBoolean()) return node.booleanValue();
        throw refuse("true or false", node.toString(), "");
    }

    Matrix row() throws Refusal {
        return Matrix.row(numbers(node));
    }

    Matrix matrix() throws Refusal {
        if (!node.isArray() || node.isEmpty()) throw refuse("rows of numbers", node.toString(), "");
        double[][] rows = new double[node.size()][];
        for (int i = 0; i < rows.length; i++) rows[i] = numbers(node.get(i));
        return made(() -> Matrix.of(rows));
    }

    private double[] numbers(JsonNode list) throws Refusal {
        if (!list.isArray() || list.isEmpty()) throw refuse("a list of numbers", list.toString(), "");
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!list.get(i).isNumber()) throw refuse("a list of numbers", list.toString(), "");
            numbers[i] = list.get(i).doubleValue();
        }
        return numbers;
    }

    interface Making<T> {
        T make() throws Refusal;
    }

    /// What a constructor makes of the values here; its own gate says what is wrong, and this where.
    <T> T made(Making<T> making) throws Refusal {
        try {
            return making.make();
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USE, place + ": " + e.getMessage() + ".", e);
        }
    }

    Refusal refuse(String expected, String found, String remedy) {
        return new Refusal(
                Refusal.Kind.USE,
                place + ": expected " + expected + ", found " + (found.isEmpty() ? "nothing" : '"' + found + '"')
                        + (remedy.isEmpty() ? "" : "; " + remedy) + (remedy.endsWith("?") ? "" : "."));
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
