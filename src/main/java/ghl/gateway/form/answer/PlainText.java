package ghl.gateway.form.answer;

/** Text as people write it: without controls but line ends and tabs, and without halves of characters. */
final class PlainText {

    private static final char NO_CHARACTER = '\uFFFD';

    private PlainText() {}

    /** At most {@code longest} characters of it. */
    static String of(String text, int longest) {
        StringBuilder plain = new StringBuilder(Math.min(text.length(), longest));
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (plain.length() + Character.charCount(character) > longest) {
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
            plain.append(NO_CHARACTER);
        } else if (!Character.isISOControl(character)) {
            plain.appendCodePoint(character);
        }
    }
}
