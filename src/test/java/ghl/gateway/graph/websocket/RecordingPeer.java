package ghl.gateway.graph.websocket;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;

/** A client that writes down what it is told, and reads as slowly as a test wants. */
final class RecordingPeer implements ClientPeer {

    final List<String> said = new ArrayList<>();
    boolean full;
    boolean paused;
    int pings;
    CloseCode closed;
    String reason;
    boolean aborted;

    /** What was said last. */
    JsonPath last() {
        return JsonPath.from(said.get(said.size() - 1));
    }

    List<String> types() {
        return said.stream()
                .map(message -> JsonPath.from(message).getString("type"))
                .toList();
    }

    @Override
    public void send(String message) {
        said.add(message);
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
