package ghl.gateway.sandbox.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A private integration token, or an access token of an installed app.
 *
 * @param id the token
 * @param locationIds locations that it reaches; null for every location without {@code ownTokenOnly}
 * @param scopes null for all scopes
 * @param installation installation that it was issued for; null for a private integration token
 * @param companyId agency of an agency token; null for location tokens
 * @param expiresAt epoch ms; null when it does not expire
 */
@RecordBuilder
@RecordBuilder.Options(inheritComponentAnnotations = false)
public record Token(
        String id,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<String> locationIds,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<String> scopes,
        @JsonInclude(JsonInclude.Include.NON_NULL) String installation,
        @JsonInclude(JsonInclude.Include.NON_NULL) String companyId,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long expiresAt)
        implements TokenBuilder.With {

    public static final String MASTER = "pit-sandbox";

    public static Token of(SandboxLocation location) {
        return privateIntegration("pit-" + location.id(), List.of(location.id()));
    }

    /** @param locationIds null for every location without {@code ownTokenOnly} */
    public static Token privateIntegration(String id, List<String> locationIds) {
        return new Token(id, locationIds, null, null, null, null);
    }

    public boolean isExpired(long now) {
        return expiresAt != null && now >= expiresAt;
    }

    public boolean belongsToAgency() {
        return companyId != null;
    }

    public boolean reaches(SandboxLocation location) {
        return locationIds == null ? !location.ownTokenOnly() : locationIds.contains(location.id());
    }

    public boolean allows(String scope) {
        return scopes == null || scopes.contains(scope);
    }

    /** The location of requests that name neither a location nor a contact. */
    public String homeLocationId() {
        return locationIds == null ? SandboxLocation.MAIN : locationIds.get(0);
    }

    public ObjectNode toJson() {
        return SandboxJson.fromRecord(this);
    }

    public static Token from(ObjectNode json) {
        return SandboxJson.toRecord(json, Token.class);
    }
}
