package ghl.gateway.graph.websocket;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;

/** The client's end of a Vert.x WebSocket. */
final class SocketPeer implements ClientPeer {

    /** A close frame has 125 bytes, two of them for the code. */
    private static final int LONGEST_REASON = 123;

    private final ServerWebSocket socket;
    private final ConnectionBase connection;

    /** @param connection that the socket was made of */
    SocketPeer(ServerWebSocket socket, HttpConnection connection) {
        this.socket = socket;
        this.connection = (ConnectionBase) connection;
    }

    @Override
    public void send(String message) {
        socket.writeTextMessage(message);
    }

    @Override
    public void ping() {
        socket.writePing(Buffer.buffer());
    }

    @Override
    public boolean isFull() {
        return !socket.isClosed() && socket.writeQueueFull();
    }

    @Override
    public void pause() {
        socket.pause();
    }

    @Override
    public void resume() {
        socket.resume();
    }

    @Override
    public void close(CloseCode code, String reason) {
        socket.close(code.code(), shortened(reason));
    }

    /** Closing the socket, and the channel too, would wait ten seconds for the other end to read the close frame. */
    @Override
    public void abort() {
        connection.channelHandlerContext().close();
    }

    private static String shortened(String reason) {
        byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_REASON) {
            return reason;
        }
        int end = LONGEST_REASON;
        while ((bytes[end] & 0xC0) == 0x80) { // not within a character
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
