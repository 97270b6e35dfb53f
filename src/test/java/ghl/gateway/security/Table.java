package ghl.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reviewed access table: one line per route or field, with the callers that have access. */
record Table(String name) {

    private static final Path AGREED = Path.of("src/test/resources/access");

    /** Writes the actual table to {@code target/access}, to be copied when a change is intended. */
    void assertIs(List<String> found) {
        try {
            Path target = Files.createDirectories(Path.of("target/access")).resolve(name);
            Files.write(target, found);
            try (Stream<String> agreed = Files.lines(AGREED.resolve(name))) {
                assertThat(found)
                        .as("%s, found as in %s", AGREED.resolve(name), target)
                        .containsExactlyElementsOf(
                                agreed.filter(line -> !line.startsWith("#")).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
