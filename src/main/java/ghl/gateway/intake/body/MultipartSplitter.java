package ghl.gateway.intake.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Splits a multipart body that is received in chunks of any size. Takes memory for a line and the headers of a part, and time
 * in proportion to the body. The delimiter is the header's, or else the body's first line if it looks like one. Lines may end
 * with CR LF or LF, and the last delimiter may be missing.
 */
final class MultipartSplitter {

    static final int MAX_HEADERS = 8 * 1024;
    private static final int MAX_LINE = 1024;
    private static final int MAX_DELIMITER = 256;
    private static final String DASHES = "--";
    private static final byte[] NOTHING = {};

    /** Receives all bytes of the body in order, as framing or content. */
    interface Parts {

        /** Delimiters, headers, line ends before delimiters, and what is outside of the parts. */
        default void framing(byte[] bytes, int length) {}

        /** The headers of a part have been received, of which this is at most a little more than allowed. */
        void part(String headers);

        /** Content of the latest part. */
        void content(byte[] bytes, int length);

        /** The last delimiter has been received. */
        default void last() {}
    }

    private enum Place {
        START,
        BEFORE,
        HEADERS,
        CONTENT,
        AFTER
    }

    private enum Line {
        DELIMITER,
        LAST_DELIMITER,
        OTHER
    }

    private final Parts parts;
    private String delimiter;
    private Place place = Place.START;

    /** A line, or a piece of a longer one. */
    private final byte[] line = new byte[MAX_LINE];

    private int length;
    private boolean isStartOfLine = true;

    private final ByteArrayOutputStream headers = new ByteArrayOutputStream();

    /** After content: what belongs to the delimiter if one follows. */
    private byte[] lineEnd = NOTHING;

    /** @param boundary the parameter of Content-Type; null without one */
    MultipartSplitter(String boundary, Parts parts) {
        this.parts = parts;
        this.delimiter = boundary == null || boundary.isEmpty() ? null : DASHES + boundary;
    }

    void add(byte[] chunk) {
        for (byte octet : chunk) {
            line[length++] = octet;
            if (octet == '\n' || length == MAX_LINE) {
                take(octet == '\n');
            }
        }
    }

    /** The body has been received. */
    void end() {
        if (length > 0) {
            boolean isCutDelimiter = place == Place.CONTENT
                    && isStartOfLine
                    && length >= DASHES.length()
                    && (delimiter + DASHES).startsWith(text());
            if (isCutDelimiter) {
                takeDelimiter(Line.LAST_DELIMITER);
            } else {
                take(true);
            }
        }
        endPart();
    }

    /** @param isComplete whether the piece is the end of a line */
    private void take(boolean isComplete) {
        boolean mayBeDelimiter = isStartOfLine && isComplete && place != Place.AFTER && line[0] == '-';
        Line kind = mayBeDelimiter ? kind() : Line.OTHER;
        if (kind == Line.OTHER) {
            takeOther();
        } else {
            takeDelimiter(kind);
        }
        isStartOfLine = isComplete;
        length = 0;
    }

    private Line kind() {
        String text = text();
        if (place == Place.START && looksLikeDelimiter(text) && kind(text) == Line.OTHER) {
            delimiter = text;
        }
        return kind(text);
    }

    private Line kind(String text) {
        if (text.equals(delimiter)) {
            return Line.DELIMITER;
        }
        return delimiter != null && text.equals(delimiter + DASHES) ? Line.LAST_DELIMITER : Line.OTHER;
    }

    private static boolean looksLikeDelimiter(String text) {
        return text.startsWith(DASHES) && text.length() > DASHES.length() && text.length() <= MAX_DELIMITER;
    }

    private void takeDelimiter(Line kind) {
        endPart();
        parts.framing(line, length);
        boolean isLast = kind == Line.LAST_DELIMITER;
        place = isLast ? Place.AFTER : Place.HEADERS;
        if (isLast) {
            parts.last();
        }
    }

    private void takeOther() {
        if (place == Place.CONTENT) {
            takeContent();
            return;
        }
        boolean isBlank = text().isEmpty();
        parts.framing(line, length);
        if (place == Place.START && !isBlank) {
            place = Place.BEFORE;
        } else if (place == Place.HEADERS) {
            headers.write(line, 0, length);
            if (isBlank && isStartOfLine || headers.size() > MAX_HEADERS) {
                startContent();
            }
        }
    }

    /** Holds back the line end, which may be in two pieces. */
    private void takeContent() {
        boolean isRestOfEnd = length == 1 && line[0] == '\n' && Arrays.equals(lineEnd, new byte[] {'\r'});
        if (!isRestOfEnd) {
            parts.content(lineEnd, lineEnd.length);
            lineEnd = NOTHING;
        }
        int end = length;
        end -= end > 0 && line[end - 1] == '\n' ? 1 : 0;
        end -= end > 0 && line[end - 1] == '\r' ? 1 : 0;
        parts.content(line, end);
        lineEnd = isRestOfEnd ? new byte[] {'\r', '\n'} : Arrays.copyOfRange(line, end, length);
    }

    private void startContent() {
        place = Place.CONTENT;
        parts.part(headers.toString(ISO_8859_1));
        headers.reset();
    }

    private void endPart() {
        if (place == Place.HEADERS && headers.size() > 0) {
            startContent();
        }
        parts.framing(lineEnd, lineEnd.length);
        lineEnd = NOTHING;
    }

    private String text() {
        return new String(line, 0, length, ISO_8859_1).stripTrailing();
    }
}
