package ghl.gateway.graph.websocket;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.Caller;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Lets in or not as it is told, and remembers what it was shown. */
final class FixedSocketAuthentication implements SocketAuthentication {

    boolean admitsNobody;
    boolean neverSays;
    boolean holds = true;
    String shown;

    @Override
    public Uni<SecurityIdentity> admit(String authorization) {
        shown = authorization;
        if (neverSays) {
            return Uni.createFrom().nothing();
        }
        return admitsNobody
                ? Uni.createFrom().failure(new UnauthorizedException())
                : Uni.createFrom().item(Callers.identityOf(Caller.OPEN));
    }

    @Override
    public boolean holds(SecurityIdentity caller) {
        return holds;
    }
}
