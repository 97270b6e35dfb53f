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

/** Tells who is calling. Nothing of it blocks. */
@ApplicationScoped
public class Callers {

    private final CurrentIdentityAssociation association;
    private final Keyring keyring;
    private final HttpAuthenticator authenticator;
    private final CallerIdentities identities;

    Callers(
            CurrentIdentityAssociation association,
            Keyring keyring,
            HttpAuthenticator authenticator,
            CallerIdentities identities) {
        this.association = association;
        this.keyring = keyring;
        this.authenticator = authenticator;
        this.identities = identities;
    }

    /** The publishable key that a request shows; empty when it shows none that holds. */
    public Optional<AccessKey> publishableKey(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .flatMap(BearerToken::of)
                .flatMap(keyring::open)
                .filter(key -> key.kind() == KeyKind.PUBLISHABLE);
    }

    /** The request that {@link #current()} came with, where it came with a key; to be asked as that one. */
    public Optional<HttpServerRequest> request() {
        return CallerIdentities.request(association.getIdentity());
    }

    /** Whether the page that asks, if it is one, may do so as this caller. */
    public static boolean mayAsk(RoutingContext routing, SecurityIdentity caller) {
        return !CorsPolicy.isForKeysOnly(routing) || of(caller).kind() == Caller.Kind.PUBLISHABLE_KEY;
    }

    /**
     * In a GraphQL resolver or a REST resource: whom it works for. To be asked in the method itself, not in what goes on
     * later: by then the thread may be working for somebody else.
     */
    public Caller current() {
        return CallerIdentities.caller(association.getIdentity());
    }

    /**
     * On a route; {@link Caller#NOBODY} where a route that needs no caller was called without credentials.
     *
     * @return fails with {@link io.quarkus.security.AuthenticationFailedException} on credentials that do not hold
     */
    public Uni<Caller> of(RoutingContext routing) {
        return identity(routing).map(Callers::of);
    }

    /** What Quarkus' security knows of whoever calls a route; fails as {@link #of(RoutingContext)} does. */
    public Uni<SecurityIdentity> identity(RoutingContext routing) {
        return QuarkusHttpUser.getSecurityIdentity(routing, null);
    }

    /**
     * Who shows these credentials later than with the request itself.
     *
     * @param authorization as in the header
     */
    public Uni<SecurityIdentity> identity(RoutingContext routing, String authorization) {
        return Uni.createFrom()
                .deferred(() -> {
                    routing.request().headers().set("Authorization", authorization);
                    return authenticator.attemptAuthentication(routing);
                })
                .onFailure(IllegalArgumentException.class)
                // Without the cause, whose message has the credentials in it.
                .transform(noHeader -> new AuthenticationFailedException("No header can carry these credentials"))
                .onItem()
                .ifNull()
                .failWith(() -> new AuthenticationFailedException("Nobody knows these credentials"));
    }

    /** Whether somebody who was let in still would be. */
    public boolean holds(SecurityIdentity identity) {
        return identities.hold(identity);
    }

    /** How Quarkus' security would know a caller. */
    public static SecurityIdentity identityOf(Caller caller) {
        return CallerIdentities.of(caller);
    }

    public static Caller of(SecurityIdentity identity) {
        return CallerIdentities.caller(identity);
    }
}
