package ghl.gateway.graph.websocket;

import ghl.gateway.access.Callers;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Authenticates the client of a WebSocket. */
interface SocketAuthentication {

    /**
     * Authentication against the gateway's keys and tokens, as for the other routes.
     *
     * @param routing context of the upgrade request
     */
    static SocketAuthentication of(Callers callers, RoutingContext routing) {
        return new SocketAuthentication() {
            @Override
            public Uni<SecurityIdentity> authenticate(String authorization) {
                Uni<SecurityIdentity> identity =
                        authorization == null ? callers.identity(routing) : callers.identity(routing, authorization);
                return identity.onItem()
                        .transformToUni(
                                caller -> Callers.of(caller).isKnown() && Callers.isAllowedFromOrigin(routing, caller)
                                        ? Uni.createFrom().item(caller)
                                        : Uni.createFrom().failure(new UnauthorizedException()));
            }

            @Override
            public boolean isStillValid(SecurityIdentity caller) {
                return callers.isStillValid(caller);
            }
        };
    }

    /**
     * Called once, for {@code connection_init}.
     *
     * @param authorization {@code Authorization} of its payload; null to use the credentials of the upgrade request
     * @return fails when the credentials are missing or invalid, or the caller may not use this route
     */
    Uni<SecurityIdentity> authenticate(String authorization);

    /** Whether the caller's key or token has been neither revoked nor expired since. */
    boolean isStillValid(SecurityIdentity caller);
}
