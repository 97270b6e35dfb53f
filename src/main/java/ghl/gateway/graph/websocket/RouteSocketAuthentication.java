package ghl.gateway.graph.websocket;

import ghl.gateway.access.Callers;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Asks those who know the callers of routes. */
final class RouteSocketAuthentication implements SocketAuthentication {

    private final Callers callers;
    private final RoutingContext routing;

    /** @param routing of the upgrade */
    RouteSocketAuthentication(Callers callers, RoutingContext routing) {
        this.callers = callers;
        this.routing = routing;
    }

    @Override
    public Uni<SecurityIdentity> admit(String authorization) {
        Uni<SecurityIdentity> shown =
                authorization == null ? callers.identity(routing) : callers.identity(routing, authorization);
        return shown.onItem()
                .transformToUni(caller -> Callers.of(caller).isKnown() && Callers.isAllowedFromOrigin(routing, caller)
                        ? Uni.createFrom().item(caller)
                        : Uni.createFrom().failure(new UnauthorizedException()));
    }

    @Override
    public boolean holds(SecurityIdentity caller) {
        return callers.isStillValid(caller);
    }
}
