package ghl.gateway.form.answer;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Upper and lower case of long texts. The JDK copies the whole text for each letter that becomes several, such as ß, so it
 * gets pieces.
 */
public final class LetterCase {

    private static final int PIECE = 500;

    private LetterCase() {}

    public static String upper(String text) {
        return inPieces(text, piece -> piece.toUpperCase(Locale.ROOT));
    }

    public static String lower(String text) {
        return inPieces(text, piece -> piece.toLowerCase(Locale.ROOT));
    }

    private static String inPieces(String text, UnaryOperator<String> conversion) {
        StringBuilder converted = new StringBuilder(text.length());
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(text.length(), start + PIECE);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end++;
            }
            converted.append(conversion.apply(text.substring(start, end)));
            start = end;
        }
        return converted.toString();
    }
}
