package ghl.gateway.form.definition;

import java.time.Duration;

/**
 * What keeps machines out of a public form.
 *
 * @param honeypot an answer that people do not see and so leave empty; null: none
 * @param minimumFillTime people need longer than that to fill the form in; null: not asked
 * @param perMinute submissions of one key and client address in a minute; null: the gateway's default
 * @param captcha null: none
 */
public record GuardDefinition(String honeypot, Duration minimumFillTime, Integer perMinute, Captcha captcha) {

    /**
     * A captcha.
     *
     * @param secretEnv the environment variable with its secret
     * @param answer the name under which the page sends what the captcha gave it
     */
    public record Captcha(String secretEnv, String answer) {}
}
