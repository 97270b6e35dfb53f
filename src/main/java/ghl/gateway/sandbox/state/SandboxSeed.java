package ghl.gateway.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The seed of a new sandbox, from {@code sandbox/seed.json}: locations, their contacts, and what belongs to these. */
public final class SandboxSeed {

    private static final Map<String, Kind> PARTS =
            Map.of("tasks", Kind.TASK, "notes", Kind.NOTE, "appointments", Kind.APPOINTMENT);

    private final JsonNode locations;

    public SandboxSeed() {
        this.locations = read().path("locations");
    }

    public void plantAll(SandboxState state) {
        state.put(Kind.TOKEN, Token.privateIntegration(Token.MASTER, null).toJson());
        locations.forEach(location -> plant(state, (ObjectNode) location));
    }

    /** Restores one location of the seed. Returns whether the seed has it. */
    public boolean plant(SandboxState state, String locationId) {
        List<JsonNode> found = SandboxJson.items(locations)
                .filter(location -> locationId.equals(SandboxJson.text(location, "id")))
                .toList();
        found.forEach(location -> plant(state, (ObjectNode) location));
        return !found.isEmpty();
    }

    private static void plant(SandboxState state, ObjectNode seeded) {
        ObjectNode settings = seeded.deepCopy();
        JsonNode contacts = settings.remove("contacts");
        SandboxLocation location = SandboxLocation.from(settings);
        state.put(Kind.LOCATION, location.toJson());
        state.put(Kind.TOKEN, Token.of(location).toJson());
        contacts.forEach(contact -> plantContact(state, location, ((ObjectNode) contact).deepCopy()));
        new SandboxLocations(state).addTags(location.id(), tagsOf(contacts));
    }

    private static void plantContact(SandboxState state, SandboxLocation location, ObjectNode contact) {
        PARTS.forEach((name, kind) -> {
            JsonNode parts = contact.remove(name);
            if (parts != null) {
                parts.forEach(part -> state.putSettled(kind, owned((ObjectNode) part, contact, location)));
            }
        });
        state.putSettled(Kind.CONTACT, contact.put("locationId", location.id()));
    }

    private static ObjectNode owned(ObjectNode part, ObjectNode contact, SandboxLocation location) {
        part.put("locationId", location.id());
        part.set("contactId", contact.get("id"));
        return part;
    }

    private static List<String> tagsOf(JsonNode contacts) {
        return SandboxJson.items(contacts)
                .flatMap(contact -> SandboxJson.items(contact.path("tags")))
                .map(JsonNode::textValue)
                .distinct()
                .toList();
    }

    private static JsonNode read() {
        try (InputStream seed = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("sandbox/seed.json"))) {
            return SandboxJson.parse(new String(seed.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("sandbox/seed.json cannot be read", e);
        }
    }
}
