package ghl.gateway.credential;

import ghl.gateway.credential.refresh.TokenCache;
import ghl.gateway.credential.status.RejectedTokens;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.highlevel.call.AccessTokens;
import ghl.gateway.highlevel.call.NoTokenException;
import ghl.gateway.highlevel.settings.CrmConnection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the token for a location: the one from the settings, otherwise the one from its install. A location's token is
 * never used for another location.
 */
@ApplicationScoped
class Tokens implements AccessTokens {

    private final Map<String, String> privateIntegrations;
    private final Optional<String> sandboxToken;
    private final boolean hasApp;
    private final TokenCache tokenCache;
    private final ConnectedLocations connected;
    private final RejectedTokens rejectedTokens;

    Tokens(
            CrmConnection connection,
            TokenCache tokenCache,
            ConnectedLocations connected,
            RejectedTokens rejectedTokens) {
        this.privateIntegrations = connection.privateIntegrations();
        this.sandboxToken = connection.tokenOfSandbox();
        this.hasApp = connection.hasApp();
        this.tokenCache = tokenCache;
        this.connected = connected;
        this.rejectedTokens = rejectedTokens;
    }

    @Override
    public Uni<String> of(String locationId) {
        Optional<String> configured = configuredToken(locationId);
        if (configured.isPresent()) {
            return Uni.createFrom().item(configured.get());
        }
        return hasApp
                ? tokenCache
                        .current(Owner.location(locationId))
                        .map(credential -> credential.tokens().access())
                : Uni.createFrom().failure(NoTokenException.untilConnected(locationId));
    }

    @Override
    public Uni<String> insteadOf(String locationId, String refused) {
        return replacementFor(locationId, refused).invoke(token -> {
            if (token == null) {
                rejectedTokens.rejected(locationId);
            }
        });
    }

    private Uni<String> replacementFor(String locationId, String rejectedToken) {
        if (!hasApp || configuredToken(locationId).isPresent()) {
            return Uni.createFrom().nullItem();
        }
        return tokenCache
                .replacementFor(Owner.location(locationId), rejectedToken)
                .map(credential ->
                        credential == null ? null : credential.tokens().access());
    }

    @Override
    public void accepted(String locationId) {
        rejectedTokens.accepted(locationId);
    }

    /** The sandbox's token serves every location that no install has connected. */
    private Optional<String> configuredToken(String locationId) {
        Optional<String> own = Optional.ofNullable(privateIntegrations.get(locationId));
        return own.isPresent() || connected.contains(locationId) ? own : sandboxToken;
    }
}
