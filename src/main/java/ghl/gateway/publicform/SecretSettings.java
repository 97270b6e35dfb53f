package ghl.gateway.publicform;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Secrets named by form definitions: environment variables, or settings of the same name. */
@ApplicationScoped
public class SecretSettings {

    private static final Logger LOG = Logger.getLogger(SecretSettings.class);

    private final Config config;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    SecretSettings(Config config) {
        this.config = config;
    }

    /** Empty when the variable is null, or not set, which is logged once: anyone can send such a form often. */
    public Optional<String> find(String variable) {
        if (variable == null) {
            return Optional.empty();
        }
        Optional<String> secret =
                config.getOptionalValue(variable, String.class).filter(text -> !text.isBlank());
        if (secret.isEmpty() && reported.add(variable)) {
            LOG.warnf(
                    "%s is not set but a form definition uses it: its submissions are rejected or quarantined",
                    variable);
        }
        return secret;
    }

    /** Compares in constant time. */
    public static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
