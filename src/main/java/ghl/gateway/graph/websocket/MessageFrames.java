package ghl.gateway.graph.websocket;

import ghl.gateway.graph.limit.SocketLimits;
import ghl.gateway.http.BodyShare;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;

/** Assembles text messages from their frames. */
final class MessageFrames {

    private final SubscriptionConnection connection;
    private final SocketLimits limits;
    private final BodyShare share;
    private Buffer message = Buffer.buffer();

    /** @param share of the memory for request bodies: a message is kept until its last frame has arrived */
    MessageFrames(SubscriptionConnection connection, SocketLimits limits, BodyShare share) {
        this.connection = connection;
        this.limits = limits;
        this.share = share;
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
        int maxSize = connection.isAcknowledged() ? limits.message() : limits.firstMessage();
        int length = frame.binaryData().length();
        if (message.length() + length > maxSize) {
            connection.close(CloseCode.TOO_BIG, "A message must have at most " + maxSize + " bytes");
            return;
        }
        if (!share.add(length)) {
            connection.close(CloseCode.TRY_AGAIN_LATER, "The gateway is receiving too many large messages");
            return;
        }
        message.appendBuffer(frame.binaryData());
        if (frame.isFinal()) {
            String text = message.toString();
            message = Buffer.buffer();
            share.clear();
            connection.receive(text);
        }
    }
}
