package ghl.gateway.form.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Recognizes text that no person reads: files and keys in Base64, digests, tokens, XML. */
final class MachineText {

    private static final Pattern DATA_URL = Pattern.compile("data:[\\w.+-]+/[\\w.+-]+[;,].*", Pattern.DOTALL);
    private static final Pattern BEARER = Pattern.compile("Bearer \\S*\\d\\S*");
    private static final String BASIC = "Basic ";
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
                || BEARER.matcher(text).matches()
                || text.startsWith(BASIC) && isUserAndPassword(text.substring(BASIC.length()))
                || JSON_WEB_TOKEN.matcher(text).matches()
                || HEXADECIMAL.matcher(text).matches() && hasLetter(text) && hasDigit(text)
                || BASE64.matcher(joined).matches() && isMixed(joined);
    }

    private static boolean isUserAndPassword(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8).contains(":");
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
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
