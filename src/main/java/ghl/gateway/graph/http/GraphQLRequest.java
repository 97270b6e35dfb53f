package ghl.gateway.graph.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import java.util.Map;

/** Parameters of a request (GraphQL over HTTP, "Request Parameters"). {@code extensions} is validated and ignored. */
public record GraphQLRequest(String query, String operationName, Map<String, Object> variables) {

    /** A field can use the same variable as hundreds of others, and each reads all of its values. */
    private static final int MAX_VALUES = 10_000;

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    static GraphQLRequest fromJson(String body) {
        JsonNode root = GraphQLJson.read(body, "The request body");
        if (!root.isObject()) {
            throw new BadRequestException(
                    "The request body must be a JSON object with a query: send batched operations one by one");
        }
        return fromObject(root);
    }

    /** @throws BadRequestException naming the invalid parameter */
    public static GraphQLRequest fromObject(JsonNode root) {
        object(root.path("extensions"), "extensions");
        return new GraphQLRequest(
                required(text(root.path("query"), "query")),
                text(root.path("operationName"), "operationName"),
                variables(root.path("variables")));
    }

    /** Reads the URL parameters of a GET request. */
    static GraphQLRequest fromParameters(MultiMap parameters) {
        object(GraphQLJson.read(parameters.get("extensions"), "extensions"), "extensions");
        return new GraphQLRequest(
                required(parameters.get("query")),
                parameters.get("operationName"),
                variables(GraphQLJson.read(parameters.get("variables"), "variables")));
    }

    private static String required(String query) {
        if (query == null || query.isBlank()) {
            throw new BadRequestException("query is missing: send a GraphQL document");
        }
        return query;
    }

    private static String text(JsonNode node, String name) {
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isTextual()) {
            throw new BadRequestException(name + " must be a string");
        }
        return node.textValue();
    }

    private static Map<String, Object> variables(JsonNode node) {
        if (count(node) > MAX_VALUES) {
            throw new BadRequestException(
                    "variables must have at most " + MAX_VALUES + " values: split it into several requests");
        }
        return object(node, "variables");
    }

    private static int count(JsonNode node) {
        int values = 1;
        for (JsonNode child : node) {
            values += count(child);
        }
        return values;
    }

    private static Map<String, Object> object(JsonNode node, String name) {
        if (isAbsent(node)) {
            return Map.of();
        }
        if (!node.isObject()) {
            throw new BadRequestException(name + " must be a JSON object");
        }
        return GraphQLJson.convert(node, OBJECT);
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
