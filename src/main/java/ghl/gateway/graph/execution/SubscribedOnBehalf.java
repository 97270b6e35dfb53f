package ghl.gateway.graph.execution;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;

/** Quarkus' security lets a resolver of events run only once they are subscribed to, and asks then for whom. */
final class SubscribedOnBehalf<T> extends AbstractMulti<T> {

    private final Multi<T> events;
    private final SecurityIdentity caller;

    SubscribedOnBehalf(Multi<T> events, SecurityIdentity caller) {
        this.events = events;
        this.caller = caller;
    }

    @Override
    public void subscribe(MultiSubscriber<? super T> subscriber) {
        try {
            OnBehalf.of(caller, () -> events.subscribe().withSubscriber(subscriber));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
