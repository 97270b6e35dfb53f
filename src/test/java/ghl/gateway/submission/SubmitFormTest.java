package ghl.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Operator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The effect of a form, read from the CRM's own endpoints. */
@QuarkusTest
class SubmitFormTest {

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = Crm.fresh();
    }

    @Test
    void everyday_form_is_delivered_once_with_all_parts() {
        JsonPath payload = Ask.submit(
                crm,
                Map.of(
                        "contact", Map.of("firstName", "Ada", "email", "ada@example.com", "phone", "(212) 555-0101"),
                        "tasks", List.of(Map.of("title", "Call back", "dueDate", "2027-01-31T09:00:00-05:00")),
                        "notes", List.of(Map.of("body", "Wants a slate roof")),
                        "tags", List.of("Web Lead", "Roof")));

        assertThat(payload.getString("submission.status")).isEqualTo("DONE");
        assertThat(payload.getString("submission.contactOutcome")).isEqualTo("CREATED");
        assertThat(payload.getList("submission.steps.kind"))
                .containsExactly("UPSERT_CONTACT", "ADD_TAGS", "ADD_TASK", "ADD_NOTE");
        assertThat(payload.getList("submission.steps.status")).containsOnly("DONE");
        String id = payload.getString("submission.contactId");
        assertThat(crm.get("/contacts/?locationId={location}").getList("contacts.id"))
                .containsExactly(id);
        assertThat(crm.get("/contacts/" + id).getString("contact.phone")).isEqualTo("+12125550101");
        assertThat(crm.get("/contacts/" + id).getList("contact.tags")).containsExactly("web lead", "roof");
        JsonPath tasks = crm.get("/contacts/" + id + "/tasks");
        assertThat(tasks.getList("tasks.title")).containsExactly("Call back");
        assertThat(tasks.getString("tasks[0].dueDate")).isEqualTo("2027-01-31T14:00:00.000Z");
        assertThat(crm.get("/contacts/" + id + "/notes").getList("notes.body"))
                .singleElement()
                .asString()
                .matches("Wants a slate roof\nref [A-Z2-7]{16}");
        assertThat(payload.getString("tasks[0].id")).isEqualTo(tasks.getString("tasks[0].id"));
        assertThat(payload.getList("tags")).containsExactly("web lead", "roof");
        assertThat(crm.writes()).as("one call a step").isEqualTo(4);
    }

    @Test
    void tags_of_a_known_contact_are_kept() {
        String id = crm.contact(Map.of("email", "ada@example.com", "tags", List.of("customer")));

        JsonPath payload = Ask.submit(
                crm,
                Map.of("contact", Map.of("email", "ada@example.com", "city", "Bath"), "tags", List.of("web lead")));

        assertThat(payload.getString("submission.contactOutcome")).isEqualTo("UPDATED");
        assertThat(payload.getString("submission.contactId")).isEqualTo(id);
        assertThat(crm.get("/contacts/" + id).getList("contact.tags")).containsExactly("customer", "web lead");
        assertThat(crm.get("/contacts/" + id).getString("contact.city")).isEqualTo("Bath");
    }

    @Test
    void identifier_dropped_by_the_crm_is_reported() {
        String byEmail = crm.contact(Map.of("email", "ada@example.com"));
        crm.contact(Map.of("phone", "+12125550101"));

        JsonPath payload =
                Ask.submit(crm, Map.of("contact", Map.of("email", "ada@example.com", "phone", "+12125550101")));

        assertThat(payload.getString("submission.status")).isEqualTo("DONE");
        assertThat(payload.getString("submission.contactId")).isEqualTo(byEmail);
        assertThat(payload.getList("submission.warnings.code")).containsExactly("IDENTIFIER_IGNORED");
        assertThat(payload.getString("submission.warnings[0].message")).contains("phone");
    }

    @Test
    void identifier_stored_by_the_crm_is_not_reported() {
        JsonPath payload =
                Ask.submit(crm, Map.of("contact", Map.of("email", "Ada@Example.com", "phone", "212 555 0101")));

        assertThat(payload.getList("submission.warnings")).isEmpty();
    }

    @Test
    void create_only_does_not_change_a_known_contact() {
        String id = crm.contact(Map.of("email", "ada@example.com", "city", "London"));

        JsonPath payload = Ask.submit(
                crm,
                Map.of(
                        "contactPolicy", "CREATE_ONLY",
                        "contact", Map.of("email", "ada@example.com", "city", "Bath"),
                        "notes", List.of(Map.of("body", "x"))));

        assertThat(payload.getString("submission.status")).isEqualTo("PARKED");
        assertThat(payload.getString("submission.reason")).isEqualTo("REFUSED");
        assertThat(payload.getList("submission.steps.status")).containsExactly("REFUSED", "SKIPPED");
        assertThat(payload.getString("submission.steps[0].error.code")).isEqualTo("DUPLICATE_CONTACT");
        assertThat(payload.getString("submission.steps[0].error.contactId")).isEqualTo(id);
        assertThat(crm.get("/contacts/" + id).getString("contact.city")).isEqualTo("London");
        assertThat(crm.get("/contacts/" + id + "/notes").getList("notes")).isEmpty();
    }

    @Test
    void update_keeps_omitted_fields_and_clears_null_fields() {
        String id = crm.contact(
                Map.of("email", "ada@example.com", "city", "London", "state", "NY", "tags", List.of("vip")));
        Map<String, Object> contact = new HashMap<>();
        contact.put("city", null);

        JsonPath payload =
                Ask.submit(crm, Map.of("contactPolicy", "UPDATE_ONLY", "match", Map.of("id", id), "contact", contact));

        assertThat(payload.getString("submission.status")).isEqualTo("DONE");
        JsonPath now = crm.get("/contacts/" + id);
        assertThat(now.getString("contact.city")).isNull();
        assertThat(now.getString("contact.state")).isEqualTo("NY");
        assertThat(now.getString("contact.email")).isEqualTo("ada@example.com");
        assertThat(now.getList("contact.tags")).containsExactly("vip");
    }

    @Test
    void update_only_does_not_create() {
        JsonPath payload = Ask.submit(
                crm,
                Map.of("contactPolicy", "UPDATE_ONLY", "contact", Map.of("email", "nobody@example.com", "city", "x")));

        assertThat(payload.getString("submission.steps[0].error.code")).isEqualTo("CONTACT_NOT_FOUND");
        assertThat(crm.writes()).isZero();
    }

    @Test
    void custom_fields_are_written_by_key() {
        JsonPath payload = Ask.submit(
                crm,
                Map.of(
                        "contact",
                        Map.of(
                                "email",
                                "ada@example.com",
                                "customFields",
                                List.of(
                                        Map.of("key", "budget", "value", "1250.50"),
                                        Map.of("key", "contact.roof_type", "value", "Slate")))));

        JsonPath stored = crm.get("/contacts/" + payload.getString("submission.contactId"));
        assertThat(stored.getList("contact.customFields.value"))
                .extracting(String::valueOf)
                .containsExactlyInAnyOrder("1250.5", "Slate");
    }

    @Test
    void tasks_and_notes_are_updated_completed_and_removed() {
        String id = crm.contact(Map.of("email", "ada@example.com", "tags", List.of("old", "kept")));
        crm.task(id, "Keep");
        crm.task(id, "Drop");
        crm.note(id, "First");
        crm.note(id, "Second");
        JsonPath tasks = crm.get("/contacts/" + id + "/tasks");
        JsonPath notes = crm.get("/contacts/" + id + "/notes");
        String keep = tasks.getString("tasks.find { it.title == 'Keep' }.id");
        String drop = tasks.getString("tasks.find { it.title == 'Drop' }.id");
        String first = notes.getString("notes.find { it.body == 'First' }.id");
        String second = notes.getString("notes.find { it.body == 'Second' }.id");

        JsonPath payload = Ask.submit(
                crm,
                Map.of(
                        "match", Map.of("email", "ada@example.com"),
                        "updateTasks", List.of(Map.of("id", keep, "completed", true)),
                        "updateNotes", List.of(Map.of("id", first, "body", "Changed")),
                        "remove", Map.of("tags", "old", "taskIds", drop, "noteIds", second)));

        assertThat(payload.getString("submission.status")).isEqualTo("DONE");
        assertThat(payload.getList("submission.steps.kind"))
                .containsExactly(
                        "FIND_CONTACT", "COMPLETE_TASK", "UPDATE_NOTE", "REMOVE_TAGS", "DELETE_TASK", "DELETE_NOTE");
        JsonPath left = crm.get("/contacts/" + id + "/tasks");
        assertThat(left.getList("tasks.title")).containsExactly("Keep");
        assertThat(left.getBoolean("tasks[0].completed")).isTrue();
        assertThat(crm.get("/contacts/" + id + "/notes").getList("notes.body")).containsExactly("Changed");
        assertThat(crm.get("/contacts/" + id).getList("contact.tags")).containsExactly("kept");
    }

    @Test
    void deletion_of_a_missing_record_is_done() {
        String id = crm.contact(Map.of("email", "ada@example.com"));

        JsonPath payload = Ask.submit(
                crm, Map.of("match", Map.of("id", id), "remove", Map.of("taskIds", List.of("sbxNoSuchTask0000001"))));

        assertThat(payload.getString("submission.status")).isEqualTo("DONE");
        assertThat(payload.getList("submission.warnings.code")).containsExactly("ALREADY_GONE");
    }

    @Test
    void contact_is_deleted_by_id() {
        String id = crm.contact(Map.of("email", "ada@example.com"));

        JsonPath payload = Ask.submit(crm, Map.of("deleteContactId", id));

        assertThat(payload.getString("submission.contactOutcome")).isEqualTo("DELETED");
        assertThat(payload.getString("submission.contactId")).isEqualTo(id);
        assertThat(crm.status("/contacts/" + id)).isEqualTo(400);
    }

    @Test
    void contact_deletion_is_audited() {
        String id = crm.contact(Map.of("email", "ada@example.com"));

        String deletion = Ask.submit(crm, Map.of("deleteContactId", id)).getString("submission.id");
        String other = Ask.submit(crm, Map.of("contact", Map.of("email", "bob@example.com")))
                .getString("submission.id");

        JsonPath audit = Operator.audit(deletion);
        assertThat(audit.getList("audit.action")).containsExactly("remove");
        assertThat(audit.getList("audit.actor")).containsExactly("open");
        assertThat(audit.getList("audit.detail")).containsExactly("contact " + id);
        assertThat(Operator.audit(other).getList("audit")).isEmpty();
    }

    @Test
    void contact_of_another_location_is_rejected() {
        Crm other = Crm.fresh();
        String foreign = other.contact(Map.of("email", "eve@example.com"));

        JsonPath attached =
                Ask.submit(crm, Map.of("match", Map.of("id", foreign), "notes", List.of(Map.of("body", "x"))));
        JsonPath deleted = Ask.submit(crm, Map.of("deleteContactId", foreign));

        assertThat(attached.getString("submission.steps[0].error.code")).isEqualTo("CONTACT_NOT_FOUND");
        assertThat(deleted.getList("submission.warnings.code")).containsExactly("ALREADY_GONE");
        assertThat(deleted.getString("submission.contactOutcome")).isNull();
        assertThat(other.status("/contacts/" + foreign)).isEqualTo(200);
        assertThat(other.get("/contacts/" + foreign + "/notes").getList("notes"))
                .isEmpty();
    }

    @Test
    void refused_task_does_not_block_the_note() {
        crm.fault(
                Map.of("operation", "create-task", "status", 422, "body", Map.of("message", List.of("title is odd"))));

        JsonPath payload = Ask.submit(
                crm,
                Map.of(
                        "contact", Map.of("email", "ada@example.com"),
                        "tasks", List.of(Map.of("title", "x")),
                        "notes", List.of(Map.of("body", "y"))));

        assertThat(payload.getString("submission.status")).isEqualTo("PARKED");
        assertThat(payload.getString("submission.reason")).isEqualTo("REFUSED");
        assertThat(payload.getList("submission.steps.status")).containsExactly("DONE", "REFUSED", "DONE");
        assertThat(payload.getList("submission.steps[1].error.reasons")).containsExactly("title is odd");
    }

    @Test
    void dry_run_of_a_deletion_lists_the_read_before_it() {
        JsonPath payload = Ask.submit(crm, Map.of("deleteContactId", "sbxNobodyHere0000001", "dryRun", true));

        assertThat(payload.getList("plan.method")).containsExactly("GET", "DELETE");
        assertThat(payload.getList("plan.number")).containsExactly(1, 1);
    }

    @Test
    void dry_run_lists_every_call_and_makes_none() {
        Map<String, Object> form = new HashMap<>(Map.of(
                "contact", Map.of("email", "ada@example.com"),
                "tasks", List.of(Map.of("title", "x", "dueDate", "2027-01-31T09:00:00Z")),
                "tags", List.of("a")));
        form.put("dryRun", true);

        JsonPath payload = Ask.submit(crm, form);

        assertThat(payload.getString("submission")).isNull();
        assertThat(payload.getList("plan.method")).containsExactly("POST", "POST", "POST");
        assertThat(payload.getList("plan.path"))
                .containsExactly("/contacts/upsert", "/contacts/{contactId}/tags", "/contacts/{contactId}/tasks");
        assertThat(JsonPath.from(payload.getString("plan[2].body")).getMap(""))
                .isEqualTo(Map.of(
                        "title", "x", "body", "ref {marker}", "dueDate", "2027-01-31T09:00:00Z", "completed", false));
        assertThat(crm.writes()).isZero();
    }
}
