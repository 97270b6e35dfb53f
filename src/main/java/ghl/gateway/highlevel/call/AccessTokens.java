package ghl.gateway.highlevel.call;

import io.smallrye.mutiny.Uni;

/** The CRM's access tokens by location. Called on the event loop, for every call. */
public interface AccessTokens {

    /** A token that the CRM should accept. Fails with {@link NoTokenException}. */
    Uni<String> of(String locationId);

    /** Another token after the CRM rejected this one; null when none exists. Fails with {@link NoTokenException}. */
    Uni<String> insteadOf(String locationId, String rejected);

    /** Reports that the CRM answered a call of this location. */
    default void accepted(String locationId) {}
}
