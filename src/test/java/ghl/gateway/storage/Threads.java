package ghl.gateway.storage;

import java.util.concurrent.CompletableFuture;

/** Threads of a test, as many as it asks for: the common pool has as many as there are cores. */
public final class Threads {

    private Threads() {}

    /** Runs {@code work} on a thread of its own. */
    public static CompletableFuture<Void> start(Runnable work) {
        return CompletableFuture.runAsync(work, command -> {
            Thread thread = new Thread(command);
            thread.setDaemon(true);
            thread.start();
        });
    }
}
