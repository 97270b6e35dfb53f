package ghl.gateway.form.definition;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A sender that may submit a form. Definitions contain no secrets, only the names of the environment variables that do.
 *
 * @param secretEnv the variable with the signing secret or the link's secret; null when the type needs none
 * @param origins pages that may submit, such as {@code https://www.example.com}; empty unless the type is public
 * @param next URL prefixes to which a plain HTML form may redirect
 * @param guard spam protection; null for none
 * @param options further settings of the type
 */
public record SenderDefinition(
        SenderType type,
        String secretEnv,
        List<String> origins,
        List<String> next,
        GuardDefinition guard,
        Map<String, String> options) {

    /**
     * Spam protection of a public form.
     *
     * @param honeypot name of a hidden answer that people leave empty; null for none
     * @param minimumFillTime submissions faster than this are treated as spam; null for no check
     * @param perMinute submissions per minute for one key and client address; null is the gateway's default
     * @param captcha null for none
     */
    public record GuardDefinition(String honeypot, Duration minimumFillTime, Integer perMinute, Captcha captcha) {}

    /**
     * @param secretEnv the environment variable with the captcha's secret
     * @param answer the field in which the page sends the captcha's token
     */
    public record Captcha(String secretEnv, String answer) {}
}
