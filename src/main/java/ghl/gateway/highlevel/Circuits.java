package ghl.gateway.highlevel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.highlevel.HighLevelConfig.CircuitConfig;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * A circuit breaker for each location's reads: while the CRM fails most of them, callers are told at once instead of after
 * the time limit, and one read at a time finds out whether it is back. Submissions' calls go past it: they wait anyway, and
 * one that was lost to a breaker would be lost to nothing.
 */
@ApplicationScoped
class Circuits {

    private static final Logger LOG = Logger.getLogger(Circuits.class);
    private static final double FAILURE_RATIO = 0.5;
    private static final long MOST_LOCATIONS = 10_000;

    private final CircuitConfig config;
    private final Cache<String, Circuit> byLocation =
            Caffeine.newBuilder().maximumSize(MOST_LOCATIONS).build();

    Circuits(HighLevelConfig config) {
        this.config = config.circuit();
    }

    Circuit of(String locationId) {
        return byLocation.get(locationId, Breaker::new);
    }

    private final class Breaker implements Circuit {

        private final Guard guard;
        private volatile boolean open;

        Breaker(String locationId) {
            guard = Guard.create()
                    .withCircuitBreaker()
                    .requestVolumeThreshold(config.calls())
                    .failureRatio(FAILURE_RATIO)
                    .delay(config.delay().toMillis(), ChronoUnit.MILLIS)
                    .successThreshold(1)
                    .when(Failures::saysOutage)
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
