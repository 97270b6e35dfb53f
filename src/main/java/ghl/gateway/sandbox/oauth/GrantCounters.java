package ghl.gateway.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the token endpoint has seen, for tests to read. */
public final class GrantCounters {

    /** What a token call was. */
    enum Seen {
        CODES,
        REFRESHES,
        /** Those of them whose access token had not lived an eighth of its life: one too many for an expiry. */
        HASTY,
        /** A used refresh token within its grace. */
        REPEATS,
        /** Tokens of locations from an agency's. */
        MINTS,
        REFUSALS
    }

    private final Map<String, Map<Seen, Integer>> byInstallation = new TreeMap<>();

    void seen(String installation, Seen what) {
        byInstallation.computeIfAbsent(installation, first -> new TreeMap<>()).merge(what, 1, Integer::sum);
    }

    /** @param installation null for all together */
    public ObjectNode report(String installation) {
        ObjectNode report = SandboxJson.object();
        for (Seen what : Seen.values()) {
            int count = byInstallation.entrySet().stream()
                    .filter(entry -> installation == null || installation.equals(entry.getKey()))
                    .mapToInt(entry -> entry.getValue().getOrDefault(what, 0))
                    .sum();
            report.put(what.name().toLowerCase(Locale.ROOT), count);
        }
        return report;
    }
}
