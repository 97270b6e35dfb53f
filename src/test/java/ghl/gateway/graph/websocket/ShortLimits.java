package ghl.gateway.graph.websocket;

import ghl.gateway.graph.limit.SocketLimits;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Low limits, so that tests need neither wait nor open many sockets. */
@Alternative
@Singleton
class ShortLimits extends SocketLimits {

    @Override
    public Duration initWait() {
        return Duration.ofSeconds(4);
    }

    @Override
    public int waiting() {
        return 3;
    }

    @Override
    public Duration pingInterval() {
        return Duration.ofSeconds(5);
    }
}
