package ghl.gateway.highlevel.circuit;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Decides whether a call is made, given how the previous ones ended. */
public interface CircuitBreaker {

    /** Makes every call and records nothing. */
    CircuitBreaker CLOSED = new CircuitBreaker() {};

    /**
     * To be called before a call waits for a permit.
     *
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException while no calls are made
     */
    default void check() {}

    /** Makes the call, or fails with the same exception. Cancellation does not reach the call itself. */
    default <T> Uni<T> guard(Supplier<Uni<T>> call) {
        return call.get();
    }
}
