package ghl.gateway.graph.websocket;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;

/** Puts text messages together from the frames they come in. */
final class MessageFrames {

    private final SubscriptionConnection connection;
    private final int largest;
    private Buffer message = Buffer.buffer();

    /** @param largest bytes of a message */
    MessageFrames(SubscriptionConnection connection, int largest) {
        this.connection = connection;
        this.largest = largest;
    }

    void receive(WebSocketFrame frame) {
        connection.heard();
        if (frame.isBinary()) {
            connection.close(CloseCode.BAD_MESSAGE, "Messages are text");
        } else if (frame.isText() || frame.isContinuation()) {
            append(frame);
        }
        // Vert.x has answered a ping frame by itself.
        connection.pauseWhileFull();
    }

    private void append(WebSocketFrame frame) {
        if (message.length() + frame.binaryData().length() > largest) {
            connection.close(CloseCode.TOO_BIG, "A message has at most " + largest + " bytes");
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
