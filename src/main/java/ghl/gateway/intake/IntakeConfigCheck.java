package ghl.gateway.intake;

import ghl.gateway.form.Forms;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.GuardDefinition;
import ghl.gateway.form.definition.SenderDefinition;
import ghl.gateway.intake.guard.ProxyChain;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Settings that cannot be meant stop the start. */
@ApplicationScoped
class IntakeConfigCheck {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final IntakeConfig config;

    private final Forms forms;
    private final Secrets secrets;

    IntakeConfigCheck(IntakeConfig config, Forms forms, Secrets secrets) {
        this.config = config;
        this.forms = forms;
        this.secrets = secrets;
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

    /** After the forms were read. */
    void checkSecrets(@Observes @Priority(Interceptor.Priority.APPLICATION + 1000) StartupEvent start) {
        for (FormDefinition form : forms.all()) {
            form.senders().stream()
                    .flatMap(IntakeConfigCheck::variables)
                    .filter(variable -> secrets.of(variable).isEmpty())
                    .findFirst()
                    .ifPresent(variable -> {
                        throw new ConfigurationException("The form " + form.name() + " needs the secret " + variable
                                + ", which is not set: what is sent there would be refused. Set it.");
                    });
        }
    }

    private static Stream<String> variables(SenderDefinition sender) {
        return Stream.concat(
                Stream.ofNullable(sender.secretEnv()),
                Stream.ofNullable(sender.guard())
                        .map(GuardDefinition::captcha)
                        .filter(Objects::nonNull)
                        .map(GuardDefinition.Captcha::secretEnv));
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
