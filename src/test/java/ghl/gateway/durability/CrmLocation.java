package ghl.gateway.durability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** One location of the CRM, accessed without the gateway: its records, faults and settings. */
final class CrmLocation {

    private final JsonCaller rest;
    private final String id;

    CrmLocation(JsonCaller rest, String id) {
        this.rest = rest;
        this.id = id;
    }

    String id() {
        return id;
    }

    /** @return its id */
    String contact(Map<String, Object> fields) {
        return rest.post("/_control/locations/" + id + "/contacts", fields)
                .at("/contact/id")
                .textValue();
    }

    /** @return its id */
    String task(String contactId, String title, String body) {
        Map<String, Object> task = Map.of("title", title, "body", body, "dueDate", Forms.DUE, "completed", false);
        return rest.post("/contacts/" + contactId + "/tasks", task)
                .at("/task/id")
                .textValue();
    }

    /** @return its id */
    String note(String contactId, String body) {
        return rest.post("/contacts/" + contactId + "/notes", Map.of("body", body))
                .at("/note/id")
                .textValue();
    }

    /** A person changes the contact. */
    void edit(String contactId, Map<String, Object> fields) {
        rest.put("/contacts/" + contactId, fields);
    }

    void tag(String contactId, String tag) {
        rest.post("/contacts/" + contactId + "/tags", Map.of("tags", List.of(tag)));
    }

    /** Orders a fault: the body of {@code _control/faults}. */
    void fault(Map<String, Object> fault) {
        Map<String, Object> here = new HashMap<>(fault);
        here.put("locationId", id);
        rest.post("/_control/faults", here);
    }

    /** Removes faults, outages and list lag. */
    void heal() {
        rest.delete("/_control/faults?locationId=" + id);
        Map<String, Object> well = new HashMap<>(Map.of("listLagMs", 0));
        well.put("outage", null);
        change(well);
    }

    /** Changes settings: the body of {@code _control/locations}. */
    void change(Map<String, Object> settings) {
        rest.patch("/_control/locations/" + id, settings);
    }

    /** Number of calls that carried out an operation. */
    int reached(String operationId) {
        return rest.get("/_control/counters?locationId=" + id)
                .path("operations")
                .path(operationId)
                .asInt();
    }

    /** Calls that carried out an operation, by operation. */
    Map<String, Integer> calls() {
        Map<String, Integer> calls = new TreeMap<>();
        rest.get("/_control/counters?locationId=" + id)
                .path("operations")
                .fields()
                .forEachRemaining(
                        count -> calls.put(count.getKey(), count.getValue().intValue()));
        return calls;
    }

    /** Whether all ordered faults have happened. */
    boolean isFaultless() {
        return StreamSupport.stream(rest.get("/_control/faults").path("faults").spliterator(), false)
                .noneMatch(fault -> id.equals(fault.path("locationId").textValue()));
    }

    JsonNode contacts() {
        return rest.get("/contacts/?limit=100&locationId=" + id).path("contacts");
    }

    /** The contacts with this e-mail, with everything that is set. */
    List<JsonNode> contactsOf(String email) {
        return StreamSupport.stream(contacts().spliterator(), false)
                .filter(row -> email.equals(row.path("email").textValue()))
                .map(row -> contactOf(row.path("id").textValue()))
                .toList();
    }

    JsonNode contactOf(String contactId) {
        return rest.get("/contacts/" + contactId).path("contact");
    }

    /** Titles of the contact's tasks. */
    List<String> titles(String contactId) {
        return StreamSupport.stream(tasks(contactId).spliterator(), false)
                .map(task -> task.path("title").textValue())
                .toList();
    }

    /** First lines of the contact's notes. */
    List<String> firstLines(String contactId) {
        return StreamSupport.stream(notes(contactId).spliterator(), false)
                .map(note -> note.path("body").textValue().lines().findFirst().orElse(""))
                .toList();
    }

    JsonNode tasks(String contactId) {
        return rest.get("/contacts/" + contactId + "/tasks").path("tasks");
    }

    JsonNode notes(String contactId) {
        return rest.get("/contacts/" + contactId + "/notes").path("notes");
    }

    /** All records. */
    Facts facts() {
        Facts facts = new Facts();
        contacts().forEach(row -> addTo(facts, row.path("id").textValue()));
        return facts;
    }

    private void addTo(Facts facts, String contactId) {
        JsonNode contact = contactOf(contactId);
        String who = contact.path("email").asText(contact.path("phone").asText());
        facts.contact(who, contact.path("phone").asText(), contact.path("city").asText());
        contact.path("tags").forEach(tag -> facts.tag(who, tag.textValue()));
        tasks(contactId)
                .forEach(task -> facts.task(
                        who,
                        task.path("title").textValue(),
                        Body.withoutMarker(task.path("body").asText()),
                        task.path("completed").booleanValue()));
        notes(contactId)
                .forEach(note ->
                        facts.note(who, Body.withoutMarker(note.path("body").asText())));
    }
}
