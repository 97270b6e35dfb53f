package ghl.gateway.highlevel.circuit;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Whether calls are made at all, given how those before went. */
public interface CircuitBreaker {

    /** Makes every call, and learns nothing. */
    CircuitBreaker CLOSED = new CircuitBreaker() {
        @Override
        public void check() {}

        @Override
        public <T> Uni<T> guard(Supplier<Uni<T>> call) {
            return call.get();
        }
    };

    /**
     * Before a call waits in line.
     *
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException while none is made
     */
    void check();

    /** Makes the call, or fails with the same exception. Whoever cancels does not cancel the call itself. */
    <T> Uni<T> guard(Supplier<Uni<T>> call);
}
