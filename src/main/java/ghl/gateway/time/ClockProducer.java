package ghl.gateway.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;

@ApplicationScoped
class ClockProducer {

    /** The machine's clock, which may be set back or ahead at any time. */
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Steady
    @ApplicationScoped
    Clock steady() {
        return new SteadyClock(Instant.now(), System::nanoTime);
    }
}
