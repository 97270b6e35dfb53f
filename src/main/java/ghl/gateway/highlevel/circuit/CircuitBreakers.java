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
 * A circuit breaker for each location's reads: while the CRM fails most of them, callers are told at once instead of after
 * the time limit, and one read at a time finds out whether it is back. Submissions' calls go past it: they wait anyway, and
 * one that was lost to a breaker would be lost to nothing.
 */
public final class CircuitBreakers {

    private static final Logger LOG = Logger.getLogger(CircuitBreakers.class);
    private static final double FAILURE_RATIO = 0.5;
    private static final long MOST_LOCATIONS = 10_000;

    private final int calls;
    private final Duration delay;
    private final Predicate<Throwable> saysOutage;
    private final Cache<String, CircuitBreaker> byLocation =
            Caffeine.newBuilder().maximumSize(MOST_LOCATIONS).build();

    /**
     * @param calls so many are looked at; where half of them fail, no more are made
     * @param delay after this while one finds out whether the CRM is back
     * @param saysOutage which failures count
     */
    public CircuitBreakers(int calls, Duration delay, Predicate<Throwable> saysOutage) {
        this.calls = calls;
        this.delay = delay;
        this.saysOutage = saysOutage;
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
                    .when(saysOutage::test)
                    .onStateChange(state -> isNow(locationId, state))
                    .done()
                    .build();
        }

        private void isNow(String locationId, CircuitBreakerState state) {
            open = state == CircuitBreakerState.OPEN;
            LOG.infof("Location %s: the circuit of its reads is %s", locationId, state);
        }

        @Override
        public void check() {
            if (open) {
                throw new CircuitBreakerOpenException("the CRM fails most reads of the location");
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Uni<T> guard(Supplier<Uni<T>> call) {
            return guard.get(call::get, Uni.class);
        }
    }
}
