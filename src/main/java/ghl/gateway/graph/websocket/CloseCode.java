package ghl.gateway.graph.websocket;

/** Close codes of graphql-transport-ws, and of WebSockets themselves. */
enum CloseCode {
    TOO_BIG(1009),
    TRY_AGAIN_LATER(1013),
    BAD_MESSAGE(4400),
    UNAUTHORIZED(4401),
    FORBIDDEN(4403),
    SUBPROTOCOL_NOT_ACCEPTABLE(4406),
    INIT_TIMEOUT(4408),
    SUBSCRIBER_EXISTS(4409),
    TOO_MANY_INITS(4429);

    private final short code;

    CloseCode(int code) {
        this.code = (short) code;
    }

    short code() {
        return code;
    }
}
