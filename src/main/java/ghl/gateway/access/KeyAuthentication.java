package ghl.gateway.access;

import ghl.gateway.access.key.ApiKeyText;
import ghl.gateway.access.key.CallerIdentities;
import ghl.gateway.access.mode.AccessMode;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Authenticates {@code Authorization: Bearer sk_…} and {@code pk_…}. Leaves other tokens to the OpenID provider; in an open
 * gateway it accepts every caller, whatever other token the request carries.
 */
@ApplicationScoped
class KeyAuthentication implements HttpAuthenticationMechanism {

    /** Value of {@code WWW-Authenticate}. */
    static final String SCHEME = "Bearer";

    private static final String PREFIX = SCHEME + " ";

    private final AccessMode mode;
    private final CallerIdentities identities;

    KeyAuthentication(AccessMode mode, CallerIdentities identities) {
        this.mode = mode;
        this.identities = identities;
    }

    /** Token of the {@code Authorization} header; empty when it is missing or has another scheme. */
    static Optional<String> bearerToken(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, PREFIX, 0, PREFIX.length()))
                .map(header -> header.substring(PREFIX.length()).strip());
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext routing, IdentityProviderManager providers) {
        Optional<String> key = bearerToken(routing.request()).filter(ApiKeyText::hasKeyPrefix);
        if (key.isPresent()) {
            return Uni.createFrom().item(() -> identities.ofKey(key.get(), routing.request()));
        }
        return mode.isGuarded() ? Uni.createFrom().nullItem() : Uni.createFrom().item(identities.open());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", SCHEME));
    }

    /** Before the OpenID mechanism, which would take a key for one of its tokens. */
    @Override
    public int getPriority() {
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1000;
    }
}
