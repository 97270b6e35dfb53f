package ghl.gateway.access;

import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.key.AccessKey;
import ghl.gateway.access.key.CallerIdentities;
import ghl.gateway.access.key.KeyKind;
import ghl.gateway.access.key.Keyring;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Identifies the caller of a request. No method blocks. */
@ApplicationScoped
public class Callers {

    /** Message of every 401 for credentials that are refused; the reason is not disclosed. */
    public static final String INVALID_CREDENTIALS = "Unknown, revoked or expired credentials";

    private final CurrentIdentityAssociation association;
    private final Keyring keyring;
    private final HttpAuthenticator authenticator;
    private final CallerIdentities identities;
    private final CredentialFailures failures;

    Callers(
            CurrentIdentityAssociation association,
            Keyring keyring,
            HttpAuthenticator authenticator,
            CallerIdentities identities,
            CredentialFailures failures) {
        this.association = association;
        this.keyring = keyring;
        this.authenticator = authenticator;
        this.identities = identities;
        this.failures = failures;
    }

    /** Valid publishable key that a request carries. */
    public Optional<AccessKey> publishableKey(HttpServerRequest request) {
        return KeyAuthentication.bearerToken(request)
                .flatMap(keyring::authenticate)
                .filter(key -> key.kind() == KeyKind.PUBLISHABLE);
    }

    /** Request of {@link #current()}, with the same rules; empty when that caller has no key. */
    public Optional<HttpServerRequest> request() {
        return CallerIdentities.request(association.getIdentity());
    }

    /** Whether the page that sent the request, if any, may act as this caller. */
    public static boolean isAllowedFromOrigin(RoutingContext routing, SecurityIdentity identity) {
        return !CorsPolicy.isForKeysOnly(routing) || of(identity).kind() == Caller.Kind.PUBLISHABLE_KEY;
    }

    /**
     * Caller of the current GraphQL resolver or REST resource. Call it in the method itself and not in a continuation, which
     * may run on a thread that serves another request.
     */
    public Caller current() {
        return CallerIdentities.caller(association.getIdentity());
    }

    /**
     * Caller of a route; {@link Caller#ANONYMOUS} when a route that needs no caller was called without credentials.
     *
     * @return fails with {@link AuthenticationFailedException} for unknown, revoked, expired or unreadable credentials, and
     *     with {@link io.quarkus.oidc.OIDCException} while the OpenID provider does not respond
     */
    public Uni<Caller> of(RoutingContext routing) {
        return identity(routing).map(Callers::of);
    }

    /** Quarkus' identity of a route's caller; fails as {@link #of(RoutingContext)} does. */
    public Uni<SecurityIdentity> identity(RoutingContext routing) {
        return QuarkusHttpUser.getSecurityIdentity(routing, null);
    }

    /**
     * Identity for credentials that arrive after the request, for example in the first message of a WebSocket.
     *
     * @param authorization value of an {@code Authorization} header
     * @return fails as {@link #of(RoutingContext)} does
     */
    public Uni<SecurityIdentity> identity(RoutingContext routing, String authorization) {
        return failures.translate(Uni.createFrom().deferred(() -> {
                    routing.request().headers().set("Authorization", authorization);
                    return authenticator.attemptAuthentication(routing);
                }))
                .onItem()
                .ifNull()
                .failWith(() -> new AuthenticationFailedException(INVALID_CREDENTIALS));
    }

    /** Whether the credentials of an identity are still valid. */
    public boolean isStillValid(SecurityIdentity identity) {
        return identities.isStillValid(identity);
    }

    public static SecurityIdentity identityOf(Caller caller) {
        return CallerIdentities.of(caller);
    }

    public static Caller of(SecurityIdentity identity) {
        return CallerIdentities.caller(identity);
    }
}
