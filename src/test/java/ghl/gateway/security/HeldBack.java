package ghl.gateway.security;

import ghl.gateway.fixture.GatewayProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A raw connection whose request or message is not completed. */
final class HeldBack implements AutoCloseable {

    private static final int PATIENCE_MS = 60_000;

    private final Socket socket;

    private HeldBack(GatewayProcess gateway) {
        URI address = URI.create(gateway.url("/"));
        try {
            socket = new Socket(address.getHost(), address.getPort());
            socket.setSoTimeout(PATIENCE_MS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection that sends nothing. */
    static HeldBack silent(GatewayProcess gateway) {
        return new HeldBack(gateway);
    }

    /** A POST that announces more than the bytes that it sends. */
    static HeldBack post(GatewayProcess gateway, String path, int announced, int sent) {
        HeldBack held = new HeldBack(gateway);
        held.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + announced + "\r\n\r\n");
        held.send(" ".repeat(sent));
        return held;
    }

    /** Sends as far as the gateway takes it: a refused connection may be closed at any time. */
    HeldBack send(String text) {
        return send(text.getBytes(StandardCharsets.US_ASCII));
    }

    HeldBack send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException closed) {
            // see status and isClosed
        }
        return this;
    }

    /** Status line and headers of the answer; empty when the connection was closed without one. */
    String head() {
        return read("\r\n\r\n");
    }

    /** Everything until the gateway closes the connection. */
    String all() {
        return read(null);
    }

    /** @param end null reads until the connection is closed */
    private String read(String end) {
        StringBuilder text = new StringBuilder();
        try {
            int next = socket.getInputStream().read();
            while (next >= 0) {
                text.append((char) next);
                boolean isComplete = end != null
                        && text.length() >= end.length()
                        && text.indexOf(end, text.length() - end.length()) >= 0;
                next = isComplete ? -1 : socket.getInputStream().read();
            }
        } catch (SocketTimeoutException stillOpen) {
            throw new AssertionError("The gateway neither answers nor closes the connection", stillOpen);
        } catch (IOException reset) {
            // what arrived before counts
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
