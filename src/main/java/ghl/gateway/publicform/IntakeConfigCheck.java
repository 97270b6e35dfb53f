package ghl.gateway.publicform;

import ghl.gateway.publicform.guard.ProxyChain;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Settings that cannot be meant stop the start. */
@ApplicationScoped
class IntakeConfigCheck {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final IntakeConfig config;

    IntakeConfigCheck(IntakeConfig config) {
        this.config = config;
    }

    void check(@Observes StartupEvent start) {
        config.trustedProxies().orElse(List.of()).forEach(IntakeConfigCheck::checkProxy);
        checkCount("GATEWAY_INTAKE_PER_MINUTE", config.perMinute());
        checkCount("GATEWAY_INTAKE_SET_ASIDE_PER_MINUTE", config.setAsidePerMinute());
        checkCount("GATEWAY_INTAKE_CAPTURE_MOST", config.capture().most());
        checkDuration("GATEWAY_INTAKE_CAPTURE_KEEP", config.capture().keep(), "24h");
        checkDuration("GATEWAY_INTAKE_CAPTCHA_TIMEOUT", config.captcha().timeout(), "5s");
        checkCaptcha(config.captcha().url());
    }

    private static void checkProxy(String proxy) {
        if (!ProxyChain.isNetwork(proxy)) {
            throw new ConfigurationException(
                    "GATEWAY_INTAKE_TRUSTED_PROXIES has '" + proxy
                            + "', which is neither an address nor a network: write 10.0.0.7 or 10.0.0.0/8, separated by commas.");
        }
    }

    private static void checkCount(String key, int count) {
        if (count < 1) {
            throw new ConfigurationException(key + " is " + count + ", but nothing would come in: set at least 1.");
        }
    }

    private static void checkDuration(String key, Duration duration, String example) {
        if (duration.isZero() || duration.isNegative()) {
            throw new ConfigurationException(
                    key + " is " + duration + ": set a duration above zero, for example " + example + ".");
        }
    }

    private static void checkCaptcha(URI url) {
        boolean isSafe = "https".equals(url.getScheme())
                || "http".equals(url.getScheme()) && LOCAL.contains(String.valueOf(url.getHost()));
        if (url.getHost() == null || !isSafe) {
            throw new ConfigurationException("GATEWAY_INTAKE_CAPTCHA_URL is '" + url
                    + "', but a secret is sent there: use https (http on this machine only).");
        }
    }
}
