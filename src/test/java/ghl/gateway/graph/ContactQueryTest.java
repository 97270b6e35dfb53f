package ghl.gateway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.contact.UpstreamPosition;
import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.graph.connection.Cursor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ContactQueryTest {

    private static final String CONTACT = """
            query($id: ID!, $location: ID) { contact(id: $id, locationId: $location) {
              id email tags customFields { key name values } tasks { title completed } notes { body }
              appointments { title startTime startsAt } } }""";

    /** A multiple of the page size, three. */
    private static final int PEOPLE = 9;

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = Crm.fresh();
    }

    @Test
    void contact_is_returned_with_nested_lists() {
        String id = crm.contact(Map.of(
                "email", "ada@example.com",
                "tags", List.of("web lead"),
                "customFields", List.of(Map.of("id", crm.customFieldId("contact.roof_type"), "value", "Slate"))));
        crm.task(id, "Call back");
        crm.note(id, "Has two dogs");
        crm.appointment(Map.of(
                "contactId",
                id,
                "title",
                "Visit",
                "startTime",
                "2026-12-03 14:00:00",
                "endTime",
                "2026-12-03 15:00:00"));

        JsonPath contact = contact(id).setRootPath("data.contact");

        assertThat(contact.getString("email")).isEqualTo("ada@example.com");
        assertThat(contact.getList("tags")).containsExactly("web lead");
        assertThat(contact.getString("customFields[0].key")).isEqualTo("roof_type");
        assertThat(contact.getString("customFields[0].name")).isEqualTo("Roof type");
        assertThat(contact.getList("customFields[0].values")).containsExactly("Slate");
        assertThat(contact.getString("tasks[0].title")).isEqualTo("Call back");
        assertThat(contact.getString("notes[0].body")).contains("Has two dogs");
        assertThat(contact.getString("appointments[0].startTime")).isEqualTo("2026-12-03 14:00:00");
        assertThat(contact.getString("appointments[0].startsAt")).isEqualTo("2026-12-03T19:00:00Z");
    }

    @Test
    void missing_contact_is_null_without_error() {
        JsonPath answer = contact("sbxNobodyHere0000001");

        assertThat(answer.getMap("data.contact")).isNull();
        assertThat(answer.getList("errors")).isNull();
    }

    @Test
    void contact_of_another_location_is_null() {
        String foreign = Crm.fresh().contact(Map.of("email", "eve@example.com"));

        assertThat(contact(foreign).getMap("data.contact")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "get-all-tasks, tasks, 500, UPSTREAM_UNAVAILABLE",
        "get-all-notes, notes, 503, UPSTREAM_UNAVAILABLE",
        "get-appointments-for-contact, appointments, 401, UPSTREAM_UNAUTHORIZED",
        "get-all-tasks, tasks, 422, UPSTREAM_REFUSED"
    })
    void failed_list_is_null_with_error_and_others_are_kept(String operation, String field, int status, String code) {
        String id = crm.contact(Map.of("email", "ada@example.com"));
        crm.fault(Map.of("operation", operation, "status", status, "times", 10));

        JsonPath answer = contact(id);

        assertThat(answer.getList("data.contact." + field)).isNull();
        assertThat(answer.getString("data.contact.email")).isEqualTo("ada@example.com");
        assertThat(answer.getMap("data.contact").values())
                .filteredOn(value -> value == null)
                .hasSize(1);
        assertThat(answer.getList("errors")).hasSize(1);
        assertThat(answer.getList("errors[0].path")).containsExactly("contact", field);
        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo(code);
        assertThat(answer.getInt("errors[0].extensions.upstreamStatus")).isEqualTo(status);
    }

    @Test
    void exhausted_daily_quota_is_reported_at_once() {
        String id = crm.contact(Map.of("email", "ada@example.com"));
        crm.fault(Map.of(
                "operation", "get-all-notes", "status", 429, "headers", Map.of("X-RateLimit-Daily-Remaining", "0")));

        JsonPath answer = contact(id);

        assertThat(answer.getList("data.contact.notes")).isNull();
        assertThat(answer.getString("data.contact.email")).isEqualTo("ada@example.com");
        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("RATE_LIMITED");
        assertThat(answer.getInt("errors[0].extensions.upstreamStatus")).isEqualTo(429);
    }

    @Test
    void tasks_are_filtered_by_completed() {
        String id = crm.contact(Map.of("email", "ada@example.com"));
        crm.task(id, "Open one");

        JsonPath answer = Ask.query(
                "query($id: ID!, $l: ID) { contact(id: $id, locationId: $l) { open: tasks(completed: false) { title }"
                        + " done: tasks(completed: true) { title } } }",
                Map.of("id", id, "l", crm.locationId()));

        assertThat(answer.getList("data.contact.open.title")).containsExactly("Open one");
        assertThat(answer.getList("data.contact.done")).isEmpty();
    }

    @Test
    void single_task_and_note_are_found_by_id() {
        String id = crm.contact(Map.of("email", "ada@example.com"));
        crm.task(id, "Call back");
        crm.note(id, "Hello");
        String task = crm.get("/contacts/" + id + "/tasks").getString("tasks[0].id");
        String note = crm.get("/contacts/" + id + "/notes").getString("notes[0].id");

        JsonPath answer = Ask.query("""
                query($c: ID!, $t: ID!, $n: ID!, $l: ID) { task(contactId: $c, id: $t, locationId: $l) { title contactId }
                  note(contactId: $c, id: $n, locationId: $l) { body } none: task(contactId: $c, id: $n, locationId: $l) { id } }""", Map.of("c", id, "t", task, "n", note, "l", crm.locationId()));

        assertThat(answer.getString("data.task.title")).isEqualTo("Call back");
        assertThat(answer.getString("data.note.body")).contains("Hello");
        assertThat(answer.getMap("data.none")).isNull();
        assertThat(answer.getList("errors")).isNull();
    }

    @Test
    void contact_by_requires_exactly_one_of_email_and_phone() {
        String id = crm.contact(Map.of("email", "ada@example.com", "phone", "+12125550101"));

        JsonPath answer = Ask.query("""
                query($l: ID) { byEmail: contactBy(email: "ADA@example.com", locationId: $l) { id }
                  byPhone: contactBy(phone: "+12125550101", locationId: $l) { id }
                  nobody: contactBy(email: "nobody@example.com", locationId: $l) { id }
                  both: contactBy(email: "a@b.co", phone: "+1", locationId: $l) { id } neither: contactBy(locationId: $l) { id } }""", Map.of("l", crm.locationId()));

        assertThat(answer.getString("data.byEmail.id")).isEqualTo(id);
        assertThat(answer.getString("data.byPhone.id")).isEqualTo(id);
        assertThat(answer.getMap("data.nobody")).isNull();
        assertThat(answer.getList("errors.path")).containsExactlyInAnyOrder(List.of("both"), List.of("neither"));
        assertThat(answer.getList("errors.extensions.code")).containsOnly("INVALID_INPUT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first: 3",
                "first: 3, filter: {query: \"example\"}",
                "first: 3, orderBy: {field: EMAIL, direction: ASC}",
                "first: 3, filter: {tags: [\"web\"]}",
                "first: 3, filter: {businessId: \"5f0a5e5f5f0a5e5f5f0a5e5f\"}"
            })
    void cursors_page_through_list_without_gap_or_repeat(String arguments) {
        for (int i = 0; i < PEOPLE; i++) {
            crm.contact(Map.of(
                    "email",
                    "p" + i + "@example.com",
                    "tags",
                    List.of("web"),
                    "businessId",
                    "5f0a5e5f5f0a5e5f5f0a5e5f"));
        }

        List<String> emails = new ArrayList<>();
        List<String> cursors = new ArrayList<>();
        String after = "";
        boolean more = true;
        int pages = 0;
        while (more) {
            pages++;
            JsonPath page = Ask.query(
                            "query($l: ID) { contacts(" + arguments + after + ", locationId: $l) {"
                                    + " edges { cursor node { email } } totalCount pageInfo { hasNextPage hasPreviousPage endCursor } } }",
                            Map.of("l", crm.locationId()))
                    .setRootPath("data.contacts");
            assertThat(page.getInt("totalCount")).isEqualTo(PEOPLE);
            assertThat(page.getBoolean("pageInfo.hasPreviousPage")).isEqualTo(!after.isEmpty());
            emails.addAll(page.getList("edges.node.email"));
            cursors.addAll(page.getList("edges.cursor"));
            more = page.getBoolean("pageInfo.hasNextPage");
            after = ", after: \"" + page.getString("pageInfo.endCursor") + "\"";
            assertThat(emails).as("paging ends").hasSizeLessThanOrEqualTo(PEOPLE);
        }

        assertThat(emails).hasSize(PEOPLE).doesNotHaveDuplicates();
        assertThat(pages).as("a full last page reports that it is the last").isEqualTo(PEOPLE / 3);
        assertThat(cursors).doesNotHaveDuplicates();
    }

    @Test
    void list_equals_the_rest_endpoints() {
        for (int i = 0; i < 20; i++) {
            String id = crm.contact(Map.of("email", "p" + i + "@example.com", "firstName", "Person " + i));
            crm.task(id, "Task of " + i);
            crm.note(id, "Note of " + i);
            crm.appointment(Map.of("contactId", id, "title", "Visit " + i, "startTime", "2026-12-03 14:00:00"));
        }

        JsonPath nodes = Ask.query(
                        "query($l: ID) { contacts(first: 20, locationId: $l) { nodes { id email"
                                + " tasks { id title dueDate completed } notes { id body } appointments { id title startTime } } } }",
                        Map.of("l", crm.locationId()))
                .setRootPath("data.contacts.nodes");

        assertThat(nodes.getList("id")).hasSize(20);
        for (int i = 0; i < 20; i++) {
            String at = "[" + i + "].";
            String path = "/contacts/" + nodes.getString(at + "id");
            assertThat(nodes.getString(at + "email")).isEqualTo(crm.get(path).getString("contact.email"));
            JsonPath tasks = crm.get(path + "/tasks");
            assertThat(nodes.getList(at + "tasks.id")).isEqualTo(tasks.getList("tasks.id"));
            assertThat(nodes.getList(at + "tasks.title")).isEqualTo(tasks.getList("tasks.title"));
            JsonPath notes = crm.get(path + "/notes");
            assertThat(nodes.getList(at + "notes.id")).isEqualTo(notes.getList("notes.id"));
            assertThat(nodes.getList(at + "notes.body")).isEqualTo(notes.getList("notes.body"));
            JsonPath events = crm.get(path + "/appointments");
            assertThat(nodes.getList(at + "appointments.id")).isEqualTo(events.getList("events.id"));
            assertThat(nodes.getList(at + "appointments.startTime")).isEqualTo(events.getList("events.startTime"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first: 0",
                "first: 101",
                "after: \"nonsense\"",
                "filter: {addedAfter: \"yesterday\"}",
                "filter: {query: \"0123456789012345678901234567890123456789012345678901234567890123456789012345\"}",
                "filter: {businessId: \"b\", tags: [\"x\"]}",
                "filter: {businessId: \"b\"}, orderBy: {field: EMAIL}",
                "filter: {businessId: \"../b\"}",
                "filter: {assignedTo: \"{}\"}"
            })
    void invalid_list_arguments_are_rejected(String arguments) {
        JsonPath answer = Ask.query("{ contacts(" + arguments + ") { totalCount } }", Map.of());

        assertThat(answer.getMap("data.contacts")).isNull();
        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("INVALID_INPUT");
    }

    /** The CRM rejects it or closes the connection, which would count as its failure and finally open the circuit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "contact(id: $long)",
                "contactBy(email: $long)",
                "contacts(filter: {email: $long})",
                "contacts(filter: {source: $long})",
                "contacts(filter: {tags: [$long]})",
                "contacts(after: $long)",
                "contacts(locationId: $long)"
            })
    void long_text_is_rejected_without_upstream_call(String field) {
        JsonPath answer = Ask.query(
                "query($long: " + (field.contains("d: $long") ? "ID!" : "String!") + ") { it: " + field
                        + " { __typename } }",
                Map.of("long", "x".repeat(100_000)));

        assertThat(answer.getString("errors[0].extensions.code")).isIn("INVALID_INPUT", "FORBIDDEN");
        assertThat(answer.getInt("extensions.highlevel.calls")).isZero();
    }

    /** Read as a number of seconds, in time that grows with the square of its length. */
    @Test
    void long_digits_are_not_a_time() {
        assertNotATime("0".repeat(200) + ".7");
    }

    /** The CRM would answer with an error of its own, which counts against the location. */
    @ParameterizedTest
    @ValueSource(
            strings = {"+1000000000-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "1e18"})
    void time_outside_the_calendar_is_rejected_without_upstream_call(String time) {
        assertNotATime(time);
    }

    private static void assertNotATime(String time) {
        JsonPath answer = Ask.query(
                "query($time: DateTime) { contacts(filter: {addedAfter: $time}) { totalCount } }",
                Map.of("time", time));

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("INVALID_INPUT");
        assertThat(answer.getInt("extensions.highlevel.calls")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "first: 1, list, 1, ../x",
        "'first: 1, orderBy: {field: EMAIL}', search, [1], \"x\"",
        "'first: 1, orderBy: {field: EMAIL}', search, 1, {}"
    })
    void cursor_with_a_forged_value_is_rejected_without_upstream_call(
            String arguments, String list, String first, String second) {
        String cursor = Cursor.pack(new UpstreamPosition(list, List.of(first, second)));

        JsonPath answer =
                Ask.query("{ contacts(" + arguments + ", after: \"" + cursor + "\") { totalCount } }", Map.of());

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("INVALID_INPUT");
        assertThat(answer.getInt("extensions.highlevel.calls")).isZero();
    }

    @Test
    void too_many_tags_are_rejected() {
        JsonPath answer = Ask.query(
                "query($tags: [String!]) { contacts(filter: {tags: $tags}) { totalCount } }",
                Map.of("tags", Collections.nCopies(51, "tag")));

        assertThat(answer.getString("errors[0].message")).isEqualTo("filter.tags must have at most 50 tags");
    }

    @Test
    void null_page_size_means_default() {
        assertThat(Ask.query("{ contacts(first: null) { nodes { id } } }", Map.of())
                        .getList("data.contacts.nodes"))
                .hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contact(id: \"\")",
                "task(contactId: \"sbxContactAda0000001\", id: \" \")",
                "note(contactId: \"\", id: \"x\")",
                "contact(id: \"..\")",
                "contact(id: \"x?y\")",
                "task(contactId: \"..\", id: \"x\")",
                "note(contactId: \"sbxContactAda0000001\", id: \"x;y\")",
                "contactBy(email: \"\")",
                "contactBy(phone: \"212 555 0101\")"
            })
    void empty_or_malformed_argument_is_rejected(String field) {
        JsonPath answer = Ask.query("{ it: " + field + " { id } }", Map.of());

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("INVALID_INPUT");
    }

    @Test
    void quota_costs_no_call() {
        String id = crm.contact(Map.of("email", "ada@example.com"));
        contact(id);
        Map<String, Object> location = Map.of("l", crm.locationId());

        int before = Ask.query("query($l: ID) { quota(locationId: $l) { remaining dailyRemaining } }", location)
                .getInt("data.quota.dailyRemaining");
        int after = Ask.query("query($l: ID) { quota(locationId: $l) { remaining dailyRemaining } }", location)
                .getInt("data.quota.dailyRemaining");

        assertThat(before).isBetween(199_900, 199_999);
        assertThat(after).isEqualTo(before);
    }

    private JsonPath contact(String id) {
        return Ask.query(CONTACT, Map.of("id", id, "location", crm.locationId()));
    }
}
