package ghl.gateway.graph.websocket;

/** The client's end of a WebSocket, as used by a connection. No method fails when the client is gone. */
interface ClientPeer {

    void send(String message);

    void ping();

    /** Whether sent messages are still waiting to be read by the client. */
    boolean isFull();

    /** Stops reading from the client until {@link #resume}. */
    void pause();

    void resume();

    /** Closes the socket with a close frame. */
    void close(CloseCode code, String reason);

    /** Closes the connection without a close frame, for a client that does not respond. */
    void abort();
}
