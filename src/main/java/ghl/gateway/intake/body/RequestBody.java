package ghl.gateway.intake.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request's body and headers. The bytes are unmodified, because signatures are computed over them.
 *
 * @param contentType the header's value; empty without one
 * @param headers the first value of each, by lower-case name
 */
public record RequestBody(byte[] bytes, String contentType, Map<String, String> headers) {

    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    public RequestBody {
        contentType = contentType == null ? "" : contentType;
        headers = Map.copyOf(headers);
    }

    /** Null when the header was not sent. */
    public String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The body as one tree, whatever its encoding. Fields of HTML forms are members of an object in the order received:
     * repeated names have a list of texts.
     *
     * @throws MalformedBodyException when the body cannot be read
     */
    public JsonNode tree() {
        if (isJson()) {
            return json();
        }
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (FormField field : fields()) {
            JsonNode earlier = tree.get(field.name());
            if (earlier == null) {
                tree.put(field.name(), field.value());
            } else if (earlier instanceof ArrayNode list) {
                list.add(field.value());
            } else {
                tree.putArray(field.name()).add(earlier).add(field.value());
            }
        }
        return tree;
    }

    /** Names of uploaded files, whose contents are not kept. */
    public List<String> files() {
        return List.of();
    }

    private boolean isJson() {
        return mediaType().equals("application/json")
                || mediaType().startsWith("application/") && mediaType().endsWith("+json");
    }

    /** @throws MalformedBodyException when the body is not a JSON object */
    private JsonNode json() {
        if (!isJson()) {
            throw MalformedBodyException.unsupported("Content-Type must be application/json");
        }
        return JsonText.object(bytes);
    }

    /**
     * The fields of an HTML form, in order; names may repeat.
     *
     * @throws MalformedBodyException when the body is not a valid form
     */
    private List<FormField> fields() {
        return switch (mediaType()) {
            case URLENCODED -> FormFields.urlencoded(bytes);
            case MULTIPART -> FormFields.multipart(bytes, contentType);
            default ->
                throw MalformedBodyException.unsupported("Content-Type must be " + URLENCODED + ", " + MULTIPART
                        + " or, for senders that use JSON, application/json");
        };
    }

    private String mediaType() {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
