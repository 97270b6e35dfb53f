package ghl.gateway.sandbox.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Traffic of one location: its quota, and counters for tests. */
public final class Traffic {

    private final Clock clock;
    private final SandboxQuota quota = new SandboxQuota();
    private final SlidingWindow arrivals = new SlidingWindow();
    private final Map<String, Integer> reached = new TreeMap<>();
    private int refused429;
    private int foreignTokens;

    Traffic(Clock clock) {
        this.clock = clock;
    }

    /** Counts an authorised request. Returns whether the limits allow it. */
    boolean admit(SandboxLocation location) {
        arrivals.add(clock.millis());
        boolean fits = quota.take(location, clock.millis());
        if (!fits) {
            refused429++;
        }
        return fits;
    }

    void foreignToken() {
        foreignTokens++;
    }

    void reached(Operation operation) {
        reached.merge(operation.id(), 1, Integer::sum);
    }

    Map<String, String> headers(SandboxLocation location) {
        return quota.headers(location, clock.millis());
    }

    /** Sets the number of requests left today. */
    public void leaveForToday(SandboxLocation location, long remaining) {
        quota.leaveForToday(location, remaining, clock.millis());
    }

    /** Counters as JSON. {@code windows.max} includes refused requests: it is the maximum within any ten seconds. */
    public ObjectNode report() {
        ObjectNode report = SandboxJson.object();
        ObjectNode operations = report.putObject("operations");
        reached.forEach(operations::put);
        report.put("refused429", refused429).put("foreignTokens", foreignTokens);
        ObjectNode windows = report.putObject("windows").put("max", arrivals.max());
        ArrayNode last = windows.putArray("last");
        for (int count : arrivals.perSecond(clock.millis())) {
            last.add(count);
        }
        return report;
    }
}
