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
 * Turns a checked body into the next version of a contact. What the body does not name stays. Decided here (undocumented):
 * null and empty text clear a field; {@code tags: []} leaves no tag; e-mails keep the case they were sent in.
 */
final class ContactEdit {

    private static final List<String> PLAIN = List.of(
            "email",
            "address1",
            "city",
            "state",
            "postalCode",
            "website",
            "timezone",
            "country",
            "source",
            "companyName",
            "assignedTo",
            "gender",
            "dnd",
            "inboundDndSettings");

    private final SandboxLocation location;

    ContactEdit(SandboxLocation location) {
        this.location = location;
    }

    /** @param ignored fields of the body to leave alone, as the vendor silently does */
    ObjectNode apply(ObjectNode current, ObjectNode body, Set<String> ignored) {
        ObjectNode said = body.deepCopy().without(ignored);
        ObjectNode next = current.deepCopy();
        PLAIN.forEach(name -> set(next, name, said.path(name)));
        setNames(next, said);
        if (said.path("phone").isTextual()) {
            String phone = Phone.e164(said.get("phone").textValue(), location.country())
                    .orElse("");
            set(next, "phone", next.textNode(phone));
        } else {
            set(next, "phone", said.path("phone"));
        }
        setBirthDate(next, said.path("dateOfBirth"));
        setDnd(next, said.path("dndSettings"));
        if (said.has("tags")) {
            next.set("tags", SandboxJson.strings(Tags.normalized(said.get("tags"))));
        }
        if (said.has("customFields")) {
            next.set(
                    "customFields",
                    CustomFieldValues.merged(
                            next.path("customFields"), said.get("customFields"), location.customFields()));
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

    /** A {@code name} alone is cut after its first word; beside first or last name it says nothing new. */
    private static void setNames(ObjectNode contact, ObjectNode said) {
        set(contact, "firstName", said.path("firstName"));
        set(contact, "lastName", said.path("lastName"));
        boolean nameAlone = said.has("name") && !said.has("firstName") && !said.has("lastName");
        if (nameAlone) {
            String[] words = said.path("name").asText("").trim().split("\\s+", 2);
            boolean cleared = said.path("name").isNull();
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

    /** Channels that are not named keep their setting. */
    private static void setDnd(ObjectNode contact, JsonNode channels) {
        if (channels.isObject()) {
            ObjectNode all = contact.path("dndSettings").isObject()
                    ? (ObjectNode) contact.get("dndSettings")
                    : contact.putObject("dndSettings");
            all.setAll((ObjectNode) channels);
        }
    }

    /** An e-mail or phone that was a secondary one is the primary now, and the old primary is lost. Reported. */
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
