package hecht.app;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.event.EventType;
import hecht.core.event.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents say of the code is so.
class DocumentsTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CLASS =
            Pattern.compile("`(?:[a-z]+/)*([A-Z][A-Za-z]+[a-z][A-Za-z]*)(?:\\.([a-z][A-Za-z]*))?`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern IN_BACKTICKS = Pattern.compile("`([^`]+)`");

    @Test
    void every_class_that_the_architecture_names_exists_and_has_the_method() throws IOException {
        Map<String, Path> sources = new LinkedHashMap<>();
        for (Path each : filesEndingIn(".java")) sources.put(each.getFileName().toString(), each);
        int named = 0;
        for (String document : List.of("ARCHITECTURE.md", "CONTRIBUTING.md")) {
            Matcher found = CLASS.matcher(Files.readString(PROJECT.resolve(document)));
            while (found.find()) {
                named++;
                Path source = sources.get(found.group(1) + ".java");
                assertThat(source).as("%s names %s", document, found.group()).isNotNull();
                if (found.group(2) != null)
                    assertThat(Files.readString(source))
                            .as("%s names %s", document, found.group())
                            .contains(" " + found.group(2) + "(");
            }
        }
        assertThat(named).as("an empty look would prove nothing").isGreaterThan(15);
    }

    @Test
    void the_contract_in_the_documents_is_the_contract_in_the_code() throws IOException {
        String contract = Files.readString(PROJECT.resolve("docs/reference/events.md"));
        String types = contract.substring(contract.indexOf("## The types"), contract.indexOf("## Perception"));
        Map<String, Set<String>> written = new LinkedHashMap<>();
        for (String line : types.lines().filter(each -> each.startsWith("| `")).toList()) {
            String[] cells = line.split("\\|", -1);
            for (String type : inBackticks(cells[1])) written.put(type, fields(cells[2]));
        }
        assertThat(written.keySet()).containsExactlyInAnyOrderElementsOf(EventType.words());
        for (EventType type : EventType.values()) {
            Set<String> own = type.own().stream().map(Field::label).collect(toCollection(TreeSet::new));
            Set<String> beside = new TreeSet<>(written.getOrDefault(type.word(), Set.of()));
            beside.removeIf(label -> !own.contains(label)
                    && Field.ENVELOPE.stream().map(Field::label).anyMatch(label::equals)); // every event may have them
            assertThat(beside).as("fields of %s", type.word()).isEqualTo(own);
            Set<String> required = type.required().stream().map(Field::label).collect(toCollection(TreeSet::new));
            assertThat(bold(types, type.word()))
                    .as("required fields of %s", type.word())
                    .isEqualTo(required);
        }
    }

    @Test
    void every_link_between_documents_leads_somewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : filesEndingIn(".md")) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find())
                if (!Files.exists(document.resolveSibling(link.group(1)))) broken.add(document + " → " + link.group(1));
        }
        assertThat(broken).isEmpty();
    }

    private static List<Path> filesEndingIn(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(PROJECT)) {
            return all.filter(each -> each.toString().endsWith(ending) && !isMade(PROJECT.relativize(each)))
                    .toList();
        }
    }

    /// By a build, or by git.
    private static boolean isMade(Path file) {
        for (Path part : file)
            if (part.toString().equals("target") || part.toString().equals(".git")) return true;
        return false;
    }

    private static List<String> inBackticks(String text) {
        return IN_BACKTICKS.matcher(text).results().map(each -> each.group(1)).toList();
    }

    /// The cell of fields without the words a field may hold: `**direction** in/out, kind, sentiment −1…1` are three.
    private static Set<String> fields(String cell) {
        Set<String> all = new TreeSet<>();
        for (String part : cell.split("[,;]", -1)) {
            String name = part.trim().replace("**", "").replaceAll("[ (].*", "");
            if (Field.of(name).isPresent()) all.add(name);
        }
        return all;
    }

    private static Set<String> bold(String types, String type) {
        String line = types.lines()
                .filter(each -> each.startsWith("| `")
                        && inBackticks(each.split("\\|", -1)[1]).contains(type))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("\\*\\*([a-z_]+)\\*\\*")
                .matcher(line)
                .results()
                .map((MatchResult each) -> each.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
