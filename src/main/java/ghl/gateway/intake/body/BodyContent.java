package ghl.gateway.intake.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a body contains, recognized by how it begins: many senders label it wrongly or not at all.
 *
 * @param isJson whether it is JSON rather than a form
 * @param files names of uploaded files
 */
record BodyContent(JsonNode tree, boolean isJson, List<String> files) {

    /** An empty body, and JSON without a value. */
    private static final Set<String> NOTHING = Set.of("", "null", "\"\"");

    /** @throws MalformedBodyException when the body is neither JSON nor a form */
    static BodyContent read(byte[] received, String contentType, String contentEncoding) {
        byte[] bytes = ContentDecoding.decode(received, contentEncoding);
        HeaderValue type = HeaderValue.parse(contentType);
        Optional<Charset> charset = BodyText.charset(type.parameters().get("charset"));
        String text = BodyText.decode(bytes, charset.orElse(null));
        if (NOTHING.contains(text.strip())) {
            return new BodyContent(JsonNodeFactory.instance.objectNode(), false, List.of());
        }
        Optional<JsonNode> json = JsonText.mayBeJson(text) ? JsonText.body(text) : Optional.empty();
        return json.map(tree -> new BodyContent(tree, true, List.of()))
                .orElseGet(() -> form(bytes, text, type, charset.orElse(null)));
    }

    private static BodyContent form(byte[] bytes, String text, HeaderValue type, Charset charset) {
        boolean isFields = FormFields.isForm(text, type.value());
        if (MultipartForm.isMultipart(text) || type.value().startsWith("multipart/") && !isFields) {
            return MultipartForm.read(bytes, type.parameters().get("boundary"), charset);
        }
        if (isFields) {
            return new BodyContent(FormFields.read(bytes, text, type.value(), charset), false, List.of());
        }
        throw unreadable(text, type.value()).get();
    }

    private static Supplier<MalformedBodyException> unreadable(String text, String type) {
        return JsonText.mayBeJson(text) || type.contains("json")
                ? JsonText::invalid
                : () -> MalformedBodyException.malformed(
                        "The body must be JSON or an HTML form: urlencoded, multipart or lines of name=value");
    }
}
