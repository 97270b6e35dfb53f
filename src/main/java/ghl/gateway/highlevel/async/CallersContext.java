package ghl.gateway.highlevel.async;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** The Vert.x context that a caller is on. What others finish for the caller goes on there, not on theirs. */
public final class CallersContext {

    private CallersContext() {}

    /**
     * Runs tasks on the context of whoever calls now.
     *
     * @param elsewhere runs them for a caller without a context
     */
    public static Executor orElse(Executor elsewhere) {
        Context context = Vertx.currentContext();
        return context == null ? elsewhere : task -> runOn(context, task);
    }

    private static void runOn(Context context, Runnable task) {
        if (Vertx.currentContext() == context) {
            task.run();
        } else {
            context.runOnContext(nothing -> task.run());
        }
    }
}
