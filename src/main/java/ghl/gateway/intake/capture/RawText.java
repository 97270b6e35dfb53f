package ghl.gateway.intake.capture;

import ghl.gateway.intake.body.BodyText;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A body as it was received, for people to look at.
 *
 * @param text the text, or Base64 of bytes that are no text
 * @param isBase64 whether the bytes are no text
 * @param isCut whether the body is longer
 */
public record RawText(String text, boolean isBase64, boolean isCut) {

    private static final int MAX_LENGTH = 20_000;

    /** Control characters other than tabs and line ends. */
    private static final Pattern BINARY = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]");

    static RawText of(byte[] bytes) {
        String text = BodyText.decodePart(bytes, null);
        if (BINARY.matcher(text).find()) {
            byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, MAX_LENGTH));
            return new RawText(Base64.getEncoder().encodeToString(start), true, start.length < bytes.length);
        }
        String start = text.length() <= MAX_LENGTH ? text : text.substring(0, wholeCharacters(text));
        return new RawText(start, false, start.length() < text.length());
    }

    private static int wholeCharacters(String text) {
        return Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    }
}
