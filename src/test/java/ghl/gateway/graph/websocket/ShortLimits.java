package ghl.gateway.graph.websocket;

import ghl.gateway.graph.limit.RequestLimits;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Short time limits, so that tests need not wait. */
@Alternative
@Singleton
class ShortLimits extends RequestLimits {

    ShortLimits(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize body) {
        super(body);
    }

    @Override
    public Duration initWait() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration pingInterval() {
        return Duration.ofSeconds(1);
    }
}
