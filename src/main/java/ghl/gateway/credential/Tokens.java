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
 * Which token serves which location: the one that the settings give it, else the one that its install has brought. One of
 * a location is never used for another.
 */
@ApplicationScoped
class Tokens implements AccessTokens {

    private final Map<String, String> privateIntegrations;
    private final Optional<String> ofSandbox;
    private final boolean hasApp;
    private final TokenCache renewals;
    private final ConnectedLocations connected;
    private final RejectedTokens refusals;

    Tokens(CrmConnection connection, TokenCache renewals, ConnectedLocations connected, RejectedTokens refusals) {
        this.privateIntegrations = connection.privateIntegrations();
        this.ofSandbox = connection.tokenOfSandbox();
        this.hasApp = connection.hasApp();
        this.renewals = renewals;
        this.connected = connected;
        this.refusals = refusals;
    }

    @Override
    public Uni<String> of(String locationId) {
        Optional<String> fixed = fixed(locationId);
        if (fixed.isPresent()) {
            return Uni.createFrom().item(fixed.get());
        }
        return hasApp
                ? renewals.of(Owner.location(locationId))
                        .map(credential -> credential.pair().access())
                : Uni.createFrom().failure(NoTokenException.untilConnected(locationId));
    }

    @Override
    public Uni<String> insteadOf(String locationId, String refused) {
        return other(locationId, refused).invoke(token -> {
            if (token == null) {
                refusals.refused(locationId);
            }
        });
    }

    private Uni<String> other(String locationId, String refused) {
        if (!hasApp || fixed(locationId).isPresent()) {
            return Uni.createFrom().nullItem();
        }
        return renewals.insteadOf(Owner.location(locationId), refused)
                .map(credential -> credential == null ? null : credential.pair().access());
    }

    @Override
    public void accepted(String locationId) {
        refusals.accepted(locationId);
    }

    /** A sandbox's own token is for all locations that are not connected otherwise. */
    private Optional<String> fixed(String locationId) {
        Optional<String> own = Optional.ofNullable(privateIntegrations.get(locationId));
        return own.isPresent() || connected.has(locationId) ? own : ofSandbox;
    }
}
