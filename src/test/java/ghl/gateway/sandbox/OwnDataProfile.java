package ghl.gateway.sandbox;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A fresh data directory under target, so that tests neither find nor leave anything. */
public final class OwnDataProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("gateway.data", "target/sandbox-tests/" + System.nanoTime(), "quarkus.http.test-port", "0");
    }
}
