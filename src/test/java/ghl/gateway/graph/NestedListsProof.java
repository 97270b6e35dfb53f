package ghl.gateway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("proof")
@QuarkusTest
@WithTestResource(BarrierCrm.class)
class NestedListsProof {

    @Test
    void nested_lists_are_fetched_concurrently() {
        JsonPath answer =
                Ask.query("{ contact(id: \"c1\") { tasks { id } notes { id } appointments { id } } }", Map.of());

        assertThat(answer.getList("errors")).as("no list waited for another").isNull();
        assertThat(answer.getList("data.contact.notes")).isEmpty();
    }
}
