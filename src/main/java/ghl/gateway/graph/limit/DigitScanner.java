package ghl.gateway.graph.limit;

/**
 * Finds long numbers before the document is parsed: graphql-java's lexer takes microseconds for each digit. Skips strings and
 * comments as the lexer does, and stops where it would report an error.
 */
final class DigitScanner {

    private static final String BLOCK_QUOTES = "\"\"\"";

    private final String document;
    private int position;
    private boolean skipping = true;

    private DigitScanner(String document) {
        this.document = document;
    }

    /**
     * Digits outside strings and comments.
     *
     * @param longest the largest number of digits in a row
     * @param total how many there are
     */
    record Digits(int longest, int total) {}

    static Digits scan(String document) {
        return new DigitScanner(document).scan();
    }

    private Digits scan() {
        int longest = 0;
        int total = 0;
        int run = 0;
        while (position < document.length()) {
            char c = document.charAt(position++);
            run = c >= '0' && c <= '9' ? run + 1 : 0;
            longest = Math.max(longest, run);
            total += run > 0 ? 1 : 0;
            if (skipping) {
                skipAfter(c);
            }
        }
        return new Digits(longest, total);
    }

    private void skipAfter(char c) {
        if (c == '#') {
            skipLine();
        } else if (c == '"' && document.startsWith(BLOCK_QUOTES, position - 1)) {
            position += BLOCK_QUOTES.length() - 1;
            skipBlock();
        } else if (c == '"') {
            skipString();
        }
    }

    private void skipLine() {
        while (position < document.length() && !isLineEnd(document.charAt(position))) {
            position++;
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Skips nothing from here on when the block has no end: the lexer then takes escaped quotes for the end. */
    private void skipBlock() {
        for (int end = document.indexOf(BLOCK_QUOTES, position); end >= 0; ) {
            int next = end + BLOCK_QUOTES.length();
            if (document.charAt(end - 1) != '\\') {
                position = next;
                return;
            }
            end = document.indexOf(BLOCK_QUOTES, next);
        }
        skipping = false;
    }

    private void skipString() {
        while (position < document.length()) {
            char c = document.charAt(position++);
            if (c == '\\') {
                position++;
            } else if (c == '"') {
                return;
            } else if (isLineEnd(c)) {
                position = document.length();
            }
        }
    }
}
