package ghl.gateway.intake.body;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadCapability;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JacksonFeatureSet;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses untrusted JSON, also as templates write it that insert answers without escaping them. */
public final class JsonText {

    static final int MAX_DEPTH = 32;

    /** Names, values and brackets: an empty object of two characters takes a hundred bytes of memory. */
    private static final int MAX_TOKENS = 50_000;

    /**
     * Preserves numbers as written, such as the price 1.10. Does not remember the names of fields: senders choose them, and
     * Jackson would keep thousands of any length.
     */
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** How a JSON object or list begins, so that few other texts are parsed. */
    private static final Pattern START = Pattern.compile("\\{\\s*[\"'}]|\\[\\s*[{\\[\"'\\]\\d\\-tfnN]");

    private JsonText() {}

    /** @throws MalformedBodyException when the text is not a JSON object */
    public static JsonNode object(String json) {
        return inside(json).filter(JsonNode::isObject).orElseThrow(JsonText::invalid);
    }

    /**
     * The JSON object or list that a text holds as a whole, for example an answer that is a list in a sender's own form.
     * Takes time and memory in proportion to the text.
     */
    public static Optional<JsonNode> inside(String text) {
        String json = text.trim();
        return START.matcher(json).lookingAt() ? parse(json).filter(JsonNode::isContainerNode) : Optional.empty();
    }

    /** The object or list of a body; empty when it is not JSON. */
    static Optional<JsonNode> body(String body) {
        return parse(body.trim())
                .flatMap(json -> json.isTextual() ? inside(json.asText()) : Optional.of(json))
                .filter(JsonNode::isContainerNode)
                .map(json -> isWrapped(json) ? json.get(0) : json);
    }

    /** Whether a text begins as JSON does. */
    static boolean mayBeJson(String text) {
        String json = text.trim();
        return !json.isEmpty() && "{[\"".indexOf(json.charAt(0)) >= 0;
    }

    static MalformedBodyException invalid() {
        return MalformedBodyException.malformed("The body is not a valid JSON object or list, is nested deeper than "
                + MAX_DEPTH + " levels, or has too many values");
    }

    /** A list of one submission, not of one question with its answer. */
    private static boolean isWrapped(JsonNode json) {
        return json.isArray()
                && json.size() == 1
                && json.get(0).isObject()
                && QuestionItems.ofList(json)
                        .filter(items -> !items.get(0).value().isMissingNode())
                        .isEmpty();
    }

    private static Optional<JsonNode> parse(String json) {
        try (JsonParser parser = new KeepingDuplicates(MAPPER.createParser(json))) {
            JsonNode tree = MAPPER.readTree(parser);
            return parser.nextToken() == null ? Optional.ofNullable(tree) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
    }

    /** Has values of a repeated name put into a list, as for XML, where Jackson would keep the last only. */
    private static final class KeepingDuplicates extends JsonParserDelegate {

        KeepingDuplicates(JsonParser parser) {
            super(parser);
        }

        @Override
        public JacksonFeatureSet<StreamReadCapability> getReadCapabilities() {
            return super.getReadCapabilities().with(StreamReadCapability.DUPLICATE_PROPERTIES);
        }
    }
}
