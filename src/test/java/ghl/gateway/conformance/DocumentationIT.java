package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Executables;
import ghl.gateway.fixture.Requirement;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every {@code sh} and {@code graphql} block of README.md and docs/ against the packaged gateway. CONTRIBUTING.md
 * explains the marks that pages use.
 */
class DocumentationIT {

    private static final String README = "README.md";
    private static final int MOST_NOT_RUN = 16;

    static Stream<DocumentationChapter> pages() throws IOException {
        return chapters().filter(chapter -> !chapter.name().equals(README));
    }

    @Test
    void blocks_of_the_readme_run_and_give_the_answers_shown() throws Exception {
        check(chapters()
                .filter(chapter -> chapter.name().equals(README))
                .findFirst()
                .orElseThrow());
    }

    @Tag("proof")
    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void blocks_of_a_page_run_and_give_the_answers_shown(DocumentationChapter page) throws Exception {
        check(page);
    }

    private static Stream<DocumentationChapter> chapters() throws IOException {
        return DocumentationChapter.all().stream().filter(DocumentationChapter::hasBlocksToRun);
    }

    private static void check(DocumentationChapter chapter) throws Exception {
        Requirement.that(
                Executables.onPath("bash") && Executables.onPath("curl"),
                "bash and curl are needed to run the commands of the documentation");

        DocumentationRun.of(chapter).check();
    }

    @Test
    void blocks_that_do_not_run_give_a_reason_and_are_few() throws IOException {
        List<DocumentationBlock> notRun = DocumentationChapter.all().stream()
                .flatMap(chapter -> chapter.blocks().stream())
                .filter(block -> block.mark("not run").isPresent())
                .toList();

        notRun.forEach(block -> System.out.println(
                block + " is not run: " + block.mark("not run").orElseThrow()));
        assertThat(notRun)
                .allSatisfy(block -> assertThat(block.mark("not run").orElseThrow())
                        .as(block.toString())
                        .isNotBlank())
                .hasSizeLessThanOrEqualTo(MOST_NOT_RUN);
    }

    @Test
    void shell_blocks_are_marked_sh() throws IOException {
        assertThat(DocumentationChapter.all().stream().flatMap(chapter -> chapter.blocks().stream()))
                .as("other names would keep a block from being run")
                .noneMatch(
                        block -> List.of("", "bash", "shell", "console", "zsh").contains(block.language()));
    }
}
