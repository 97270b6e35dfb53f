package ghl.gateway.access.mode;

import ghl.gateway.access.key.Keyring;
import ghl.gateway.access.mode.AccessPolicy.Situation;
import ghl.gateway.access.oidc.OidcConfig;
import ghl.gateway.highlevel.settings.CrmConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Whether the gateway is guarded. Once guarded, it stays so until the process ends. */
@ApplicationScoped
public class AccessMode {

    private static final Logger LOG = Logger.getLogger(AccessMode.class);

    private final Keyring keyring;
    private volatile AccessPolicy policy;

    AccessMode(
            AccessConfig config,
            OidcConfig oidc,
            Keyring keyring,
            CrmConnection connection,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.keyring = keyring;
        this.policy = AccessPolicy.decide(new Situation(
                config.mode().orElse(null),
                connection.isSandbox(),
                host,
                keyring.hasSecretKeys(),
                oidc.url().isPresent()));
    }

    /** The first secret key turns an open gateway into a guarded one. */
    public boolean isGuarded() {
        if (policy != AccessPolicy.GUARDED && keyring.hasSecretKeys()) {
            policy = AccessPolicy.GUARDED;
            LOG.warn("Access: guarded from now on, because the first secret key was created");
        }
        return policy == AccessPolicy.GUARDED;
    }

    /** For the log at start. */
    public String describe() {
        return isGuarded() ? AccessPolicy.GUARDED.description() : policy.description();
    }
}
