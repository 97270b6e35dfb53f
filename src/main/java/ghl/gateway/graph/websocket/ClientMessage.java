package ghl.gateway.graph.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.graph.http.BadRequestException;
import ghl.gateway.graph.http.GraphQLJson;
import java.util.Arrays;
import java.util.Locale;

/**
 * Message from the client.
 *
 * @param id ID of the subscription; null for messages without one
 * @param payload a JSON object, or missing or null where it is optional
 */
record ClientMessage(Type type, String id, JsonNode payload) {

    /** The ID is repeated in each message of its subscription. */
    private static final int MAX_ID_LENGTH = 100;

    enum Type {
        CONNECTION_INIT,
        PING,
        PONG,
        SUBSCRIBE,
        COMPLETE;

        private boolean hasId() {
            return this == SUBSCRIBE || this == COMPLETE;
        }

        private static Type of(JsonNode type) {
            return Arrays.stream(values())
                    .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(type.textValue()))
                    .findFirst()
                    .orElseThrow(() ->
                            new BadRequestException("type must be connection_init, ping, pong, subscribe or complete"));
        }
    }

    /** @throws BadRequestException when the text is not a message of the protocol */
    static ClientMessage parse(String text) {
        JsonNode message = GraphQLJson.read(text, "The message");
        Type type = Type.of(message.path("type"));
        JsonNode payload = message.path("payload");
        boolean isAbsent = payload.isMissingNode() || payload.isNull();
        if (!payload.isObject() && (!isAbsent || type == Type.SUBSCRIBE)) {
            throw new BadRequestException("payload must be a JSON object");
        }
        return new ClientMessage(type, type.hasId() ? id(message) : null, payload);
    }

    /** Credentials in the payload, because browsers cannot send a header. Null when there are none. */
    String authorization() {
        JsonNode header = payload.path("Authorization");
        return (header.isTextual() ? header : payload.path("authorization")).textValue();
    }

    private static String id(JsonNode message) {
        String id = message.path("id").textValue();
        if (id == null || id.isEmpty()) {
            throw new BadRequestException("id is missing: it must be a non-empty string");
        }
        if (id.length() > MAX_ID_LENGTH) {
            throw new BadRequestException("id must have at most " + MAX_ID_LENGTH + " characters");
        }
        return id;
    }
}
