package ghl.gateway.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Blocks that run one after another on one gateway: those of a page, or of all pages of a folder inside docs/. */
record DocumentationChapter(String name, List<DocumentationBlock> blocks) {

    private static final Path DOCS = Path.of("docs");
    private static final Pattern ASSIGNMENT = Pattern.compile("\\b([A-Z][A-Z0-9_]*)=(\\S+)");

    static List<DocumentationChapter> all() throws IOException {
        try (Stream<Path> docs = Files.walk(DOCS)) {
            Map<String, List<Path>> pages = Stream.concat(Stream.of(Path.of("README.md")), docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .collect(Collectors.groupingBy(DocumentationChapter::nameFor, TreeMap::new, Collectors.toList()));
            return pages.entrySet().stream()
                    .map(chapter -> new DocumentationChapter(chapter.getKey(), blocks(chapter.getValue())))
                    .toList();
        }
    }

    private static String nameFor(Path page) {
        Path folder = page.getParent();
        return folder == null || folder.equals(DOCS) ? page.toString() : folder.toString();
    }

    private static List<DocumentationBlock> blocks(List<Path> pages) {
        Function<Path, Stream<DocumentationBlock>> read = page -> {
            try {
                return DocumentationBlock.of(page).stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        return pages.stream().flatMap(read).toList();
    }

    boolean hasBlocksToRun() {
        return blocks.stream().anyMatch(DocumentationBlock::isRun);
    }

    /** The variables that the blocks marked {@code starts the gateway} set. */
    Map<String, String> gatewayVariables() {
        Map<String, String> variables = new HashMap<>();
        blocks.stream().filter(DocumentationBlock::startsGateway).forEach(block -> {
            Matcher assignment = ASSIGNMENT.matcher(block.text());
            while (assignment.find()) {
                variables.put(assignment.group(1), assignment.group(2));
            }
        });
        return variables;
    }

    /** For the report. */
    @Override
    public String toString() {
        return name;
    }
}
