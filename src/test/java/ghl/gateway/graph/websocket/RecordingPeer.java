package ghl.gateway.graph.websocket;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;

/** A client that records what is sent to it and can pretend to read slowly. */
final class RecordingPeer implements ClientPeer {

    final List<String> sent = new ArrayList<>();
    boolean full;
    boolean paused;
    int pings;
    CloseCode closed;
    String reason;
    boolean aborted;

    /** The last sent message. */
    JsonPath last() {
        return JsonPath.from(sent.get(sent.size() - 1));
    }

    List<String> types() {
        return sent.stream()
                .map(message -> JsonPath.from(message).getString("type"))
                .toList();
    }

    @Override
    public void send(String message) {
        sent.add(message);
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public boolean isFull() {
        return full;
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
    }

    @Override
    public void close(CloseCode code, String reason) {
        this.closed = code;
        this.reason = reason;
    }

    @Override
    public void abort() {
        aborted = true;
    }
}
