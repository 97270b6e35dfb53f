package ghl.gateway.sandbox.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.util.Map;
import java.util.TreeMap;

/** Traffic of one location: its quota, and counters for tests. */
final class Traffic {

    private final SandboxQuota quota = new SandboxQuota();
    private final SlidingWindow arrivals = new SlidingWindow();
    private final Map<String, Integer> reached = new TreeMap<>();
    private int refused429;
    private int foreignTokens;

    SandboxQuota quota() {
        return quota;
    }

    /** Counts an authorised request. Returns whether the limits allow it. */
    boolean admit(SandboxLocation location, long now) {
        arrivals.add(now);
        boolean fits = quota.take(location, now);
        if (!fits) {
            refused429++;
        }
        return fits;
    }

    void foreignToken() {
        foreignTokens++;
    }

    void reached(String operationId) {
        reached.merge(operationId, 1, Integer::sum);
    }

    /** Counters as JSON. {@code windows.max} includes refused requests: it is the maximum within any ten seconds. */
    ObjectNode report(long now) {
        ObjectNode report = SandboxJson.object();
        ObjectNode operations = report.putObject("operations");
        reached.forEach(operations::put);
        report.put("refused429", refused429).put("foreignTokens", foreignTokens);
        ObjectNode windows = report.putObject("windows").put("max", arrivals.max());
        ArrayNode last = windows.putArray("last");
        for (int count : arrivals.perSecond(now)) {
            last.add(count);
        }
        return report;
    }
}
