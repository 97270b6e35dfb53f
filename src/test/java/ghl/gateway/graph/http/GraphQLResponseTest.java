package ghl.gateway.graph.http;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResultImpl;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphQLResponseTest {

    @Test
    void a_result_that_cannot_be_written_is_told_as_a_defect_and_not_left_unanswered() {
        var unwritable = ExecutionResultImpl.newExecutionResult()
                .data(Map.of("contact", new Object()))
                .build();

        GraphQLResponse answer = GraphQLResponse.of(ResponseType.JSON, unwritable);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().toString()).contains("INTERNAL");
    }

    @Test
    void a_caller_who_goes_away_is_no_defect() {
        assertThat(GraphQLResponse.ofFailure(new IOException("reset"), 500).status())
                .isEqualTo(400);
    }
}
