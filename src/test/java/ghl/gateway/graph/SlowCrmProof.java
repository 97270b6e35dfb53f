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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A slow CRM delays a response up to the deadline; fields that are missing by then are null. */
@Tag("proof")
@QuarkusTest
@TestProfile(SlowCrmProof.ShortTimeouts.class)
class SlowCrmProof {

    /** The same timeout for a request as for a single call. */
    public static final class ShortTimeouts implements QuarkusTestProfile {
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
    void slow_nested_list_does_not_delay_others() {
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
    void field_missing_at_request_deadline_times_out() {
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
