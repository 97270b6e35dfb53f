package ghl.gateway.graph.websocket;

import ghl.gateway.graph.execution.SubscriptionException;
import graphql.ExecutionResult;
import java.util.concurrent.Flow;

/** One subscription on its way to a client. The source may signal on any thread; the rest is the connection's. */
final class SubscriptionStream implements Flow.Subscriber<ExecutionResult> {

    private final String id;
    private final SubscriptionConnection connection;
    private Flow.Subscription source;
    private boolean cancelled;
    private boolean held;

    SubscriptionStream(String id, SubscriptionConnection connection) {
        this.id = id;
        this.connection = connection;
    }

    String id() {
        return id;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        source.request(1);
    }

    @Override
    public void onNext(ExecutionResult result) {
        connection.onItsThread(() -> {
            if (!cancelled) {
                connection.deliver(this, result);
            }
        });
    }

    @Override
    public void onError(Throwable thrown) {
        connection.onItsThread(() -> {
            if (!cancelled) {
                connection.fail(this, ((SubscriptionException) thrown).errors());
            }
        });
    }

    @Override
    public void onComplete() {
        connection.onItsThread(() -> {
            if (!cancelled) {
                connection.complete(this);
            }
        });
    }

    /** Asks for no further event until {@link #proceed}. */
    void hold() {
        held = true;
    }

    void proceed() {
        held = false;
        source.request(1);
    }

    boolean isHeld() {
        return held;
    }

    /** Nothing of it is sent any more. */
    void cancel() {
        cancelled = true;
        if (source != null) {
            source.cancel();
        }
    }
}
