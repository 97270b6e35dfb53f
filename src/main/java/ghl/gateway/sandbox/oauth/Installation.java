package ghl.gateway.sandbox.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import java.util.List;

/**
 * An installation of the app in an agency or location.
 *
 * @param locationId null for an agency
 */
record Installation(
        String companyId,
        @JsonInclude(JsonInclude.Include.NON_NULL) String locationId,
        List<String> scopes) {

    /** {@code company/ID} or {@code location/ID}. */
    String name() {
        return belongsToAgency() ? "company/" + companyId : "location/" + locationId;
    }

    boolean belongsToAgency() {
        return locationId == null;
    }

    Installation in(String location) {
        return new Installation(companyId, location, scopes);
    }

    ObjectNode toJson() {
        return SandboxJson.fromRecord(this).put("id", name());
    }

    static Installation from(ObjectNode json) {
        ObjectNode fields = json.deepCopy();
        fields.remove(List.of("id"));
        return SandboxJson.toRecord(fields, Installation.class);
    }
}
