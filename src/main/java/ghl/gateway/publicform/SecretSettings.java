package ghl.gateway.publicform;

import ghl.gateway.form.definition.SenderDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** The secrets that definitions name: environment variables, or settings of the same name. */
@ApplicationScoped
public class SecretSettings {

    private static final Logger LOG = Logger.getLogger(SecretSettings.class);

    private final Config config;

    SecretSettings(Config config) {
        this.config = config;
    }

    /** Empty when the sender has none, or the variable is not set, which is said in the log. */
    public Optional<String> of(SenderDefinition sender) {
        return of(sender.secretEnv());
    }

    /** @param variable null is none */
    Optional<String> of(String variable) {
        if (variable == null) {
            return Optional.empty();
        }
        Optional<String> secret =
                config.getOptionalValue(variable, String.class).filter(text -> !text.isBlank());
        if (secret.isEmpty()) {
            LOG.warnf("%s is not set, but a form's definition needs it: what is sent there is refused", variable);
        }
        return secret;
    }

    /** In constant time. */
    public static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
