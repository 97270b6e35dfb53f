package ghl.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The maintainers' pages in docs/ name packages, classes, tables and columns that exist. */
class ArchitectureDocumentTest {

    private static final Path DOCS = Path.of("docs");
    private static final Path MAIN = Path.of("src/main/java/ghl/gateway");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** A class name is all of the text between two backticks, or all up to the first dot of a nested class or member. */
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(\\.\\w+)*`");

    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern ADDED_COLUMN = Pattern.compile("ADD COLUMN (\\w+)");
    private static final Pattern COLUMN = Pattern.compile("(?m)^ +([a-z]\\w*) ");

    @Test
    void every_package_is_named_in_the_architecture_page() throws IOException {
        String page = page("architecture.md");

        assertThat(packages()).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"architecture.md", "state-machine.md", "decisions.md", "data-model.md", "testing.md"})
    void every_class_named_in_a_page_exists(String name) throws IOException {
        Set<String> classes = classes();

        assertThat(matches(CLASS, page(name)))
                .extracting(match -> match.group(1))
                .isNotEmpty()
                .allSatisfy(named -> assertThat(classes).contains(named));
    }

    @Test
    void every_table_and_column_is_named_in_the_data_model() throws IOException {
        String page = page("data-model.md");

        String scripts = migrations();
        List<MatchResult> tables = matches(TABLE, scripts);
        assertThat(tables).isNotEmpty();
        for (MatchResult table : tables) {
            assertThat(page).contains("`" + table.group(1) + "`");
            assertThat(matches(COLUMN, table.group(2)))
                    .extracting(column -> column.group(1))
                    .isNotEmpty()
                    .filteredOn(column ->
                            !scripts.contains("ALTER TABLE " + table.group(1) + " DROP COLUMN " + column + ";"))
                    .allSatisfy(column -> assertThat(page).containsPattern("[`.]" + column + "`"));
        }
        assertThat(matches(ADDED_COLUMN, scripts))
                .extracting(column -> column.group(1))
                .isNotEmpty()
                .allSatisfy(column -> assertThat(page).containsPattern("[`.]" + column + "`"));
    }

    private static String page(String name) throws IOException {
        return Files.readString(DOCS.resolve(name));
    }

    /** Relative to {@code ghl.gateway}, such as {@code highlevel.cache}. */
    private static Set<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .map(file -> MAIN.relativize(file.getParent()).toString().replace('/', '.'))
                    .map(name -> name.isEmpty() ? "ghl.gateway" : name)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static String migrations() throws IOException {
        StringBuilder scripts = new StringBuilder();
        try (Stream<Path> files = Files.walk(MIGRATIONS)) {
            for (Path script : files.filter(Files::isRegularFile).toList()) {
                scripts.append(Files.readString(script));
            }
        }
        return scripts.toString();
    }

    private static List<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }
}
