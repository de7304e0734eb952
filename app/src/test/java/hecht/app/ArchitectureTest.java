package hecht.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The arrows of ARCHITECTURE.md, and what the core promises: it is here because the app sees every room. Maven's
/// enforcer guards the arrows between modules as well; this guards those inside a module, and what no pom can tell.
class ArchitectureTest {
    /// Every room, and the rooms it may know besides the JDK and its libraries. Rooms still to come are here already.
    private static final Map<String, List<String>> ARROWS = Map.of(
            "core.event", List.of(),
            "core.perception", List.of("core.event"),
            "core.episode", List.of("core.perception", "core.event"),
            "core.relation", List.of("core.episode", "core.perception", "core.event"),
            "insight", List.of("core"),
            "files", List.of("core"),
            "store", List.of("core"),
            "demo", List.of("core"),
            "app", List.of("core", "insight", "files", "store", "demo"));

    /// Modules that the app does not know, and whose classes are therefore not looked at here.
    private static final List<String> BEYOND = List.of("browser", "flink", "lab");

    private static final JavaClasses HECHT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("hecht");

    @Test
    void every_room_that_has_sources_was_looked_at() throws IOException {
        assertThat(HECHT.stream().map(ArchitectureTest::room))
                .contains("core.event", "core.perception", "core.episode", "core.relation");
        for (String module : modulesWithSources())
            assertThat(HECHT.stream().filter(resideInAPackage("hecht." + module + "..")))
                    .as("classes of %s; an empty look would let every rule below pass", module)
                    .isNotEmpty();
    }

    @Test
    void every_class_lies_in_a_room_that_has_its_arrows() {
        assertThat(HECHT.stream()
                        .filter(each -> !ARROWS.containsKey(room(each)))
                        .map(JavaClass::getName))
                .as("classes in a room that ARROWS does not name")
                .isEmpty();
    }

    @Test
    void a_room_knows_only_the_rooms_its_arrows_point_to() {
        ARROWS.forEach((room, known) -> {
            String[] allowed = Stream.concat(Stream.of(room), known.stream())
                    .map(each -> "hecht." + each + "..")
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage("hecht." + room + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("hecht..").and(not(resideInAnyPackage(allowed))))
                    .because(room + " knows "
                            + (known.isEmpty() ? "no other room" : "only " + String.join(", ", known))));
        });
    }

    @Test
    void packages_have_no_cycles() {
        check(slices().matching("hecht.(**)").should().beFreeOfCycles());
    }

    @Test
    void the_core_knows_only_the_JDK_and_the_words_for_absence() {
        check(classes()
                .that()
                .resideInAPackage("hecht.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("hecht.core..", "java..", "org.jspecify.annotations"));
    }

    @Test
    void the_core_reads_and_writes_nothing() {
        check(noClasses()
                .that()
                .resideInAPackage("hecht.core..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..")
                                .or(nameMatching("java\\.io\\.(File.*|RandomAccessFile|Console|PrintStream)"))));
    }

    @Test
    void the_core_has_no_clock_no_chance_and_no_surroundings() {
        check(noClasses()
                .that()
                .resideInAPackage("hecht.core..")
                .should()
                .accessTargetWhere(member("java\\.time\\..+\\.(now|systemDefault|systemUTC|systemDefaultZone)"))
                .orShould()
                .accessTargetWhere(
                        member("java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty|in|out|err)"))
                .orShould()
                .accessTargetWhere(
                        member(
                                "java\\.lang\\.Math\\.random|java\\.lang\\.StrictMath\\.random|java\\.util\\.UUID\\.randomUUID"))
                .orShould()
                .accessTargetWhere(member("java\\.util\\.(Locale|TimeZone)\\.getDefault"))
                .orShould()
                .dependOnClassesThat(
                        resideInAPackage("java.util.random..")
                                .or(
                                        nameMatching(
                                                "java\\.(util|security)\\.(Random|SplittableRandom|SecureRandom)|java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.time\\.Clock")))
                .because("moments and seeds come in as arguments"));
    }

    @Test
    void nobody_uses_the_old_dates_or_the_old_Jackson() {
        check(noClasses()
                .should()
                .dependOnClassesThat(nameMatching(
                        "java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)|java\\.text\\.SimpleDateFormat")));
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(
                        "hecht.app.server.Described") // the library that describes the API knows no other
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core.."));
    }

    @Test
    void every_package_is_marked_for_null() {
        assertThat(HECHT.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(each ->
                                !each.getName().startsWith("hecht.app.web.jte")) // made of templates by the build
                        .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                        .map(each -> each.getName()))
                .as("packages without package-info.java or without its @NullMarked, which NullAway therefore passes by")
                .isEmpty();
    }

    @Test
    void a_package_is_a_business_word() {
        check(noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..manager..",
                        "..helper..",
                        "..impl..",
                        "..base..",
                        "..misc.."));
    }

    /// A rule about a room that is still to come has nothing to look at; that no room is overlooked is the first test's.
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HECHT);
    }

    private static DescribedPredicate<JavaAccess<?>> member(String name) {
        return describe(
                "to " + name,
                access ->
                        access.getTarget().getFullName().replaceAll("\\(.*", "").matches(name));
    }

    /// `core.event` for a class of that package or below it, and the module for other classes.
    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        if (parts.length < 2) return "hecht itself";
        return parts.length > 2 && parts[1].equals("core") ? "core." + parts[2] : parts[1];
    }

    /// The modules beside this one, seen from the folder in which Maven runs the tests of app.
    private static Set<String> modulesWithSources() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("").toAbsolutePath().getParent())) {
            return folders.filter(each -> Files.isDirectory(each.resolve("src/main/java")))
                    .map(each -> each.getFileName().toString())
                    .filter(each -> !BEYOND.contains(each))
                    .collect(toCollection(TreeSet::new));
        }
    }
}
