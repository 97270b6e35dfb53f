package ghl.gateway.sandbox.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.Json;
import java.util.List;

/**
 * A private integration token.
 *
 * @param id the token itself
 * @param locationIds the locations it reaches; null for every one that does not insist on its own token
 * @param scopes what it may do; null for everything
 */
public record Token(
        String id,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<String> locationIds,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<String> scopes) {

    public static final String MASTER = "pit-sandbox";

    public static Token of(Location location) {
        return new Token("pit-" + location.id(), List.of(location.id()), null);
    }

    public boolean reaches(Location location) {
        return locationIds == null ? !location.ownTokenOnly() : locationIds.contains(location.id());
    }

    public boolean allows(String scope) {
        return scopes == null || scopes.contains(scope);
    }

    /** Where a request belongs that names neither a location nor a contact. */
    public String homeLocationId() {
        return locationIds == null ? Location.MAIN : locationIds.get(0);
    }

    public ObjectNode toJson() {
        return Json.fromRecord(this);
    }

    public static Token from(ObjectNode json) {
        return Json.toRecord(json, Token.class);
    }
}
