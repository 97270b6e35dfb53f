package ghl.gateway.graph.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.graph.http.BadRequestException;
import ghl.gateway.graph.http.GraphQLJson;
import java.util.Arrays;

/**
 * What a client says.
 *
 * @param id of the subscription that is meant; null where none is
 * @param payload an object, or missing or null where it may be left out
 */
record ClientMessage(Type type, String id, JsonNode payload) {

    enum Type {
        CONNECTION_INIT("connection_init"),
        PING("ping"),
        PONG("pong"),
        SUBSCRIBE("subscribe"),
        COMPLETE("complete");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        private boolean meansSubscription() {
            return this == SUBSCRIBE || this == COMPLETE;
        }

        private static Type of(JsonNode word) {
            return Arrays.stream(values())
                    .filter(type -> type.word.equals(word.textValue()))
                    .findFirst()
                    .orElseThrow(() -> new BadRequestException("The message has no type that a client may send"));
        }
    }

    /** @throws BadRequestException when it is no message of the protocol */
    static ClientMessage parse(String text) {
        JsonNode message = GraphQLJson.read(text, "The message");
        Type type = Type.of(message.path("type"));
        JsonNode payload = message.path("payload");
        if (!payload.isObject() && (hasContent(payload) || type == Type.SUBSCRIBE)) {
            throw new BadRequestException("The payload must be a JSON object");
        }
        return new ClientMessage(type, type.meansSubscription() ? id(message) : null, payload);
    }

    /** Credentials of a first message, which browsers cannot send as a header; null when there are none. */
    String authorization() {
        JsonNode header = payload.path("Authorization");
        return (header.isTextual() ? header : payload.path("authorization")).textValue();
    }

    private static boolean hasContent(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    private static String id(JsonNode message) {
        String id = message.path("id").textValue();
        if (id == null || id.isEmpty()) {
            throw new BadRequestException("The message has no id");
        }
        return id;
    }
}
