package ghl.gateway.sandbox.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.Phone;
import ghl.gateway.sandbox.check.SandboxDates;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.util.List;
import java.util.Set;

/**
 * Applies a checked body to a contact. Fields that the body omits keep their value. Decided here (undocumented): null
 * and empty text clear a field; {@code tags: []} removes all tags; e-mails keep their case.
 */
final class ContactEdit {

    private static final List<String> PLAIN = SandboxJson.words("""
            email address1 city state postalCode website timezone country source companyName assignedTo gender
            dnd inboundDndSettings
            """);

    private final SandboxLocation location;

    ContactEdit(SandboxLocation location) {
        this.location = location;
    }

    /** @param ignored fields of the body to skip, as the vendor silently does */
    ObjectNode apply(ObjectNode current, ObjectNode body, Set<String> ignored) {
        ObjectNode sent = body.deepCopy().without(ignored);
        ObjectNode next = current.deepCopy();
        PLAIN.forEach(name -> set(next, name, sent.path(name)));
        setNames(next, sent);
        if (sent.path("phone").isTextual()) {
            String phone = Phone.e164(sent.get("phone").textValue(), location.country())
                    .orElse("");
            set(next, "phone", next.textNode(phone));
        } else {
            set(next, "phone", sent.path("phone"));
        }
        setBirthDate(next, sent.path("dateOfBirth"));
        setDnd(next, sent.path("dndSettings"));
        if (sent.has("tags")) {
            next.set("tags", SandboxJson.strings(Tags.normalized(sent.get("tags"))));
        }
        if (sent.has("customFields")) {
            next.set(
                    "customFields",
                    CustomFieldValues.merged(
                            next.path("customFields"), sent.get("customFields"), location.customFields()));
        }
        promoteSecondary(next);
        return next;
    }

    private static void set(ObjectNode contact, String name, JsonNode value) {
        if (value.isNull() || (value.isTextual() && value.textValue().isEmpty())) {
            contact.remove(name);
        } else if (!value.isMissingNode()) {
            contact.set(name, value);
        }
    }

    /** A {@code name} without first and last name is split after its first word; with either of them it is ignored. */
    private static void setNames(ObjectNode contact, ObjectNode sent) {
        set(contact, "firstName", sent.path("firstName"));
        set(contact, "lastName", sent.path("lastName"));
        boolean nameAlone = sent.has("name") && !sent.has("firstName") && !sent.has("lastName");
        if (nameAlone) {
            String[] words = sent.path("name").asText("").trim().split("\\s+", 2);
            boolean cleared = sent.path("name").isNull();
            set(contact, "firstName", contact.textNode(cleared ? "" : words[0]));
            set(contact, "lastName", contact.textNode(cleared || words.length < 2 ? "" : words[1]));
        }
    }

    private static void setBirthDate(ObjectNode contact, JsonNode value) {
        set(contact, "dateOfBirth", value);
        if (value.isTextual()) {
            SandboxDates.birthDate(value.textValue()).ifPresent(day -> contact.put("dateOfBirth", day.toString()));
        }
    }

    /** Omitted channels keep their setting. */
    private static void setDnd(ObjectNode contact, JsonNode channels) {
        if (channels.isObject()) {
            ObjectNode all = contact.path("dndSettings").isObject()
                    ? (ObjectNode) contact.get("dndSettings")
                    : contact.putObject("dndSettings");
            all.setAll((ObjectNode) channels);
        }
    }

    /** Makes a secondary e-mail or phone the primary one. The old primary is lost. Reported. */
    private static void promoteSecondary(ObjectNode contact) {
        Identity identity = Identity.of(contact);
        for (Identifier identifier : Identifier.values()) {
            JsonNode additional = contact.path(identifier.additionalField());
            if (additional.isArray()) {
                contact.set(
                        identifier.additionalField(),
                        SandboxJson.nodes(SandboxJson.items(additional)
                                .filter(item -> !identifier.valueOf(item).equals(identity.get(identifier)))));
            }
        }
    }
}
