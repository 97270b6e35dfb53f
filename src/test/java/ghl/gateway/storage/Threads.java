package ghl.gateway.storage;

import java.util.concurrent.CompletableFuture;

/** Starts a thread per task, because the common pool has only as many threads as there are cores. */
public final class Threads {

    private Threads() {}

    /** Runs {@code work} on a new thread. */
    public static CompletableFuture<Void> start(Runnable work) {
        return CompletableFuture.runAsync(work, command -> {
            Thread thread = new Thread(command);
            thread.setDaemon(true);
            thread.start();
        });
    }
}
