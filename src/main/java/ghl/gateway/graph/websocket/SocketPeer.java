package ghl.gateway.graph.websocket;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;

/** {@link ClientPeer} over a Vert.x WebSocket. */
final class SocketPeer implements ClientPeer {

    /** A close frame has 125 bytes, two of them for the code. */
    private static final int MAX_REASON_SIZE = 123;

    private final ServerWebSocket socket;
    private final ConnectionBase connection;

    /** @param connection HTTP connection that was upgraded */
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
        socket.close(code.code(), truncated(reason));
    }

    /** Closing the socket or the channel would wait ten seconds for the client to read the close frame. */
    @Override
    public void abort() {
        connection.channelHandlerContext().close();
    }

    private static String truncated(String reason) {
        byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MAX_REASON_SIZE) {
            return reason;
        }
        int end = MAX_REASON_SIZE;
        while ((bytes[end] & 0xC0) == 0x80) { // within a multi-byte character
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
