package ghl.gateway.ops;

import ghl.gateway.intake.IntakeProfile;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Data of its own: secret keys would guard the gateway of other tests too. */
public final class OwnKeys implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(new IntakeProfile().getConfigOverrides());
        settings.put("gateway.data", "target/test-data/" + UUID.randomUUID());
        return settings;
    }
}
