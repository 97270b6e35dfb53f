package ghl.gateway.graph.websocket;

import ghl.gateway.graph.execution.SubscriptionException;
import graphql.ExecutionResult;
import java.util.concurrent.Flow;

/** Events of one subscription. The source may signal on any thread; everything else runs on the event loop. */
final class SubscriptionStream implements Flow.Subscriber<ExecutionResult> {

    private final String id;
    private final SubscriptionConnection connection;
    private Flow.Subscription source;
    private boolean cancelled;
    private boolean paused;

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
        unlessCancelled(() -> connection.deliver(this, result));
    }

    @Override
    public void onError(Throwable thrown) {
        unlessCancelled(() -> connection.fail(this, ((SubscriptionException) thrown).errors()));
    }

    @Override
    public void onComplete() {
        unlessCancelled(() -> connection.complete(this));
    }

    private void unlessCancelled(Runnable signal) {
        connection.runOnEventLoop(() -> {
            if (!cancelled) {
                signal.run();
            }
        });
    }

    /** Requests no further event until {@link #requestNext}. */
    void pause() {
        paused = true;
    }

    void requestNext() {
        paused = false;
        source.request(1);
    }

    boolean isPaused() {
        return paused;
    }

    /** Stops the source; pending events are discarded. */
    void cancel() {
        cancelled = true;
        if (source != null) {
            source.cancel();
        }
    }
}
