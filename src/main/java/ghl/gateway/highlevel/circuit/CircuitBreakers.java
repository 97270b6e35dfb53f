package ghl.gateway.highlevel.circuit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * A circuit breaker for each location's reads. While the CRM fails most of them, reads fail at once instead of after
 * the timeout, and one read at a time checks whether the CRM is back. Calls of submissions bypass it: they can wait,
 * and an open circuit would only cost them attempts.
 */
public final class CircuitBreakers {

    private static final Logger LOG = Logger.getLogger(CircuitBreakers.class);
    private static final double FAILURE_RATIO = 0.5;
    private static final long MOST_LOCATIONS = 10_000;

    private final int calls;
    private final Duration delay;
    private final Predicate<Throwable> isOutage;
    private final Cache<String, CircuitBreaker> byLocation =
            Caffeine.newBuilder().maximumSize(MOST_LOCATIONS).build();

    /**
     * @param calls size of the sample; the circuit opens when half of them fail
     * @param delay how long the circuit stays open before one call checks whether the CRM is back
     * @param isOutage which failures count
     */
    public CircuitBreakers(int calls, Duration delay, Predicate<Throwable> isOutage) {
        this.calls = calls;
        this.delay = delay;
        this.isOutage = isOutage;
    }

    public CircuitBreaker of(String locationId) {
        return byLocation.get(locationId, Breaker::new);
    }

    private final class Breaker implements CircuitBreaker {

        private final Guard guard;
        private volatile boolean open;

        Breaker(String locationId) {
            guard = Guard.create()
                    .withCircuitBreaker()
                    .requestVolumeThreshold(calls)
                    .failureRatio(FAILURE_RATIO)
                    .delay(delay.toMillis(), ChronoUnit.MILLIS)
                    .successThreshold(1)
                    .when(isOutage::test)
                    .onStateChange(state -> stateChanged(locationId, state))
                    .done()
                    .build();
        }

        private void stateChanged(String locationId, CircuitBreakerState state) {
            open = state == CircuitBreakerState.OPEN;
            LOG.infof("Location %s: circuit breaker for reads is now %s", locationId, state);
        }

        @Override
        public void check() {
            if (open) {
                throw new CircuitBreakerOpenException("the CRM fails most reads of this location");
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Uni<T> guard(Supplier<Uni<T>> call) {
            return guard.get(call::get, Uni.class);
        }
    }
}
