package ghl.gateway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks a slow CRM gets what there is, in a time that is known. */
@QuarkusTest
@TestProfile(SlowCrmTest.Impatience.class)
class SlowCrmTest {

    /** As much for a whole request as for one call. */
    public static final class Impatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("highlevel.timeout", "3s", "highlevel.read.timeout", "3s");
        }
    }

    private static final String LISTS = " id tasks { title } notes { body } appointments { title } ";

    private Crm crm;

    @BeforeEach
    void givenALocation() {
        crm = Crm.fresh();
    }

    @Test
    void a_slow_nested_list_does_not_hold_the_others() {
        for (int number = 0; number < 3; number++) {
            String id = crm.contact(Map.of("email", "c" + number + "@example.com"));
            crm.task(id, "Call");
            crm.note(id, "Met");
        }
        crm.fault(Map.of("operation", "get-all-notes", "delayMs", 5_000, "times", 1));

        JsonPath answer = Ask.query(
                "query($l: ID) { contacts(locationId: $l) { nodes {" + LISTS + "} } }", Map.of("l", crm.locationId()));

        assertThat(answer.getList("data.contacts.nodes.tasks.title.flatten()"))
                .containsOnly("Call")
                .hasSize(3);
        assertThat(answer.getList("data.contacts.nodes.appointments"))
                .hasSize(3)
                .doesNotContainNull();
        assertThat(answer.getList("data.contacts.nodes.notes.findAll { it != null }.body.flatten()"))
                .containsExactly("Met", "Met");
        assertThat(answer.getList("errors.extensions.code")).containsExactly("TIMEOUT");
        assertThat(answer.getList("errors[0].path")).contains("notes");
    }

    @Test
    void what_is_not_there_when_the_requests_time_is_over_has_timed_out() {
        String id = crm.contact(Map.of("email", "ada@example.com"));
        crm.fault(Map.of("operation", "get-contact", "delayMs", 1_000));
        crm.fault(Map.of("operation", "get-all-tasks", "delayMs", 2_700));

        JsonPath answer = Ask.query(
                "query($id: ID!, $l: ID) { contact(id: $id, locationId: $l) {" + LISTS + "} }",
                Map.of("id", id, "l", crm.locationId()));

        assertThat(answer.getString("data.contact.id")).isEqualTo(id);
        assertThat(answer.getList("data.contact.notes")).isEmpty();
        assertThat(answer.getList("data.contact.tasks")).isNull();
        assertThat(answer.getList("errors.extensions.code")).containsExactly("TIMEOUT");
        assertThat(answer.getBoolean("errors[0].extensions.retryable")).isTrue();
    }
}
