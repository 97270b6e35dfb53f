package ghl.gateway.form.answer;

import java.util.regex.Pattern;

/** Names of fields that prove something to the sender or to a captcha's provider, such as {@code g-recaptcha-response}. */
public final class TokenNames {

    private static final int MAX_LENGTH = 100;
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]");
    private static final Pattern TOKEN = Pattern.compile("captcha|turnstile|altcha|csrf|xsrf|handshakekey|googlekey");

    private TokenNames() {}

    /** Whether the last part of a name is one of these. A name of several words may be a question. */
    public static boolean isToken(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1).strip();
        return last.length() <= MAX_LENGTH
                && !BLANK.matcher(last).find()
                && TOKEN.matcher(AnswerNames.key(last)).find();
    }
}
