package ghl.gateway.graph.websocket;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;

/** Assembles text messages from their frames. */
final class MessageFrames {

    private final SubscriptionConnection connection;
    private final int maxSize;
    private Buffer message = Buffer.buffer();

    /** @param maxSize maximum size of a message in bytes */
    MessageFrames(SubscriptionConnection connection, int maxSize) {
        this.connection = connection;
        this.maxSize = maxSize;
    }

    void receive(WebSocketFrame frame) {
        connection.markAlive();
        if (frame.isBinary()) {
            connection.close(CloseCode.BAD_MESSAGE, "Messages must be text");
        } else if (frame.isText() || frame.isContinuation()) {
            append(frame);
        }
        // Also for ping frames: Vert.x has answered those itself.
        connection.pauseWhileFull();
    }

    private void append(WebSocketFrame frame) {
        if (message.length() + frame.binaryData().length() > maxSize) {
            connection.close(CloseCode.TOO_BIG, "A message must have at most " + maxSize + " bytes");
            return;
        }
        message.appendBuffer(frame.binaryData());
        if (frame.isFinal()) {
            String text = message.toString();
            message = Buffer.buffer();
            connection.receive(text);
        }
    }
}
