package ghl.gateway.graph.websocket;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** The gateway with a schema that has subscriptions, and little patience. */
public class TickProfile implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(TickSchema.class, ShortLimits.class);
    }
}
