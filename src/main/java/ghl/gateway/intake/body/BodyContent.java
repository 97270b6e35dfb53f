package ghl.gateway.intake.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a body contains, recognized by how it begins: many senders label it wrongly or not at all.
 *
 * @param files names of uploaded files
 */
record BodyContent(JsonNode tree, List<String> files) {

    /** @throws MalformedBodyException when the body is neither JSON nor a form */
    static BodyContent read(byte[] received, String contentType, String contentEncoding) {
        byte[] bytes = ContentDecoding.decode(received, contentEncoding);
        HeaderValue type = HeaderValue.parse(contentType);
        Optional<Charset> charset = BodyText.charset(type.parameters().get("charset"));
        String text = BodyText.decode(bytes, charset.orElse(null));
        if (text.isBlank()) {
            return new BodyContent(JsonNodeFactory.instance.objectNode(), List.of());
        }
        Optional<JsonNode> json = JsonText.mayBeJson(text) ? JsonText.body(text) : Optional.empty();
        return json.map(tree -> new BodyContent(tree, List.of()))
                .orElseGet(() -> form(bytes, text, type, charset.orElse(null)));
    }

    private static BodyContent form(byte[] bytes, String text, HeaderValue type, Charset charset) {
        boolean isFields = FormFields.isForm(text, type.value());
        if (MultipartForm.isMultipart(text) || type.value().startsWith("multipart/") && !isFields) {
            return MultipartForm.read(bytes, type.parameters().get("boundary"), charset);
        }
        if (isFields) {
            return new BodyContent(FormFields.read(bytes, text, type.value(), charset), List.of());
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
