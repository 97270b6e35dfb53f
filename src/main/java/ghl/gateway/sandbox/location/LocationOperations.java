package ghl.gateway.sandbox.location;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.gate.Admitted;
import ghl.gateway.sandbox.gate.Operation;
import ghl.gateway.sandbox.gate.Scopes;
import ghl.gateway.sandbox.http.Json;
import ghl.gateway.sandbox.http.Refusal;
import ghl.gateway.sandbox.http.Reply;
import ghl.gateway.sandbox.state.CustomField;
import ghl.gateway.sandbox.state.Location;
import java.util.List;

/** get-location, get-custom-fields, get-location-tags of the locations API. Source: the vendor's Locations API. */
public final class LocationOperations {

    private static final String PATH = "/locations/{locationId}";
    private static final List<String> MODELS = List.of("contact", "opportunity", "all");

    public List<Operation> all() {
        return List.of(
                new Operation("get-location", "GET", PATH, Scopes.LOCATION_READ, this::location),
                new Operation(
                        "get-custom-fields",
                        "GET",
                        PATH + "/customFields",
                        Scopes.CUSTOM_FIELDS_READ,
                        this::customFields),
                new Operation("get-location-tags", "GET", PATH + "/tags", Scopes.TAGS_READ, this::tags));
    }

    private Reply location(Admitted request) {
        Location location = request.location();
        ObjectNode view = Json.object().put("id", location.id()).put("companyId", location.companyId());
        view.put("name", location.name()).put("country", location.country()).put("timezone", location.timezone());
        ObjectNode settings = view.putObject("settings");
        settings.put("allowDuplicateContact", location.allowDuplicateContact());
        settings.set("contactUniqueIdentifiers", Json.strings(location.contactUniqueIdentifiers()));
        return Reply.ok(Json.object().set("location", view));
    }

    private Reply customFields(Admitted request) {
        String model = request.call().query("model").orElse("all");
        if (!MODELS.contains(model)) {
            throw Refusal.unprocessable(
                    List.of("model must be one of the following values: " + String.join(", ", MODELS)));
        }
        ArrayNode fields = Json.array();
        if (!model.equals("opportunity")) {
            List<CustomField> known = request.location().customFields();
            for (int position = 0; position < known.size(); position++) {
                fields.add(view(known.get(position), request.location()).put("position", position));
            }
        }
        return Reply.ok(Json.object().set("customFields", fields));
    }

    private static ObjectNode view(CustomField field, Location location) {
        return Json.fromRecord(field).put("model", "contact").put("locationId", location.id());
    }

    private Reply tags(Admitted request) {
        Location location = request.location();
        return Reply.ok(
                Json.object().set("tags", Json.nodes(location.tags().stream().map(tag -> Json.fromRecord(tag)
                        .put("locationId", location.id())))));
    }
}
