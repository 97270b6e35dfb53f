package ghl.gateway.intake.body;

import com.fasterxml.jackson.databind.JsonNode;
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

    public boolean isJson() {
        return mediaType().equals("application/json")
                || mediaType().startsWith("application/") && mediaType().endsWith("+json");
    }

    /** @throws MalformedBodyException when the body is not a JSON object */
    public JsonNode json() {
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
    public List<FormField> fields() {
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
