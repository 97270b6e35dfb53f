package ghl.gateway.intake.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody posted. The bytes are those of the wire, for a signature is over them and nothing else.
 *
 * @param contentType as the header has it; empty when there is none
 * @param headers by lower-case name, the first of each
 */
public record RequestBody(byte[] bytes, String contentType, Map<String, String> headers) {

    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    public RequestBody {
        contentType = contentType == null ? "" : contentType;
        headers = Map.copyOf(headers);
    }

    /** Null when it was not sent. */
    public String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether it is what a browser's form sends. */
    public boolean isForm() {
        return mediaType().equals(URLENCODED) || mediaType().equals(MULTIPART);
    }

    public boolean isJson() {
        return mediaType().equals("application/json")
                || mediaType().startsWith("application/") && mediaType().endsWith("+json");
    }

    /** @throws MalformedBodyException when it is no JSON object */
    public JsonNode json() {
        if (!isJson()) {
            throw MalformedBodyException.unsupported("The body must be JSON, and Content-Type must say so");
        }
        return JsonText.object(bytes);
    }

    /**
     * The fields of a form, in their order; a name may come several times.
     *
     * @throws MalformedBodyException when it is no form, or a broken one
     */
    public List<FormField> fields() {
        return switch (mediaType()) {
            case URLENCODED -> FormFields.urlencoded(bytes);
            case MULTIPART -> FormFields.multipart(bytes, contentType);
            default ->
                throw MalformedBodyException.unsupported("Content-Type must be " + URLENCODED + " or " + MULTIPART
                        + " (or JSON, from senders that write it)");
        };
    }

    private String mediaType() {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
