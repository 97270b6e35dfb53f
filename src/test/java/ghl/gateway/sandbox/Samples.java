package ghl.gateway.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.state.SandboxLocation;

/** JSON and locations for tests; single quotes stand for double ones. */
public final class Samples {

    private Samples() {}

    public static ObjectNode json(String text) {
        return (ObjectNode) SandboxJson.parse(text.replace('\'', '"'));
    }

    /** A location with what a fresh account has, and these settings. */
    public static SandboxLocation location(String settings) {
        ObjectNode json = json(settings);
        return SandboxLocation.from(json.put("id", json.path("id").asText("testLocation00000001")));
    }

    /** A stored contact of the test location. */
    public static ObjectNode contact(String id, String fields) {
        ObjectNode contact = json("{'locationId':'testLocation00000001','type':'lead','dnd':false,"
                + "'dateAdded':'2026-11-01T10:00:00.000Z','tags':[],'customFields':[]}");
        ObjectNode more = json(fields);
        contact.put("id", id);
        contact.setAll(more);
        return contact;
    }
}
