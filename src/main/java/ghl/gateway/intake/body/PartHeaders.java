package ghl.gateway.intake.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Headers of a part of a multipart body.
 *
 * @param encoding of the content, in lower case; blank without one
 */
record PartHeaders(HeaderValue disposition, HeaderValue type, String encoding) {

    private static final String FILE = "filename";
    private static final String JSON = "application/json";

    /** What scripts have to call a part that has a content type, for example {@code new Blob([json], {type})}. */
    private static final String UNNAMED_FILE = "blob";

    /** @param headers lines, of bytes as characters */
    static PartHeaders parse(String headers) {
        Map<String, String> byName = new HashMap<>();
        for (String header : headers.replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n")) {
            String[] parts = header.split(":", 2);
            if (parts.length == 2) {
                byName.putIfAbsent(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
            }
        }
        return new PartHeaders(
                HeaderValue.parse(byName.getOrDefault("content-disposition", "")),
                HeaderValue.parse(byName.getOrDefault("content-type", "")),
                byName.getOrDefault("content-transfer-encoding", "").toLowerCase(Locale.ROOT));
    }

    boolean isFile() {
        Optional<String> file = disposition.extended(FILE);
        boolean isScriptsJson =
                type.value().equals(JSON) && file.filter(UNNAMED_FILE::equals).isPresent();
        return file.isPresent() && !isScriptsJson;
    }

    /** Browsers encode only what would end the name. */
    String name(Charset charset) {
        return text("name", charset).replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }

    String fileName(Charset charset) {
        return text(FILE, charset);
    }

    Optional<Charset> charset() {
        return BodyText.charset(type.parameters().get("charset"));
    }

    /** The content without its encoding; as it is if that is not valid. */
    byte[] decode(byte[] content) {
        if (!encoding.equals("base64")) {
            return content;
        }
        try {
            return Base64.getDecoder()
                    .decode(new String(content, ISO_8859_1)
                            .replaceAll("\\s+", "")
                            .getBytes(ISO_8859_1));
        } catch (IllegalArgumentException notBase64) {
            return content;
        }
    }

    private String text(String parameter, Charset charset) {
        boolean isExtended = disposition.parameters().containsKey(parameter + "*");
        String text = disposition.extended(parameter).orElse("");
        return isExtended ? text : BodyText.decodePart(text.getBytes(ISO_8859_1), charset);
    }
}
