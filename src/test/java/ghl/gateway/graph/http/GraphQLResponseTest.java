package ghl.gateway.graph.http;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResultImpl;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphQLResponseTest {

    @Test
    void unserializable_result_is_reported_as_internal_error() {
        var unwritable = ExecutionResultImpl.newExecutionResult()
                .data(Map.of("contact", new Object()))
                .build();

        GraphQLResponse answer = GraphQLResponse.of(ResponseType.JSON, unwritable);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().toString()).contains("INTERNAL");
    }

    @Test
    void closed_connection_is_not_an_internal_error() {
        assertThat(GraphQLResponse.ofFailure(new IOException("reset"), 500).status())
                .isEqualTo(400);
    }
}
