package ghl.gateway.graph.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.graph.http.GraphQLJson;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.List;
import java.util.Map;

/** Messages to the client, as text. */
final class ServerMessage {

    private ServerMessage() {}

    static String connectionAck() {
        return GraphQLJson.write(Map.of("type", "connection_ack"));
    }

    /** @param payload payload of the ping, echoed when present */
    static String pong(JsonNode payload) {
        return GraphQLJson.write(
                payload.isObject() ? Map.of("type", "pong", "payload", payload) : Map.of("type", "pong"));
    }

    /** @throws IllegalStateException when the result cannot be serialized: a defect of the gateway */
    static String next(String id, ExecutionResult result) {
        return GraphQLJson.write(Map.of("id", id, "type", "next", "payload", result.toSpecification()));
    }

    static String error(String id, List<GraphQLError> errors) {
        List<Map<String, Object>> payload =
                errors.stream().map(GraphQLError::toSpecification).toList();
        return GraphQLJson.write(Map.of("id", id, "type", "error", "payload", payload));
    }

    static String complete(String id) {
        return GraphQLJson.write(Map.of("id", id, "type", "complete"));
    }
}
