package ghl.gateway.access;

import ghl.gateway.access.key.ApiKeyText;
import ghl.gateway.access.key.CallerIdentities;
import ghl.gateway.access.mode.AccessMode;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Knows callers by {@code Authorization: Bearer sk_…} or {@code pk_…}; lets everybody in where the gateway is open. Tokens
 * of another kind are left to those who know them.
 */
@ApplicationScoped
class KeyAuthentication implements HttpAuthenticationMechanism {

    /** What whoever has shown nothing is asked for. */
    static final String SCHEME = "Bearer";

    private final AccessMode mode;
    private final CallerIdentities identities;

    KeyAuthentication(AccessMode mode, CallerIdentities identities) {
        this.mode = mode;
        this.identities = identities;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext routing, IdentityProviderManager providers) {
        Optional<String> key = Optional.ofNullable(routing.request().getHeader("Authorization"))
                .flatMap(BearerToken::of)
                .filter(ApiKeyText::isMeant);
        return key.isPresent()
                ? Uni.createFrom().item(() -> identities.ofKey(key.get(), routing.request()))
                : anonymously();
    }

    /** Where the gateway is open, everybody may come in, whatever token for somebody else they carry. */
    private Uni<SecurityIdentity> anonymously() {
        return mode.isGuarded() ? Uni.createFrom().nullItem() : Uni.createFrom().item(identities.open());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", SCHEME));
    }

    /** Before the provider of OpenID tokens, which would take a key for one. */
    @Override
    public int getPriority() {
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1000;
    }
}
