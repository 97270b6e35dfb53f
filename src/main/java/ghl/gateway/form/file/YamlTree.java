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
import java.util.stream.Collectors;

/** Parses YAML into a tree whose nodes know their lines. */
final class YamlTree {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private YamlTree() {}

    static JsonNode parse(FormFile file) throws FormFileException {
        try {
            JsonNode tree = JsonNodes.readTree(YAML, file.text(), LocationJsonNodeFactoryFactory.getInstance());
            if (tree == null || !tree.isObject()) {
                throw new FormFileException(
                        file.path(), 1, "is not a form definition: it must have at least answers: and contact:");
            }
            return tree;
        } catch (RuntimeException e) {
            throw unreadable(file, e);
        }
    }

    /** The library wraps the parser's exception. */
    private static FormFileException unreadable(FormFile file, RuntimeException e) {
        if (e.getCause() instanceof JsonProcessingException parser) {
            String message = "is not valid YAML: " + withHint(summary(parser.getOriginalMessage()));
            return new FormFileException(file.path(), line(parser.getLocation()), message);
        }
        return new FormFileException(file.path(), 1, "is not valid YAML: " + summary(e.getMessage()));
    }

    /** Texts of people, such as labels, have characters that mean something in YAML. */
    private static String withHint(String summary) {
        boolean isText = summary.contains("flow mapping")
                || summary.contains("flow sequence")
                || summary.contains("mapping values are not allowed");
        return isText ? summary + ". Put a text that contains ?, :, #, a comma or brackets in quotes" : summary;
    }

    static int lineOf(JsonNode node) {
        return line(JsonNodes.tokenLocationOf(node));
    }

    private static int line(JsonLocation location) {
        return location == null ? 1 : Math.max(1, location.getLineNr());
    }

    /** The message without the location and the excerpt of the file that the parser appends. */
    private static String summary(String message) {
        return String.valueOf(message)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining("; "));
    }
}
