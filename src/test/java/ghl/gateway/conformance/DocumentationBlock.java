package ghl.gateway.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a Markdown page.
 *
 * @param line of the opening fence, from 1
 * @param language what follows the fence; empty for none
 * @param marks from HTML comments right before the block, such as {@code <!-- not run: needs Docker -->}
 */
record DocumentationBlock(Path page, int line, String language, String text, Map<String, String> marks) {

    private static final Pattern FENCE = Pattern.compile("( *)```(.*)");
    private static final Pattern MARK =
            Pattern.compile("<!-- (not run|expect|save as|starts the gateway)(?:: (.*))? -->");
    private static final Set<String> RUNNABLE = Set.of("sh", "graphql");

    static List<DocumentationBlock> of(Path page) throws IOException {
        List<DocumentationBlock> blocks = new ArrayList<>();
        Map<String, String> marks = new HashMap<>();
        List<String> lines = Files.readAllLines(page);
        for (int at = 0; at < lines.size(); at++) {
            Matcher fence = FENCE.matcher(lines.get(at));
            Matcher mark = MARK.matcher(lines.get(at));
            if (fence.matches()) {
                int end = at + 1 + lines.subList(at + 1, lines.size()).indexOf(fence.group(1) + "```");
                String text = String.join("\n", lines.subList(at + 1, end)).stripIndent() + "\n";
                blocks.add(new DocumentationBlock(page, at + 1, fence.group(2).strip(), text, Map.copyOf(marks)));
                at = end;
                marks.clear();
            } else if (mark.matches()) {
                marks.put(mark.group(1), Optional.ofNullable(mark.group(2)).orElse(""));
            } else if (!lines.get(at).isBlank()) {
                marks.clear();
            }
        }
        return blocks;
    }

    Optional<String> mark(String name) {
        return Optional.ofNullable(marks.get(name));
    }

    boolean startsGateway() {
        return mark("starts the gateway").isPresent();
    }

    boolean isRun() {
        return RUNNABLE.contains(language) && mark("not run").isEmpty() && !startsGateway();
    }

    boolean expectsFailure() {
        return mark("expect").filter(outcome -> outcome.startsWith("failure")).isPresent();
    }

    /** Where it is, for messages. */
    @Override
    public String toString() {
        return page + ":" + line;
    }
}
