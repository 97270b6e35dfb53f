package ghl.gateway.graph.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.LongNames;
import ghl.gateway.fixture.UsedHeap;
import org.junit.jupiter.api.Test;

class GraphQLJsonTest {

    @Test
    void names_of_fields_are_not_kept() {
        long growth = UsedHeap.growth(() -> {
            for (int i = 0; i < 100; i++) {
                GraphQLJson.read(LongNames.json(i), "The request body");
            }
        });

        assertThat(growth).isLessThan(20_000_000);
    }

    /** An object of two characters takes a hundred bytes. */
    @Test
    void values_are_counted() {
        String objects = "{},".repeat(300_000);

        assertThatThrownBy(() -> GraphQLJson.read("[" + objects + "{}]", "The request body"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("too many values");
    }
}
