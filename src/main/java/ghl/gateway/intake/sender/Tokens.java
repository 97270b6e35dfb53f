package ghl.gateway.intake.sender;

import ghl.gateway.form.answer.LetterCase;
import java.util.Set;

/** Fields that prove something to the sender or to a captcha's provider. They are no answers. */
final class Tokens {

    private static final Set<String> NAMES = Set.of(
            "g-recaptcha-response",
            "h-captcha-response",
            "cf-turnstile-response",
            "frc-captcha-response",
            "frc-captcha-solution",
            "altcha",
            "handshakekey",
            "google_key");

    private Tokens() {}

    static boolean isToken(String name) {
        return NAMES.contains(LetterCase.lower(name));
    }
}
