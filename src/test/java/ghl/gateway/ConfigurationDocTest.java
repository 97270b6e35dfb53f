package ghl.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.SettingsDoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables in {@code docs/configuration.md} list every setting once, with its default and its Javadoc. */
class ConfigurationDocTest {

    private static final Path PAGE = Path.of("docs/configuration.md");

    /** Three columns; the table of the most important settings has two. */
    private static final String ROW = "\\| `(HIGHLEVEL|GATEWAY|SUBMISSION|SANDBOX)_[^|]*\\|[^|]*\\|[^|]*\\|";

    @Test
    void tables_match_the_config_mappings() throws IOException {
        List<String> actual = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches(ROW))
                .toList();
        List<String> expected = SettingsDoc.rows();

        assertThat(expected)
                .as("rows to add to %s", PAGE)
                .filteredOn(row -> !actual.contains(row))
                .isEmpty();
        assertThat(actual)
                .as("rows to remove from %s", PAGE)
                .filteredOn(row -> !expected.contains(row))
                .isEmpty();
        assertThat(actual).doesNotHaveDuplicates();
    }
}
