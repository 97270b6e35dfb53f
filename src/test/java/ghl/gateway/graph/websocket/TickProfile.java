package ghl.gateway.graph.websocket;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** The gateway with a schema of test subscriptions and short timeouts. */
public class TickProfile implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(TickSchema.class, ShortLimits.class);
    }
}
