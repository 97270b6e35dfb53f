package ghl.gateway.intake.body;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Refuses multipart bodies of many parts or long headers before Netty's decoder reads them, which takes it long. */
final class MultipartBounds {

    private static final int MAX_HEADERS = 8 * 1024;
    private static final String BOUNDARY = "boundary=";

    private final String body;
    private final String delimiter;

    private MultipartBounds(String body, String delimiter) {
        this.body = body;
        this.delimiter = delimiter;
    }

    /** @throws MalformedBodyException when the body has more parts than fields are allowed, or long headers in a part */
    static void check(byte[] bytes, String contentType, int maxFields) {
        int start = contentType.toLowerCase(Locale.ROOT).indexOf(BOUNDARY);
        if (start >= 0) { // without one, the decoder refuses the body
            String boundary = contentType
                    .substring(start + BOUNDARY.length())
                    .split(";", 2)[0]
                    .strip();
            new MultipartBounds(new String(bytes, StandardCharsets.ISO_8859_1), "--" + boundary.replace("\"", ""))
                    .check(maxFields);
        }
    }

    private void check(int maxFields) {
        int parts = 0;
        for (int at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length())) {
            boolean isLineStart = at == 0 || body.charAt(at - 1) == '\n';
            boolean isEnd = body.startsWith("--", at + delimiter.length());
            if (isLineStart && !isEnd) {
                if (++parts > maxFields) {
                    throw MalformedBodyException.malformed("The form has more than " + maxFields + " fields");
                }
                checkHeaders(at);
            }
        }
    }

    private void checkHeaders(int start) {
        if (body.length() - start > MAX_HEADERS) {
            String headers = body.substring(start, start + MAX_HEADERS);
            if (!headers.contains("\r\n\r\n") && !headers.contains("\n\n")) {
                throw MalformedBodyException.malformed(
                        "The headers of a part of the form are longer than " + MAX_HEADERS + " bytes");
            }
        }
    }
}
