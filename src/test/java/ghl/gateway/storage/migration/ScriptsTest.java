package ghl.gateway.storage.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptsTest {

    private static final Path FOLDERS = Path.of("src/main/resources/db/migration");

    @Test
    void every_script_is_listed() throws IOException {
        assertThat(scripts("common")).containsExactlyInAnyOrderElementsOf(Scripts.COMMON);
        for (Dialect dialect : Dialect.values()) {
            assertThat(scripts(dialect.folder())).containsExactlyInAnyOrderElementsOf(Scripts.OWN);
        }
    }

    @Test
    void every_listed_script_is_readable_by_its_relative_path() {
        for (Dialect dialect : Dialect.values()) {
            Scripts scripts = new Scripts(dialect);

            assertThat(scripts.getResources("V", new String[] {".sql"}))
                    .hasSize(Scripts.COMMON.size() + Scripts.OWN.size())
                    .allSatisfy(script -> assertThat(script.read()).isNotNull());
            assertThat(scripts.getResource("common/V1__journal.sql")).isNotNull();
            assertThat(scripts.getResource(dialect.folder() + "/V2__scheduled_tasks.sql"))
                    .isNotNull();
        }
    }

    private static Stream<String> scripts(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDERS.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
