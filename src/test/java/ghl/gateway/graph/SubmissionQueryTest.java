package ghl.gateway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries of operators for submissions. */
@QuarkusTest
class SubmissionQueryTest {

    private static final String LIST = """
            query($first: Int, $after: String, $filter: SubmissionFilter) {
              submissions(first: $first, after: $after, filter: $filter) {
                nodes { id status reason steps { kind status } contactId } edges { cursor node { id } } totalCount
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }""";

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = Crm.fresh();
    }

    @Test
    void submission_is_found_by_id() {
        String id = submit("ada@example.com");

        JsonPath found =
                Ask.query("query($id: ID!) { submission(id: $id) { id status contact { email } } }", Map.of("id", id));

        assertThat(found.getString("data.submission.id")).isEqualTo(id);
        assertThat(found.getString("data.submission.contact.email")).isEqualTo("ada@example.com");
    }

    @Test
    void unknown_submission_is_null_without_error() {
        JsonPath answer = Ask.query("{ submission(id: \"nobody\") { id } }", Map.of());

        assertThat(answer.getString("data.submission")).isNull();
        assertThat(answer.getList("errors")).isNull();
    }

    @Test
    void submissions_are_paged_newest_first() {
        List<String> oldestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            oldestFirst.add(submit("person" + i + "@example.com"));
        }

        JsonPath first = list(2, null, Map.of());
        JsonPath second = list(2, first.getString("pageInfo.endCursor"), Map.of());
        JsonPath third = list(2, second.getString("pageInfo.endCursor"), Map.of());

        List<String> seen = new ArrayList<>();
        List.of(third, second, first).forEach(page -> {
            List<String> ids = new ArrayList<>(page.getList("nodes.id"));
            Collections.reverse(ids);
            seen.addAll(ids);
        });
        assertThat(seen).isEqualTo(oldestFirst);
        assertThat(first.getInt("totalCount")).isEqualTo(5);
        assertThat(first.getBoolean("pageInfo.hasNextPage")).isTrue();
        assertThat(first.getBoolean("pageInfo.hasPreviousPage")).isFalse();
        assertThat(second.getBoolean("pageInfo.hasPreviousPage")).isTrue();
        assertThat(third.getBoolean("pageInfo.hasNextPage")).isFalse();
        assertThat(first.getList("nodes[0].steps.kind")).containsExactly("UPSERT_CONTACT");
    }

    @Test
    void person_filter_normalizes_email_and_phone() {
        String ada = submit("Ada@Example.com", "+12125550101");
        submit("bob@example.com", "+12125550102");
        String contactId = list(20, null, Map.of("person", Map.of("email", "ada@example.com")))
                .getString("nodes[0].contactId");

        assertThat(found(Map.of("person", Map.of("email", "ADA@example.com")))).containsExactly(ada);
        assertThat(found(Map.of("person", Map.of("phone", "(212) 555-0101")))).containsExactly(ada);
        assertThat(found(Map.of("person", Map.of("id", contactId)))).containsExactly(ada);
        assertThat(found(Map.of("person", Map.of("email", "nobody@example.com"))))
                .isEmpty();
    }

    @Test
    void status_reason_time_and_form_filter_the_list() {
        String done = submit("ada@example.com");
        crm.fault(Map.of("operation", "upsert-contact", "status", 422, "times", 1, "body", Map.of("message", "no")));
        String parked = submit("bob@example.com");
        Instant later = Instant.now().plusSeconds(60);

        assertThat(found(Map.of("status", "DONE"))).containsExactly(done);
        assertThat(found(Map.of("status", "PARKED", "reason", "REFUSED"))).containsExactly(parked);
        assertThat(found(Map.of("reason", "UNSURE"))).isEmpty();
        assertThat(found(Map.of("createdBefore", later.toString()))).containsExactly(parked, done);
        assertThat(found(Map.of("createdAfter", later.toString()))).isEmpty();
        assertThat(found(Map.of("form", "roof quote"))).isEmpty();
    }

    @Test
    void invalid_argument_is_reported_by_name() {
        String contacts = Ask.query(
                        "query($l: ID) { contacts(first: 1, locationId: $l) { pageInfo { endCursor } } }",
                        Map.of("l", "sbxMainLocation00001"))
                .getString("data.contacts.pageInfo.endCursor");

        assertThat(error(Map.of("first", 0))).isEqualTo("first must be between 1 and 100 (got 0)");
        assertThat(error(Map.of("after", contacts))).isEqualTo("after must be a cursor of this list");
        assertThat(error(Map.of("after", "x"))).startsWith("after is not a cursor");
        assertThat(error(Map.of("filter", Map.of("person", Map.of()))))
                .isEqualTo("person must have exactly one of id, email and phone");
        assertThat(error(Map.of("filter", Map.of("person", Map.of("email", "ada")))))
                .isEqualTo("email is not an e-mail address");
    }

    @Test
    void long_argument_is_rejected_before_it_is_looked_up() {
        String text = "1".repeat(1_001);

        assertThat(Ask.query("query($id: ID!) { submission(id: $id) { id } }", Map.of("id", text))
                        .getString("errors[0].message"))
                .isEqualTo("id must have at most 1000 characters");
        for (Map<String, Object> filter : List.<Map<String, Object>>of(
                Map.of("form", text),
                Map.of("locationId", text),
                Map.of("person", Map.of("id", text)),
                Map.of("person", Map.of("email", text)),
                Map.of("person", Map.of("phone", text)))) {
            assertThat(error(Map.of("filter", filter))).endsWith("must have at most 1000 characters");
        }
    }

    private static String error(Map<String, Object> variables) {
        JsonPath answer = Ask.query(LIST, variables);
        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("INVALID_INPUT");
        return answer.getString("errors[0].message");
    }

    private List<String> found(Map<String, Object> filter) {
        return list(20, null, filter).getList("nodes.id");
    }

    private JsonPath list(int first, String after, Map<String, Object> filter) {
        Map<String, Object> here = new HashMap<>(filter);
        here.put("locationId", crm.locationId());
        Map<String, Object> variables = new HashMap<>(Map.of("first", first, "filter", here));
        variables.put("after", after);
        JsonPath answer = Ask.query(LIST, variables);
        assertThat(answer.getList("errors")).isNull();
        return answer.setRootPath("data.submissions");
    }

    private String submit(String email) {
        return submit(Map.of("email", email));
    }

    private String submit(String email, String phone) {
        return submit(Map.of("email", email, "phone", phone));
    }

    private String submit(Map<String, Object> contact) {
        return Ask.submit(crm, Map.of("contact", contact)).getString("submission.id");
    }
}
