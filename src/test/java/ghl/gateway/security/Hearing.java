package ghl.gateway.security;

import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** What a client hears over a WebSocket: whole messages, and last how it was closed. */
record Hearing(BlockingQueue<String> heard, StringBuilder parts) implements WebSocket.Listener {

    /** What the word about the end begins with. */
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
        heard.add(CLOSED + "without a word");
    }
}
