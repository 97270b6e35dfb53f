package ghl.gateway.graph.websocket;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Finds out who speaks over a WebSocket. */
interface SocketAuthentication {

    /**
     * Asked once, when the client begins.
     *
     * @param authorization what its first message gives as {@code Authorization}; null where that gives none, and what came
     *     with the upgrade counts
     * @return fails when that is nobody who may speak here
     */
    Uni<SecurityIdentity> admit(String authorization);

    /** Whether that one still may. */
    boolean holds(SecurityIdentity caller);
}
