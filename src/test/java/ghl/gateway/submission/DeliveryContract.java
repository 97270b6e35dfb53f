package ghl.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** What becomes of a submission when the CRM fails on the way. */
abstract class DeliveryContract {

    private static final Map<String, Object> ADA = Map.of("email", "ada@example.com");

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = Crm.fresh();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create-task", "create-note"})
    void what_a_lost_answer_made_is_found_again_and_not_made_twice(String operation) {
        crm.fault(Map.of("operation", operation, "dropAnswer", true));

        JsonPath payload = submitTasksAndNotes();

        isWhollyThere(payload);
        assertThat(crm.calls(operation)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create-task", "create-note", "upsert-contact", "add-tags"})
    void what_a_failed_call_did_not_make_is_made(String operation) {
        crm.fault(Map.of("operation", operation, "status", 503, "when", "before"));

        isWhollyThere(submitTasksAndNotes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"create-task", "create-note"})
    void what_the_crm_refuses_and_does_all_the_same_is_done(String operation) {
        crm.fault(Map.of(
                "operation", operation, "status", 422, "when", "after", "body", Map.of("message", List.of("no"))));

        JsonPath payload = submitTasksAndNotes();

        isWhollyThere(payload);
        assertThat(payload.getList("submission.warnings.code")).containsExactly("DONE_DESPITE_REFUSAL");
    }

    @Test
    void what_was_refused_and_done_later_than_seen_is_not_done_again() {
        crm = Crm.with(Map.of("listLagMs", 200));
        crm.fault(Map.of(
                "operation", "create-note", "status", 422, "when", "after", "body", Map.of("message", List.of("no"))));

        JsonPath payload = Ask.submit(crm, patiently(Map.of("contact", ADA, "notes", Map.of("body", "y"))));

        assertThat(payload.getString("submission.status")).isEqualTo("DONE");
        assertThat(crm.calls("create-note")).isEqualTo(1);
    }

    @Test
    void a_refused_creation_is_looked_for_before_it_is_tried_again() {
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
    void a_quoted_marker_is_not_taken_for_ones_own() {
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
    void a_created_contact_whose_answer_was_lost_is_taken_for_it() {
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
    void nobody_guesses_whether_a_contact_was_created_where_duplicates_are_allowed() {
        crm = Crm.with(Map.of("allowDuplicateContact", true));
        crm.contact(Map.of("email", "ada@example.com", "dateAdded", "2024-01-01T00:00:00Z"));
        crm.fault(Map.of("operation", "create-contact", "status", 503, "when", "before"));

        JsonPath payload = Ask.submit(crm, patiently(Map.of("contactPolicy", "CREATE_ONLY", "contact", ADA)));

        assertThat(payload.getString("submission.status")).isEqualTo("PARKED");
        assertThat(payload.getString("submission.reason")).isEqualTo("UNSURE");
        assertThat(crm.calls("create-contact")).as("calls after the lost one").isZero();
    }

    @Test
    void a_refused_token_makes_it_wait_for_an_operator() {
        crm.fault(Map.of("operation", "add-tags", "status", 401, "body", Map.of("message", "Invalid JWT")));

        JsonPath payload = Ask.submit(crm, Map.of("contact", ADA, "tags", List.of("a"), "notes", Map.of("body", "y")));

        assertThat(payload.getString("submission.status")).isEqualTo("WAITING");
        assertThat(payload.getString("submission.waitingFor")).isEqualTo("CREDENTIALS");
        assertThat(payload.getList("submission.steps.status")).containsExactly("DONE", "TODO", "TODO");
    }

    @Test
    void spent_calls_are_waited_for_as_long_as_the_crm_says() {
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
    void what_took_effect_late_is_deleted_again() {
        crm.fault(Map.of("operation", "create-note", "applyLateMs", 900, "dropAnswer", true));

        JsonPath payload = Ask.submit(crm, patiently(Map.of("contact", ADA, "notes", Map.of("body", "y"))));
        String notes = "/contacts/" + payload.getString("submission.contactId") + "/notes";

        await().until(() -> crm.calls("delete-note") == 1);
        assertThat(crm.get(notes).getList("notes.id")).containsExactly(payload.getString("notes[0].id"));
    }

    @Test
    void a_lost_answer_is_told_as_unsure_while_nobody_has_seen_its_effect() {
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
