package ghl.gateway.access.mode;

import ghl.gateway.access.key.Keyring;
import ghl.gateway.access.mode.AccessPolicy.Situation;
import ghl.gateway.access.oidc.OidcConfig;
import ghl.gateway.highlevel.settings.CrmConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Whether callers are asked who they are. Once they are, it stays so as long as the process lives. */
@ApplicationScoped
public class AccessMode {

    private static final Logger LOG = Logger.getLogger(AccessMode.class);

    private final Keyring keyring;
    private volatile AccessPolicy access;

    AccessMode(
            AccessConfig config,
            OidcConfig oidc,
            Keyring keyring,
            CrmConnection connection,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.keyring = keyring;
        this.access = AccessPolicy.decide(new Situation(
                said(config.mode()).orElse(null),
                connection.isSandbox(),
                host,
                keyring.hasSecretKeys(),
                said(oidc.url()).isPresent()));
    }

    /** The first key closes a gateway that stood open. */
    public boolean isGuarded() {
        if (access != AccessPolicy.GUARDED && keyring.hasSecretKeys()) {
            access = AccessPolicy.GUARDED;
            LOG.warn("The first key was made: from now on every caller needs one");
        }
        return access == AccessPolicy.GUARDED;
    }

    @Override
    public String toString() {
        return isGuarded() ? "guarded, every caller needs a key or a token" : access + ", no keys are asked for";
    }

    private static Optional<String> said(Optional<String> setting) {
        return setting.map(String::strip).filter(text -> !text.isEmpty());
    }
}
