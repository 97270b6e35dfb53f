package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.TestCrm.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ghl.gateway.contact.draft.NoteChanges;
import ghl.gateway.contact.draft.NoteDraft;
import ghl.gateway.contact.draft.TaskChanges;
import ghl.gateway.contact.draft.TaskDraft;
import ghl.gateway.fixture.Patience;
import ghl.gateway.highlevel.FaultyUpstream.Received;
import ghl.gateway.highlevel.call.UpstreamException;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact requests of each operation: the vendor refuses unknown names. */
@QuarkusTest
class RequestTest {

    private static final FaultyUpstream UPSTREAM = new FaultyUpstream();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant DUE = Instant.parse("2026-03-01T09:30:00Z");

    private final HighLevel crm = TestCrm.highLevel(UPSTREAM.url());

    @AfterAll
    static void stop() {
        UPSTREAM.close();
    }

    @BeforeEach
    void forget() {
        UPSTREAM.reset();
    }

    @ParameterizedTest
    @EnumSource
    void every_call_carries_token_version_and_agent(Operation operation) {
        Received request = request(operation);

        assertThat(request.headers().get("Authorization")).isEqualTo("Bearer " + TestCrm.TOKEN);
        assertThat(request.headers().get("Version")).isEqualTo("2021-07-28");
        assertThat(request.headers().get("User-Agent")).isEqualTo("test-agent/1");
        assertThat(request.headers().get("Accept")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SEARCH        | POST   | /contacts/search
                    DUPLICATE     | GET    | /contacts/search/duplicate?locationId=location000000000001&email=a%40b.co
                    OF_BUSINESS   | GET    | /contacts/business/b1?locationId=location000000000001&limit=20&skip=0
                    LIST          | GET    | /contacts/?locationId=location000000000001&limit=20
                    CONTACT       | GET    | /contacts/c1
                    CREATE        | POST   | /contacts/
                    UPDATE        | PUT    | /contacts/c1
                    DELETE        | DELETE | /contacts/c1
                    UPSERT        | POST   | /contacts/upsert
                    TASKS         | GET    | /contacts/c1/tasks
                    TASK          | GET    | /contacts/c1/tasks/t1
                    CREATE_TASK   | POST   | /contacts/c1/tasks
                    UPDATE_TASK   | PUT    | /contacts/c1/tasks/t1
                    COMPLETE_TASK | PUT    | /contacts/c1/tasks/t1/completed
                    DELETE_TASK   | DELETE | /contacts/c1/tasks/t1
                    NOTES         | GET    | /contacts/c1/notes
                    NOTE          | GET    | /contacts/c1/notes/n1
                    CREATE_NOTE   | POST   | /contacts/c1/notes
                    UPDATE_NOTE   | PUT    | /contacts/c1/notes/n1
                    DELETE_NOTE   | DELETE | /contacts/c1/notes/n1
                    ADD_TAGS      | POST   | /contacts/c1/tags
                    REMOVE_TAGS   | DELETE | /contacts/c1/tags
                    APPOINTMENTS  | GET    | /contacts/c1/appointments
                    GET_LOCATION  | GET    | /locations/location000000000001
                    CUSTOM_FIELDS | GET    | /locations/location000000000001/customFields?model=contact
                    """)
    void every_call_has_the_method_and_path_of_its_operation(Operation operation, String method, String uri) {
        Received request = request(operation);

        assertThat(request.method() + " " + request.uri()).isEqualTo(method + " " + uri);
    }

    @Test
    void ids_are_escaped_in_the_path() {
        UPSTREAM.answers(200, Operation.CONTACT.healthyAnswer());

        crm.contact(LOCATION, "c1/../../locations/x?a=b").await().atMost(Patience.LIMIT);

        assertThat(UPSTREAM.last().uri()).isEqualTo("/contacts/c1%2F..%2F..%2Flocations%2Fx%3Fa=b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "."})
    void id_of_dots_is_not_found_and_never_sent(String dots) {
        assertThat(crm.contact(LOCATION, dots).await().atMost(Patience.LIMIT)).isNull();
        assertThat(crm.task(LOCATION, dots, "t1").await().atMost(Patience.LIMIT))
                .isNull();
        assertThatThrownBy(() -> crm.deleteTask(LOCATION, "c1", dots).await().atMost(Patience.LIMIT))
                .isInstanceOf(UpstreamException.NotFound.class);
        assertThat(UPSTREAM.received()).isEmpty();
    }

    @Test
    void phone_number_keeps_its_plus() {
        UPSTREAM.answers(200, "{}");

        crm.contactByEmailOrPhone(LOCATION, null, "+15550001").await().atMost(Patience.LIMIT);

        assertThat(UPSTREAM.last().uri())
                .isEqualTo("/contacts/search/duplicate?locationId=" + LOCATION + "&number=%2B15550001");
    }

    @Test
    void new_contact_is_sent_with_its_location_and_without_tags() {
        UPSTREAM.answers(201, Operation.CREATE.healthyAnswer());

        crm.createContact(LOCATION, Drafts.full()).await().atMost(Patience.LIMIT);

        assertBody("""
                {"locationId":"location000000000001","firstName":"Ada","lastName":"Lovelace","name":"Ada Lovelace",
                 "email":"ada@example.com","phone":"+15550001","companyName":"Engines Ltd","address1":"1 Main St",
                 "city":"London","state":"LDN","postalCode":"W1","country":"GB","website":"https://example.com",
                 "timezone":"Europe/London","gender":"female","source":"web form","assignedTo":"user1",
                 "dateOfBirth":"1815-12-10","dnd":false,"dndSettings":{"Email":{"status":"inactive"}},
                 "customFields":[{"id":"text","field_value":"slate"},{"id":"number","field_value":12.50},
                                 {"id":"list","field_value":["a","b"]},{"id":"cleared","field_value":""}]}""");
    }

    @Test
    void upsert_sends_the_same_body_as_create() {
        UPSTREAM.answers(200, Operation.UPSERT.healthyAnswer());
        crm.createContact(LOCATION, Drafts.full()).await().atMost(Patience.LIMIT);
        String creation = UPSTREAM.last().body();

        crm.upsertContact(LOCATION, Drafts.full()).await().atMost(Patience.LIMIT);

        assertThat(UPSTREAM.last().body()).isEqualTo(creation);
    }

    @Test
    void update_leaves_out_fields_that_the_crm_refuses() {
        UPSTREAM.answers(200, Operation.UPDATE.healthyAnswer());

        crm.updateContact(LOCATION, "c1", Drafts.full()).await().atMost(Patience.LIMIT);

        assertThat(body().fieldNames())
                .toIterable()
                .contains("firstName", "customFields")
                .doesNotContain("locationId", "gender", "companyName", "tags");
    }

    @Test
    void untouched_draft_sends_an_empty_body() {
        UPSTREAM.answers(200, Operation.UPDATE.healthyAnswer());

        crm.updateContact(LOCATION, "c1", Drafts.untouched()).await().atMost(Patience.LIMIT);

        assertBody("{}");
    }

    @Test
    void cleared_field_is_null_and_cleared_custom_field_is_empty() {
        UPSTREAM.answers(200, Operation.UPDATE.healthyAnswer());

        crm.updateContact(LOCATION, "c1", Drafts.cleared()).await().atMost(Patience.LIMIT);

        assertBody("""
                {"firstName":null,"lastName":null,"dateOfBirth":null,
                 "customFields":[{"id":"f1","field_value":""}]}""");
    }

    @Test
    void new_task_is_sent_without_missing_fields() {
        UPSTREAM.answers(201, Operation.CREATE_TASK.healthyAnswer());

        crm.createTask(LOCATION, "c1", new TaskDraft("Call back", null, DUE, false, null))
                .await()
                .atMost(Patience.LIMIT);

        assertBody("{\"title\":\"Call back\",\"dueDate\":\"2026-03-01T09:30:00Z\",\"completed\":false}");
    }

    @Test
    void task_changes_distinguish_untouched_and_cleared() {
        UPSTREAM.answers(200, Operation.UPDATE_TASK.healthyAnswer());

        crm.updateTask(
                        LOCATION,
                        "c1",
                        "t1",
                        new TaskChanges(null, Optional.empty(), Optional.of(DUE), Optional.of(true), Optional.empty()))
                .await()
                .atMost(Patience.LIMIT);

        assertBody("{\"body\":null,\"dueDate\":\"2026-03-01T09:30:00Z\",\"completed\":true,\"assignedTo\":null}");
    }

    @Test
    void completing_a_task_sends_completed_only() {
        request(Operation.COMPLETE_TASK);

        assertBody("{\"completed\":true}");
    }

    @Test
    void new_note_is_sent_with_all_fields() {
        UPSTREAM.answers(201, Operation.CREATE_NOTE.healthyAnswer());

        crm.createNote(LOCATION, "c1", new NoteDraft("Called", "Summary", "#FFAA00", true, "user1"))
                .await()
                .atMost(Patience.LIMIT);

        assertBody("""
                {"body":"Called","title":"Summary","color":"#FFAA00","pinned":true,"userId":"user1"}""");
    }

    @Test
    void note_changes_distinguish_untouched_and_cleared() {
        UPSTREAM.answers(200, Operation.UPDATE_NOTE.healthyAnswer());

        crm.updateNote(
                        LOCATION,
                        "c1",
                        "n1",
                        new NoteChanges(Optional.of("New"), Optional.empty(), null, Optional.of(false), null))
                .await()
                .atMost(Patience.LIMIT);

        assertBody("{\"body\":\"New\",\"title\":null,\"pinned\":false}");
    }

    @Test
    void added_tags_are_sent() {
        request(Operation.ADD_TAGS);

        assertBody("{\"tags\":[\"new\"]}");
    }

    @Test
    void removed_tags_are_sent_in_the_body_of_the_delete() {
        request(Operation.REMOVE_TAGS);

        assertThat(UPSTREAM.last().method()).isEqualTo("DELETE");
        assertThat(UPSTREAM.last().headers().get("Content-Type")).startsWith("application/json");
        assertBody("{\"tags\":[\"old\"]}");
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTACT", "DELETE", "TASKS", "DELETE_TASK", "DELETE_NOTE", "LIST"})
    void other_calls_have_no_body(Operation operation) {
        assertThat(request(operation).body()).isEmpty();
    }

    @Test
    void base_url_can_have_a_path() {
        HighLevel below = TestCrm.highLevel(UPSTREAM.url().resolve("/sandbox/"));
        UPSTREAM.answers(200, Operation.LIST.healthyAnswer());

        Operation.LIST.on(below).await().atMost(Patience.LIMIT);

        assertThat(UPSTREAM.last().uri()).isEqualTo("/sandbox/contacts/?locationId=" + LOCATION + "&limit=20");
    }

    @Test
    void nothing_is_sent_before_subscription() {
        List.of(Operation.values()).forEach(operation -> operation.on(crm));

        assertThat(UPSTREAM.received()).isEmpty();
    }

    private Received request(Operation operation) {
        UPSTREAM.answers(200, operation.healthyAnswer());
        operation.on(crm).await().atMost(Patience.LIMIT);
        return UPSTREAM.last();
    }

    private static void assertBody(String expected) {
        assertThat(body()).isEqualTo(json(expected));
    }

    private static JsonNode body() {
        return json(UPSTREAM.last().body());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (java.io.IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}
