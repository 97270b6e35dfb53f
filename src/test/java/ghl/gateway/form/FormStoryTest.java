package ghl.gateway.form;

import static ghl.gateway.fixture.FormCrm.answers;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.FormCrm;
import ghl.gateway.fixture.Operator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Built-in forms from answers to records, verified at the CRM's own endpoints. */
@QuarkusTest
class FormStoryTest {

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = FormCrm.fresh();
    }

    @Test
    void form_creates_contact_and_then_updates_it() {
        JsonPath first = submit("lead-capture", answers("first_name", "Ada", "email", "ada@example.com"));
        JsonPath second = submit(
                "lead-capture",
                answers("First name", "Ada Mary", "E-mail", "ada@example.com", "phone", "(212) 555-0101"));

        assertThat(first.getString("submission.contactOutcome")).isEqualTo("CREATED");
        assertThat(second.getString("submission.contactOutcome")).isEqualTo("UPDATED");
        String id = first.getString("submission.contactId");
        assertThat(second.getString("submission.contactId")).isEqualTo(id);
        JsonPath contact = crm.get("/contacts/" + id);
        assertThat(contact.getString("contact.firstName")).isEqualToIgnoringCase("Ada Mary");
        assertThat(contact.getString("contact.phone")).isEqualTo("+12125550101");
        assertThat(contact.getList("contact.tags")).containsExactly("web lead");
        assertThat(crm.get("/contacts/" + id + "/tasks").getList("tasks.title"))
                .containsExactlyInAnyOrder("Call Ada back", "Call Ada Mary back");
    }

    @Test
    void form_creates_task_and_note() {
        JsonPath payload = submit(
                "service-request",
                answers(
                        "name",
                        "Grace",
                        "email",
                        "grace@example.com",
                        "service",
                        "kitchen",
                        "budget",
                        "$12,500",
                        "start",
                        "2027-03-01",
                        "details",
                        "An island, please."));

        String contactId = payload.getString("submission.contactId");
        JsonPath task = crm.get("/contacts/" + contactId + "/tasks");
        assertThat(task.getString("tasks[0].contactId")).isEqualTo(contactId);
        assertThat(task.getString("tasks[0].title")).isEqualTo("quote Grace for kitchen");
        assertThat(task.getString("tasks[0].body"))
                .startsWith("Wants to start on 1 March 2027.\nBudget $12,500.00.\nref ");
        assertThat(task.getString("tasks[0].dueDate"))
                .as("nine o'clock in New York")
                .matches("\\d{4}-\\d{2}-\\d{2}T1[34]:00:00.000Z");
        assertThat(crm.get("/contacts/" + contactId + "/notes").getString("notes[0].body"))
                .startsWith("Grace asks about: kitchen\nAn island, please.\nref ");
        JsonPath contact = crm.get("/contacts/" + contactId);
        assertThat(contact.<Object>get(
                        "contact.customFields.find { it.id == '" + crm.customFieldId("contact.budget") + "' }.value"))
                .hasToString("12500");
    }

    @Test
    void form_adds_tags_from_answers() {
        JsonPath plain = submit(
                "service-request",
                answers("name", "A", "email", "a@example.com", "service", "kitchen", "urgent", "no"));
        JsonPath urgent = submit(
                "service-request",
                answers(
                        "name",
                        "B",
                        "email",
                        "b@example.com",
                        "service",
                        "whole house",
                        "budget",
                        "60000",
                        "urgent",
                        "on"));

        assertThat(tagsOf(plain)).containsExactly("service request", "kitchen");
        assertThat(tagsOf(urgent)).containsExactly("service request", "whole-house", "urgent", "large project");
    }

    @Test
    void invalid_answer_does_not_lose_the_lead() {
        JsonPath payload = submit(
                "lead-capture",
                answers("first_name", "Ada", "email", "ada@example.com", "phone", "call me", "shoe size", "42"));

        assertThat(payload.getString("submission.status")).isEqualTo("DONE");
        assertThat(payload.getList("submission.warnings.code")).containsExactly("ANSWER_MISPLACED");
        assertThat(payload.getString("submission.warnings[0].message")).doesNotContain("call me");
        assertThat(noteOf(payload))
                .startsWith("phone, which is not a phone number")
                .contains(": call me\nshoe size: 42\nref ");
    }

    @Test
    void invalid_required_address_is_a_user_error() {
        JsonPath payload = submit("lead-capture", answers("first_name", "Ada", "email", "ada@@example"));

        assertThat(payload.getList("userErrors.code")).containsExactly("INVALID");
        assertThat(payload.getString("userErrors[0].message"))
                .isEqualTo("E-mail (email) must be an e-mail address, such as ada@example.com");
        assertThat(crm.writes()).isZero();
    }

    @Test
    void missing_required_answer_is_a_user_error() {
        JsonPath payload = submit("lead-capture", answers("first_name", "Ada", "email", "  "));

        assertThat(payload.getList("userErrors.code")).containsExactly("REQUIRED");
        assertThat(payload.getList("userErrors[0].path")).containsExactly("input", "answers");
        assertThat(payload.getString("userErrors[0].message")).isEqualTo("E-mail (email) must be answered");
        assertThat(crm.writes()).isZero();
    }

    @Test
    void consent_context_and_source_are_written() {
        Map<String, Object> form = new HashMap<>(
                Map.of("form", "lead-capture", "answers", answers("email", "ada@example.com", "newsletter", "yes")));
        form.put("context", Map.of("pageUrl", "https://www.example.com/roofs", "utmSource", "google"));

        JsonPath payload = Ask.submit(crm, form);

        assertThat(noteOf(payload))
                .contains("Page: https://www.example.com/roofs\nCampaign: google\nAgreed on 2")
                .contains("(EMAIL): I would like to receive the newsletter by e-mail.");
        JsonPath contact = crm.get("/contacts/" + payload.getString("submission.contactId"));
        assertThat(contact.getString("contact.source")).isEqualTo("google");
        assertThat(contact.getString("contact.dndSettings.Email.status")).isEqualTo("inactive");
        assertThat(contact.getString("contact.dndSettings.SMS")).isNull();
    }

    @Test
    void caller_input_takes_precedence_over_definition() {
        Map<String, Object> form = new HashMap<>(
                Map.of("form", "lead-capture", "answers", answers("first_name", "Ada", "email", "ada@example.com")));
        form.put("contact", Map.of("email", "ada.lovelace@example.com", "city", "London"));
        form.put("tags", List.of("fair"));
        form.put("notes", List.of(Map.of("body", "Met at the fair")));

        JsonPath payload = Ask.submit(crm, form);

        assertThat(payload.getString("contact.email")).isEqualTo("ada.lovelace@example.com");
        assertThat(payload.getString("contact.city")).isEqualTo("London");
        assertThat(payload.getList("tags")).containsExactly("fair");
        assertThat(payload.getList("tasks.title")).containsExactly("Call Ada back");
        assertThat(noteOf(payload)).startsWith("Met at the fair\nref ");
    }

    @Test
    void dry_run_returns_every_call_and_makes_none() {
        Map<String, Object> form = new HashMap<>(Map.of(
                "form", "service-request", "answers", answers("name", "A", "email", "a@b.co", "service", "kitchen")));
        form.put("dryRun", true);

        JsonPath payload = Ask.submit(crm, form);

        assertThat(payload.getList("plan.kind")).containsExactly("UPSERT_CONTACT", "ADD_TAGS", "ADD_TASK", "ADD_NOTE");
        assertThat(crm.writes()).isZero();
    }

    @Test
    void same_idempotency_key_with_a_form_is_the_same_submission() {
        Map<String, Object> form = new HashMap<>(
                Map.of("form", "lead-capture", "answers", answers("email", "ada@example.com"), "idempotencyKey", "k"));
        JsonPath first = Ask.submit(crm, form);

        JsonPath repeat = Ask.submit(crm, form);
        form.put("answers", answers("email", "bob@example.com"));
        JsonPath other = Ask.submit(crm, form);

        assertThat(repeat.getString("submission.id")).isEqualTo(first.getString("submission.id"));
        assertThat(repeat.getBoolean("submission.replayed")).isTrue();
        assertThat(other.getList("userErrors.code")).containsExactly("KEY_REUSED");
    }

    @Test
    void unsubscribe_sets_dnd_on_its_channels() {
        String id = crm.contact(Map.of("email", "ada@example.com", "tags", List.of("newsletter", "customer")));

        JsonPath payload = submit("unsubscribe", answers("email", "ada@example.com", "reason", "Too many"));

        assertThat(payload.getString("submission.status")).isEqualTo("DONE");
        JsonPath contact = crm.get("/contacts/" + id);
        assertThat(contact.getString("contact.dndSettings.Email.status")).isEqualTo("active");
        assertThat(contact.getString("contact.dndSettings.SMS.status")).isEqualTo("active");
        assertThat(contact.getList("contact.tags")).containsExactlyInAnyOrder("customer", "unsubscribed");
        assertThat(noteOf(payload)).startsWith("Unsubscribed. Why: Too many\n");
    }

    @Test
    void erase_me_waits_for_operator_approval() {
        String id = crm.contact(Map.of("email", "ada@example.com"));
        crm.note(id, "An old note");

        JsonPath payload = submit("erase-me", answers("email", "ada@example.com"));

        assertThat(payload.getString("submission.status")).isEqualTo("PARKED");
        assertThat(payload.getString("submission.reason")).isEqualTo("APPROVAL");
        assertThat(crm.calls("delete-contact")).isZero();
        String submission = payload.getString("submission.id");
        assertThat(Operator.refusal("/submissions/" + submission + "/retry", Map.of(), 409))
                .contains("approve or discard it");
        assertThat(crm.status("/contacts/" + id)).isEqualTo(200);

        JsonPath calls = Operator.get("/submissions/" + submission + "/calls");
        assertThat(calls.getList("calls.kind")).contains("FIND_CONTACT", "DELETE_CONTACT");
        assertThat(calls.getString("calls[0].path")).contains("ada");
        Operator.post("/submissions/" + submission + "/approve", Map.of(), 200);

        JsonPath done = Operator.awaitStatus(submission, "DONE");
        assertThat(done.getString("contactOutcome")).isEqualTo("DELETED");
        assertThat(done.getList("steps.kind")).containsExactly("FIND_CONTACT", "DELETE_CONTACT");
        assertThat(crm.status("/contacts/" + id)).isNotEqualTo(200);
        assertThat(Operator.audit(submission).getList("audit.action")).containsExactly("remove", "look", "approve");
        assertThat(Operator.refusal("/submissions/" + submission + "/approve", Map.of(), 409))
                .contains("there is nothing to approve");
    }

    @Test
    void repeat_of_erase_me_does_not_approve_it() {
        crm.contact(Map.of("email", "ada@example.com"));
        Map<String, Object> form =
                Map.of("form", "erase-me", "answers", answers("email", "ada@example.com"), "idempotencyKey", "k");
        Ask.submit(crm, form);

        JsonPath repeat = Ask.submit(crm, form);

        assertThat(repeat.getString("submission.status")).isEqualTo("PARKED");
        assertThat(repeat.getBoolean("submission.replayed")).isTrue();
        assertThat(crm.calls("delete-contact")).isZero();
    }

    @Test
    void unknown_form_is_a_user_error() {
        JsonPath payload = submit("lead-captur", answers("email", "a@b.co"));

        assertThat(payload.getList("userErrors.code")).containsExactly("UNKNOWN");
        assertThat(payload.getList("userErrors[0].path")).containsExactly("input", "form");
    }

    @Test
    void forms_query_returns_questions() {
        JsonPath answer = Ask.query("{ forms { name title answers { name type label required options } } }", Map.of());

        assertThat(answer.getList("data.forms.name"))
                .containsExactly("demo", "erase-me", "lead-capture", "service-request", "unsubscribe");
        assertThat(answer.getMap("data.forms[3].answers[3]"))
                .containsEntry("name", "service")
                .containsEntry("type", "CHOICE")
                .containsEntry("label", "What is it about?")
                .containsEntry("required", true)
                .containsEntry("options", List.of("kitchen", "bathroom", "whole house", "commercial"));
    }

    private JsonPath submit(String form, List<Map<String, Object>> answers) {
        return Ask.submit(crm, Map.of("form", form, "answers", answers));
    }

    private String noteOf(JsonPath payload) {
        return crm.get("/contacts/" + payload.getString("submission.contactId") + "/notes")
                .getString("notes[0].body");
    }

    private List<String> tagsOf(JsonPath payload) {
        return crm.get("/contacts/" + payload.getString("submission.contactId")).getList("contact.tags");
    }
}
