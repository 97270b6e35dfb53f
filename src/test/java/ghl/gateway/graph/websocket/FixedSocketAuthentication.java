package ghl.gateway.graph.websocket;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.Caller;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Authenticates as configured, and records the credentials. */
final class FixedSocketAuthentication implements SocketAuthentication {

    boolean rejectsAll;
    boolean neverCompletes;
    boolean valid = true;
    String authorization;

    @Override
    public Uni<SecurityIdentity> authenticate(String credentials) {
        authorization = credentials;
        if (neverCompletes) {
            return Uni.createFrom().nothing();
        }
        return rejectsAll
                ? Uni.createFrom().failure(new UnauthorizedException())
                : Uni.createFrom().item(Callers.identityOf(Caller.OPEN));
    }

    @Override
    public boolean isStillValid(SecurityIdentity caller) {
        return valid;
    }
}
