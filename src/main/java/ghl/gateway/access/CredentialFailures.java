package ghl.gateway.access;

import ghl.gateway.log.LogPause;
import ghl.gateway.time.Steady;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.jboss.logging.Logger;

/**
 * Turns every failure to read a credential into {@link AuthenticationFailedException}: Quarkus and its libraries throw many
 * kinds of exceptions at malformed tokens. Only {@link OIDCException} stays as it is, which says that the provider does not
 * respond.
 */
@ApplicationScoped
class CredentialFailures {

    private static final Logger LOG = Logger.getLogger(CredentialFailures.class);

    static final Duration LOG_PAUSE = Duration.ofMinutes(1);

    private final LogPause pause;

    CredentialFailures(@Steady Clock steadyClock) {
        this.pause = new LogPause(steadyClock, LOG_PAUSE);
    }

    /** Applies to all routes: those that authenticate by themselves read the caller from the same place. */
    void translateOn(RoutingContext routing) {
        Uni<SecurityIdentity> identity = translate(QuarkusHttpUser.getSecurityIdentity(routing, null))
                .memoize()
                .indefinitely();
        routing.put(QuarkusHttpUser.DEFERRED_IDENTITY_KEY, identity);
    }

    Uni<SecurityIdentity> translate(Uni<SecurityIdentity> identity) {
        return identity.onFailure().transform(this::translate);
    }

    private Throwable translate(Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            return failure;
        }
        if (failure instanceof OIDCException) {
            if (pause.isOver("provider unavailable")) {
                LOG.warnf("OpenID provider unavailable, tokens cannot be verified: %s", failure.getMessage());
            }
            return failure;
        }
        if (pause.isOver("credential unreadable")) {
            // Without the message, which may quote the credential.
            LOG.warnf(
                    "A credential was refused because it cannot be read: %s at %s",
                    failure.getClass().getName(),
                    Arrays.stream(failure.getStackTrace()).findFirst().orElse(null));
        }
        return new AuthenticationFailedException(Callers.INVALID_CREDENTIALS);
    }
}
