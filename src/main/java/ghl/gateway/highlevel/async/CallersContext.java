package ghl.gateway.highlevel.async;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** The caller's Vert.x context, on which it continues when another thread completes what it waited for. */
public final class CallersContext {

    private CallersContext() {}

    /** An executor on the current context, or {@code fallback} for a caller without one. */
    public static Executor orElse(Executor fallback) {
        Context context = Vertx.currentContext();
        return context == null ? fallback : task -> runOn(context, task);
    }

    private static void runOn(Context context, Runnable task) {
        if (Vertx.currentContext() == context) {
            task.run();
        } else {
            context.runOnContext(nothing -> task.run());
        }
    }
}
