package ghl.gateway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Number of upstream calls of a query. */
@QuarkusTest
class CallCountTest {

    private static final int CONTACTS = 20;

    private Crm crm;

    @BeforeEach
    void givenTwentyContacts() {
        crm = Crm.fresh();
        for (int i = 0; i < CONTACTS; i++) {
            String id = crm.contact(Map.of("email", "c" + i + "@example.com"));
            crm.task(id, "Call " + i);
        }
    }

    @Test
    void repeated_query_costs_no_calls() {
        JsonPath first = list();
        int calls = crm.reads();

        JsonPath second = list();

        assertThat(first.getList("errors")).isNull();
        assertThat(second.getMap("data").equals(first.getMap("data"))).isTrue();
        assertThat(crm.reads()).isEqualTo(calls);
    }

    @Test
    void list_costs_one_call_plus_one_for_tasks_plus_two_per_contact() {
        JsonPath answer = list();

        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getList("data.contacts.nodes.tasks.title.flatten()")).hasSize(CONTACTS);
        assertThat(crm.calls("get-contacts")).isEqualTo(1);
        assertThat(crm.calls("task-search")).isEqualTo(1);
        assertThat(crm.calls("get-all-notes")).isEqualTo(CONTACTS);
        assertThat(crm.calls("get-appointments-for-contact")).isEqualTo(CONTACTS);
        assertThat(crm.reads()).isEqualTo(1 + 1 + 2 * CONTACTS);
    }

    private JsonPath list() {
        return Ask.query(
                "query($l: ID) { contacts(first: 20, locationId: $l) { nodes { id tasks { title } notes { body }"
                        + " appointments { title } } } }",
                Map.of("l", crm.locationId()));
    }
}
