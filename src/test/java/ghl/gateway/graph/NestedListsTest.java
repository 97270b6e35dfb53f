package ghl.gateway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeetingCrm.class)
class NestedListsTest {

    @Test
    void the_three_lists_of_a_contact_are_fetched_at_the_same_time() {
        JsonPath answer =
                Ask.query("{ contact(id: \"c1\") { tasks { id } notes { id } appointments { id } } }", Map.of());

        assertThat(answer.getList("errors")).as("none waited for another").isNull();
        assertThat(answer.getList("data.contact.notes")).isEmpty();
    }
}
