package ghl.gateway.submission;

import static ghl.gateway.fixture.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Delivery while the CRM fails. */
abstract class DeliveryContract {

    private static final Map<String, Object> ADA = Map.of("email", "ada@example.com");

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = Crm.fresh();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create-task", "create-note"})
    void record_of_a_lost_answer_is_found_by_the_probe_and_not_created_twice(String operation) {
        crm.fault(Map.of("operation", operation, "dropAnswer", true));

        JsonPath payload = submitTasksAndNotes();

        isWhollyThere(payload);
        assertThat(crm.calls(operation)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create-task", "create-note", "upsert-contact", "add-tags"})
    void failed_call_without_effect_is_retried(String operation) {
        crm.fault(Map.of("operation", operation, "status", 503, "when", "before"));

        isWhollyThere(submitTasksAndNotes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"create-task", "create-note"})
    void refused_call_with_effect_counts_as_done(String operation) {
        crm.fault(Map.of(
                "operation", operation, "status", 422, "when", "after", "body", Map.of("message", List.of("no"))));

        JsonPath payload = submitTasksAndNotes();

        isWhollyThere(payload);
        assertThat(payload.getList("submission.warnings.code")).containsExactly("DONE_DESPITE_REFUSAL");
    }

    @Test
    void refused_call_with_effect_after_the_probe_is_not_repeated() {
        crm = Crm.with(Map.of("listLagMs", 200));
        crm.fault(Map.of(
                "operation", "create-note", "status", 422, "when", "after", "body", Map.of("message", List.of("no"))));

        JsonPath payload = Ask.submit(crm, patiently(Map.of("contact", ADA, "notes", Map.of("body", "y"))));

        assertThat(payload.getString("submission.status")).isEqualTo("DONE");
        assertThat(crm.calls("create-note")).isEqualTo(1);
    }

    @Test
    void refused_creation_is_probed_before_the_retry() {
        crm.fault(Map.of("operation", "create-note", "status", 422, "body", Map.of("message", List.of("no"))));
        Map<String, Object> form =
                new HashMap<>(patiently(Map.of("contact", ADA, "notes", Map.of("body", "y"), "idempotencyKey", "k")));

        JsonPath refused = Ask.submit(crm, form);
        int looks = crm.calls("get-all-notes");
        JsonPath repeated = Ask.submit(crm, form);

        assertThat(refused.getString("submission.reason")).isEqualTo("REFUSED");
        assertThat(repeated.getString("submission.status")).isEqualTo("DONE");
        assertThat(crm.calls("get-all-notes")).isGreaterThan(looks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create-task", "create-note"})
    void markers_are_recognised_in_html(String operation) {
        crm = Crm.with(Map.of("htmlBodies", true));
        crm.fault(Map.of("operation", operation, "dropAnswer", true));

        JsonPath payload = submitTasksAndNotes();

        assertThat(payload.getString("submission.status")).isEqualTo("DONE");
        assertThat(crm.calls(operation)).isEqualTo(2);
    }

    @Test
    void quoted_marker_is_not_mistaken_for_the_record() {
        JsonPath first = Ask.submit(crm, Map.of("contact", ADA, "notes", Map.of("body", "first")));
        String quoted = crm.get("/contacts/" + first.getString("submission.contactId") + "/notes")
                .getString("notes[0].body");
        crm.fault(Map.of("operation", "create-note", "status", 503, "when", "before"));

        JsonPath second =
                Ask.submit(crm, patiently(Map.of("contact", ADA, "notes", Map.of("body", "They wrote:\n" + quoted))));

        assertThat(second.getString("submission.status")).isEqualTo("DONE");
        assertThat(second.getString("notes[0].body")).startsWith("They wrote:\nfirst\nref ");
        assertThat(crm.get("/contacts/" + second.getString("submission.contactId") + "/notes")
                        .getList("notes"))
                .hasSize(2);
    }

    @Test
    void created_contact_with_lost_answer_is_assumed_created() {
        crm.fault(Map.of("operation", "create-contact", "dropAnswer", true));

        JsonPath payload = Ask.submit(
                crm, patiently(Map.of("contactPolicy", "CREATE_ONLY", "contact", ADA, "tags", List.of("new"))));

        assertThat(payload.getString("submission.status")).isEqualTo("DONE");
        assertThat(payload.getString("submission.contactOutcome")).isEqualTo("CREATED");
        assertThat(payload.getList("submission.warnings.code")).containsExactly("ASSUMED_CREATED");
        assertThat(crm.get("/contacts/?locationId={location}").getList("contacts"))
                .hasSize(1);
    }

    @Test
    void lost_contact_creation_with_duplicates_allowed_is_unsure() {
        crm = Crm.with(Map.of("allowDuplicateContact", true));
        crm.contact(Map.of("email", "ada@example.com", "dateAdded", "2024-01-01T00:00:00Z"));
        crm.fault(Map.of("operation", "create-contact", "status", 503, "when", "before"));

        JsonPath payload = Ask.submit(crm, patiently(Map.of("contactPolicy", "CREATE_ONLY", "contact", ADA)));

        assertThat(payload.getString("submission.status")).isEqualTo("PARKED");
        assertThat(payload.getString("submission.reason")).isEqualTo("UNSURE");
        assertThat(crm.calls("create-contact")).as("calls after the lost one").isZero();
    }

    @Test
    void rejected_token_makes_the_submission_wait_for_credentials() {
        crm.fault(Map.of("operation", "add-tags", "status", 401, "body", Map.of("message", "Invalid JWT")));

        JsonPath payload = Ask.submit(crm, Map.of("contact", ADA, "tags", List.of("a"), "notes", Map.of("body", "y")));

        assertThat(payload.getString("submission.status")).isEqualTo("WAITING");
        assertThat(payload.getString("submission.waitingFor")).isEqualTo("CREDENTIALS");
        assertThat(payload.getList("submission.steps.status")).containsExactly("DONE", "TODO", "TODO");
    }

    @Test
    void rate_limited_step_waits_as_long_as_the_crm_says() {
        crm.fault(Map.of(
                "operation", "add-tags", "status", 429, "headers", Map.of("X-RateLimit-Interval-Milliseconds", "400")));

        JsonPath payload =
                Ask.submit(crm, patiently(Map.of("contact", ADA, "tags", List.of("a"), "notes", Map.of("body", "y"))));

        assertThat(payload.getString("submission.status")).isEqualTo("DONE");
        assertThat(crm.get("/contacts/" + payload.getString("submission.contactId"))
                        .getList("contact.tags"))
                .containsExactly("a");
        assertThat(crm.calls("upsert-contact"))
                .as("a finished step is not run again")
                .isEqualTo(1);
    }

    @Test
    void late_duplicate_is_deleted() {
        crm.fault(Map.of("operation", "create-note", "applyLateMs", 900, "dropAnswer", true));

        JsonPath payload = Ask.submit(crm, patiently(Map.of("contact", ADA, "notes", Map.of("body", "y"))));
        String notes = "/contacts/" + payload.getString("submission.contactId") + "/notes";

        await().until(() -> crm.calls("delete-note") == 1);
        assertThat(crm.get(notes).getList("notes.id")).containsExactly(payload.getString("notes[0].id"));
    }

    @Test
    void lost_answer_is_unsure_until_the_probe_succeeds() {
        crm.fault(Map.of("operation", "create-task", "dropAnswer", true));
        crm.fault(Map.of("operation", "get-all-tasks", "status", 503, "when", "before", "times", 1000));

        String id = Ask.submit(crm, Map.of("contact", ADA, "tasks", Map.of("title", "x"), "wait", "PT0S"))
                .getString("submission.id");

        await().until(() -> statuses(id).equals(List.of("DONE", "UNSURE")));
    }

    private static List<String> statuses(String id) {
        return Ask.query("query($id: ID!) { submission(id: $id) { steps { status } } }", Map.of("id", id))
                .getList("data.submission.steps.status");
    }

    private JsonPath submitTasksAndNotes() {
        return Ask.submit(
                crm,
                patiently(Map.of(
                        "contact", ADA,
                        "tags", List.of("lead"),
                        "tasks", List.of(Map.of("title", "same"), Map.of("title", "same")),
                        "notes", List.of(Map.of("body", "same"), Map.of("body", "same")))));
    }

    private static Map<String, Object> patiently(Map<String, Object> form) {
        Map<String, Object> patient = new HashMap<>(form);
        patient.put("wait", "PT10S");
        return patient;
    }

    private void isWhollyThere(JsonPath payload) {
        assertThat(payload.getString("submission.status")).isEqualTo("DONE");
        assertThat(payload.getList("submission.steps.status")).containsOnly("DONE");
        String contact = "/contacts/" + payload.getString("submission.contactId");
        assertThat(crm.get("/contacts/?locationId={location}").getList("contacts"))
                .hasSize(1);
        assertThat(crm.get(contact + "/tasks").getList("tasks.id"))
                .hasSize(2)
                .containsExactlyInAnyOrderElementsOf(payload.getList("tasks.id"));
        assertThat(crm.get(contact + "/notes").getList("notes.id"))
                .hasSize(2)
                .containsExactlyInAnyOrderElementsOf(payload.getList("notes.id"));
        assertThat(crm.get(contact).getList("contact.tags")).containsExactly("lead");
    }
}
