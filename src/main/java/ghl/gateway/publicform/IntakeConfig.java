package ghl.gateway.publicform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the HTTP way in for forms. */
@ConfigMapping(prefix = "gateway.intake")
public interface IntakeConfig {

    /** Proxies whose {@code X-Forwarded-For} is believed: addresses, or networks such as {@code 10.0.0.0/8}. */
    Optional<List<String>> trustedProxies();

    /** Forms of one client address in a minute that pages may send, where neither key nor definition says otherwise. */
    @WithDefault("10")
    int perMinute();

    /** Forms in a minute, of one form or key, that are set aside because their address sends too often; then 429. */
    @WithDefault("60")
    int setAsidePerMinute();

    Captcha captcha();

    Capture capture();

    /** Who tells whether a captcha was solved. */
    interface Captcha {

        /** Where to ask, in the shape that reCAPTCHA, hCaptcha and Turnstile share; https, or http on this machine. */
        @WithDefault("https://challenges.cloudflare.com/turnstile/v0/siteverify")
        URI url();

        /** How long to wait for the answer; without one in time the form is set aside. */
        @WithDefault("5s")
        Duration timeout();
    }

    /** Bodies that are kept to be looked at. */
    interface Capture {

        /** How long a form stays open for capture, and how long what came in is kept. */
        @WithDefault("24h")
        Duration keep();

        /** Bodies of one form at most. */
        @WithDefault("5")
        int most();
    }
}
