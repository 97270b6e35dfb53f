package ghl.gateway.highlevel.call;

import io.smallrye.mutiny.Uni;

/** Which token serves which location. Asked on the event loop, for every call. */
public interface AccessTokens {

    /** A token that the CRM should accept. Fails with {@link NoTokenException}. */
    Uni<String> of(String locationId);

    /**
     * Another one, after the CRM did not accept this one; null when there is none. Fails with {@link NoTokenException}.
     */
    Uni<String> insteadOf(String locationId, String refused);

    /** The CRM has answered a call of this location. */
    default void accepted(String locationId) {}
}
