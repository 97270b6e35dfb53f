package ghl.gateway.form.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import java.util.List;
import java.util.stream.Collectors;

/** YAML as a tree whose nodes know their lines. */
final class YamlTree {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private YamlTree() {}

    static JsonNode of(FormFile file) throws FormFileException {
        try {
            JsonNode tree = JsonNodes.readTree(YAML, file.text(), LocationJsonNodeFactoryFactory.getInstance());
            if (tree == null || !tree.isObject()) {
                throw new FormFileException(List.of(
                        new FormProblem(file.path(), 1, "is no form: it must have at least answers: and contact:")));
            }
            return tree;
        } catch (RuntimeException e) {
            throw new FormFileException(List.of(unreadable(file, e)));
        }
    }

    /** The library wraps what the parser says. */
    private static FormProblem unreadable(FormFile file, RuntimeException e) {
        if (e.getCause() instanceof JsonProcessingException parser) {
            int line = parser.getLocation() == null
                    ? 1
                    : Math.max(1, parser.getLocation().getLineNr());
            return new FormProblem(file.path(), line, "is not YAML: " + sentence(parser.getOriginalMessage()));
        }
        return new FormProblem(file.path(), 1, "is not YAML: " + sentence(e.getMessage()));
    }

    static int lineOf(JsonNode node) {
        JsonLocation location = JsonNodes.tokenLocationOf(node);
        return location == null ? 1 : Math.max(1, location.getLineNr());
    }

    /** Without the places and pieces of the file that the parser draws below. */
    private static String sentence(String message) {
        return String.valueOf(message)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining("; "));
    }
}
