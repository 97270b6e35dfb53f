package ghl.gateway.publicform;

import ghl.gateway.publicform.guard.ProxyChain;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.spi.Converter;
import org.hibernate.validator.constraints.time.DurationMin;

/** Forms that arrive over HTTP or with a publishable key. */
@ConfigMapping(prefix = "gateway.intake")
public interface IntakeConfig {

    /**
     * Proxies whose {@code X-Forwarded-For} header is trusted: addresses or networks, separated by commas. If the gateway
     * runs behind a proxy and this is unset, all clients appear to have the proxy's address and share its rate limit.
     */
    Optional<List<@WithConverter(NetworkConverter.class) String>> trustedProxies();

    /**
     * Forms per client address and minute that pages may send, unless the key or the form definition sets its own limit.
     * Each gateway process counts separately.
     */
    @WithDefault("10")
    @Min(1)
    int perMinute();

    /**
     * Forms per minute, of one form or publishable key, that are quarantined after their address exceeded its limit.
     * Further ones are refused with HTTP 429.
     */
    @WithDefault("60")
    @Min(1)
    int setAsidePerMinute();

    Captcha captcha();

    Capture capture();

    /** The service that verifies captchas. */
    interface Captcha {

        /**
         * Verification endpoint in the format that reCAPTCHA, hCaptcha and Turnstile share. Must be {@code https}, or
         * {@code http} on this machine.
         */
        @WithDefault("https://challenges.cloudflare.com/turnstile/v0/siteverify")
        @WithConverter(SecretUrlConverter.class)
        URI url();

        /** Time limit for that verification. A form without an answer in time is quarantined. */
        @WithDefault("5s")
        @DurationMin(inclusive = false)
        Duration timeout();
    }

    /** Request bodies that are kept for inspection. */
    interface Capture {

        /** How long a form stays open for capture, and how long captured bodies are kept. */
        @WithDefault("24h")
        @DurationMin(inclusive = false)
        Duration keep();

        /** Maximum number of captured bodies per form. */
        @WithDefault("5")
        @Min(1)
        int most();
    }

    /** Accepts addresses and networks such as {@code 10.0.0.0/8}. */
    class NetworkConverter implements Converter<String> {

        @Override
        public String convert(String network) {
            if (!ProxyChain.isNetwork(network)) {
                throw new IllegalArgumentException(
                        "must list addresses or networks, such as 10.0.0.7 or 10.0.0.0/8, separated by commas");
            }
            return network;
        }
    }

    /** Accepts addresses to which a secret may be sent. */
    class SecretUrlConverter implements Converter<URI> {

        private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

        @Override
        public URI convert(String text) {
            URI url = URI.create(text);
            boolean isLocal = "http".equals(url.getScheme()) && LOCAL.contains(String.valueOf(url.getHost()));
            boolean isSecure = isLocal || "https".equals(url.getScheme());
            if (url.getHost() == null || url.getRawUserInfo() != null || !isSecure) {
                throw new IllegalArgumentException(
                        "must use https, or http on this machine, because a secret is sent there, without user and password");
            }
            return url;
        }
    }
}
