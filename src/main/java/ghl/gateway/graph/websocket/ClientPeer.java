package ghl.gateway.graph.websocket;

/** The client's end of a WebSocket, as far as a connection needs it. Nothing here fails when it is gone. */
interface ClientPeer {

    void send(String message);

    /** Asks the other end for a sign of life. */
    void ping();

    /** Whether what was sent waits to be read. */
    boolean isFull();

    /** Takes no more of what the client says, until {@link #resume}. */
    void pause();

    void resume();

    /** Says goodbye. */
    void close(CloseCode code, String reason);

    /** Ends it without a word, for the other end does not listen. */
    void abort();
}
