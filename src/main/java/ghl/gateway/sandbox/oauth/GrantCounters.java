package ghl.gateway.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counters of the token endpoint, for tests. */
public final class GrantCounters {

    /** Kinds of token calls. */
    enum Seen {
        CODES,
        REFRESHES,
        /**
         * Refreshes within the first eighth of the access token's life: a client that refreshes more often than needed.
         */
        HASTY,
        /** A used refresh token within its grace period. */
        REPEATS,
        /** Location tokens made from an agency's token. */
        MINTS,
        REFUSALS
    }

    private final Map<String, Map<Seen, Integer>> byInstallation = new TreeMap<>();

    void seen(String installation, Seen what) {
        byInstallation.computeIfAbsent(installation, first -> new TreeMap<>()).merge(what, 1, Integer::sum);
    }

    /** @param installation null for the sum of all */
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
