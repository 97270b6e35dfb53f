package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Readers for values that the vendor writes in several formats. An unknown format is read as null. */
final class LenientReaders {

    private LenientReaders() {}

    /** A time as ISO 8601, date, or epoch milliseconds. */
    static final class InstantReader extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Times.instant(parser.<JsonNode>readValueAsTree().asText());
        }
    }

    /** A date, in any order that the vendor accepts, or a time. */
    static final class DateReader extends JsonDeserializer<LocalDate> {
        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Times.date(parser.<JsonNode>readValueAsTree().asText());
        }
    }

    /** A list of strings, or of objects with one string such as {@code {"email": "…"}}. */
    @Retention(RetentionPolicy.RUNTIME)
    @JacksonAnnotationsInside
    @JsonDeserialize(using = TextsReader.class)
    @interface Texts {}

    static final class TextsReader extends JsonDeserializer<List<String>> {

        private static final List<String> NAMES = List.of("email", "phone", "name", "value", "id");

        @Override
        public List<String> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = parser.readValueAsTree();
            if (node.isArray()) {
                return StreamSupport.stream(node.spliterator(), false)
                        .map(TextsReader::text)
                        .filter(Objects::nonNull)
                        .toList();
            }
            return Stream.ofNullable(text(node)).toList();
        }

        private static String text(JsonNode node) {
            if (node.isObject()) {
                return NAMES.stream()
                        .map(node::get)
                        .filter(child -> child != null && child.isTextual())
                        .map(JsonNode::asText)
                        .findFirst()
                        .orElse(null);
            }
            return node.isValueNode() && !node.isNull() ? node.asText() : null;
        }
    }
}
