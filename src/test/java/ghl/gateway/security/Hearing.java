package ghl.gateway.security;

import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** Messages that a WebSocket client receives, and finally its close code. */
record Hearing(BlockingQueue<String> heard, StringBuilder parts) implements WebSocket.Listener {

    /** Prefix of the close code. */
    static final String CLOSED = "closed ";

    Hearing() {
        this(new LinkedBlockingQueue<>(), new StringBuilder());
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
        parts.append(text);
        if (isLast) {
            heard.add(parts.toString());
            parts.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        heard.add(CLOSED + code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable thrown) {
        heard.add(CLOSED + "without a code");
    }
}
