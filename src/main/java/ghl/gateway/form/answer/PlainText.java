package ghl.gateway.form.answer;

/** Removes control characters except line feeds and tabs, and replaces unpaired surrogates. */
final class PlainText {

    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    static String of(String text, int maxLength) {
        StringBuilder plain = new StringBuilder(Math.min(text.length(), maxLength));
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (plain.length() + Character.charCount(character) > maxLength) {
                break;
            }
            append(plain, character);
        }
        return plain.toString();
    }

    private static void append(StringBuilder plain, int character) {
        if (character == '\n' || character == '\t') {
            plain.append((char) character);
        } else if (Character.getType(character) == Character.SURROGATE) {
            plain.append(REPLACEMENT);
        } else if (!Character.isISOControl(character)) {
            plain.appendCodePoint(character);
        }
    }
}
