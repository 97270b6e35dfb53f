package ghl.gateway.form.mapping;

import java.util.regex.Pattern;

/** Recognizes text that no person reads: files and keys in Base64, digests, tokens, XML. */
final class MachineText {

    private static final Pattern DATA_URL = Pattern.compile("data:[\\w.+-]+/[\\w.+-]+[;,].*", Pattern.DOTALL);
    private static final Pattern CREDENTIALS =
            Pattern.compile("Bearer \\S*\\d\\S*|Basic (?=\\S*[\\d=])(?=\\S*[a-z])\\S{8,}");
    private static final Pattern JSON_WEB_TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]{32,}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{60,}={0,2}");
    private static final int SHORTEST_LINE = 60;

    private MachineText() {}

    static boolean isOne(String value) {
        String text = value.strip();
        String joined = text.indexOf('\n') < SHORTEST_LINE ? text : text.replace("\n", "");
        return text.startsWith("<?xml ")
                || DATA_URL.matcher(text).matches()
                || CREDENTIALS.matcher(text).matches()
                || JSON_WEB_TOKEN.matcher(text).matches()
                || HEXADECIMAL.matcher(text).matches() && hasLetter(text) && hasDigit(text)
                || BASE64.matcher(joined).matches() && isMixed(joined);
    }

    /** Unlike words and numbers, however long. */
    private static boolean isMixed(String text) {
        return hasDigit(text)
                && text.chars().anyMatch(Character::isUpperCase)
                && text.chars().anyMatch(Character::isLowerCase);
    }

    private static boolean hasLetter(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
