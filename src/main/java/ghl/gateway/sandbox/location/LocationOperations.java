package ghl.gateway.sandbox.location;

import static ghl.gateway.sandbox.gate.Scopes.CUSTOM_FIELDS_READ;
import static ghl.gateway.sandbox.gate.Scopes.LOCATION_READ;
import static ghl.gateway.sandbox.gate.Scopes.TAGS_READ;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.gate.Admitted;
import ghl.gateway.sandbox.gate.Operation;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.SandboxCustomField;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.util.List;

/** get-location, get-custom-fields and get-location-tags. Source: the vendor's Locations API. */
public final class LocationOperations {

    private static final String PATH = "/locations/{locationId}";
    private static final List<String> MODELS = List.of("contact", "opportunity", "all");

    public List<Operation> all() {
        return List.of(
                new Operation("get-location", "GET", PATH, LOCATION_READ, this::location),
                new Operation(
                        "get-custom-fields", "GET", PATH + "/customFields", CUSTOM_FIELDS_READ, this::customFields),
                new Operation("get-location-tags", "GET", PATH + "/tags", TAGS_READ, this::tags));
    }

    private SandboxReply location(Admitted request) {
        SandboxLocation location = request.location();
        ObjectNode view = SandboxJson.object().put("id", location.id()).put("companyId", location.companyId());
        view.put("name", location.name()).put("country", location.country()).put("timezone", location.timezone());
        ObjectNode settings = view.putObject("settings");
        settings.put("allowDuplicateContact", location.allowDuplicateContact());
        settings.set("contactUniqueIdentifiers", SandboxJson.strings(location.contactUniqueIdentifiers()));
        return SandboxReply.ok(SandboxJson.object().set("location", view));
    }

    private SandboxReply customFields(Admitted request) {
        String model = request.call().query("model").orElse("all");
        if (!MODELS.contains(model)) {
            throw SandboxRefusal.unprocessable(
                    List.of("model must be one of the following values: " + String.join(", ", MODELS)));
        }
        ArrayNode fields = SandboxJson.array();
        if (!model.equals("opportunity")) {
            List<SandboxCustomField> known = request.location().customFields();
            for (int position = 0; position < known.size(); position++) {
                fields.add(view(known.get(position), request.location()).put("position", position));
            }
        }
        return SandboxReply.ok(SandboxJson.object().set("customFields", fields));
    }

    private static ObjectNode view(SandboxCustomField field, SandboxLocation location) {
        return SandboxJson.fromRecord(field).put("model", "contact").put("locationId", location.id());
    }

    private SandboxReply tags(Admitted request) {
        SandboxLocation location = request.location();
        return SandboxReply.ok(SandboxJson.object()
                .set("tags", SandboxJson.nodes(location.tags().stream().map(tag -> SandboxJson.fromRecord(tag)
                        .put("locationId", location.id())))));
    }
}
