package ghl.gateway.intake.body;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.http.Compression;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request's body and headers. The bytes are those received, because signatures are computed over them: compressed if the
 * sender compressed them, and only without the contents of uploaded files if {@link FilePartFilter} dropped them. Thread-safe.
 */
public final class RequestBody {

    /** Of a body without the contents of uploaded files, as received and decompressed. */
    public static final int MAX_BYTES = 1024 * 1024;

    private static final int SMALL_BYTES = 16 * 1024;

    private final byte[] bytes;
    private final String contentType;
    private final Map<String, String> headers;
    private BodyContent content;
    private MalformedBodyException unreadable;

    /**
     * @param contentType the header's value; null without one
     * @param headers the first value of each, by lower-case name
     */
    public RequestBody(byte[] bytes, String contentType, Map<String, String> headers) {
        this.bytes = bytes;
        this.contentType = contentType == null ? "" : contentType;
        this.headers = Map.copyOf(headers);
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Empty without one. */
    public String contentType() {
        return contentType;
    }

    /** The first value of each, by lower-case name. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Null when the header was not sent. */
    public String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The body as an object or a list, whatever its encoding; an object without members for an empty body.
     *
     * <p>JSON is recognized by its first character. A list of one object is that object, unless it is a list of one question
     * with its answer, and a JSON text that holds JSON is that JSON. A name that occurs twice in an object has a list.
     *
     * <p>Fields of HTML forms are texts in the order received. Repeated names have a list, PHP's names are nested: {@code
     * a[b]=1} is {@code {"a": {"b": "1"}}}, and {@code a[]=1} or {@code a[0]=1} a list. An uploaded file is its name.
     *
     * @throws MalformedBodyException when the body cannot be read
     */
    public JsonNode tree() {
        return content().tree();
    }

    /**
     * Names of uploaded files, whose contents are not kept.
     *
     * @throws MalformedBodyException when the body cannot be read
     */
    public List<String> files() {
        return content().files();
    }

    /** Whether even its tree is small. */
    public boolean isSmall() {
        boolean isCompressed =
                header("Content-Encoding") != null || Compression.isGzip(bytes) || Compression.isDeflate(bytes);
        return bytes.length <= SMALL_BYTES && !isCompressed;
    }

    /** Gives up the tree, which takes many times the memory of the bytes. */
    public synchronized void forgetTree() {
        content = null;
    }

    /** Whether the body is JSON rather than a form. */
    public boolean isJson() {
        return content().isJson();
    }

    private synchronized BodyContent content() {
        if (unreadable != null) {
            throw unreadable;
        }
        if (content == null) {
            try {
                content = BodyContent.read(bytes, contentType, header("Content-Encoding"));
            } catch (MalformedBodyException e) {
                unreadable = e;
                throw e;
            }
        }
        return content;
    }
}
