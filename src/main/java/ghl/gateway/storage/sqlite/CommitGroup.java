package ghl.gateway.storage.sqlite;

import ghl.gateway.storage.StorageException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Transactions that share one commit: either all are durable, or none. */
final class CommitGroup {

    /** Bounds how long the first member waits. */
    private static final int MAX_MEMBERS = 256;

    private final CompletableFuture<Void> outcome = new CompletableFuture<>();
    private int members;

    void join() {
        members++;
    }

    boolean isFull() {
        return members >= MAX_MEMBERS;
    }

    void committed() {
        outcome.complete(null);
    }

    void failed(StorageException why) {
        outcome.completeExceptionally(why);
    }

    /**
     * Waits for the commit. Ignores interruption, because the outcome is imminent.
     *
     * @throws StorageException when the commit failed
     */
    void await() {
        try {
            outcome.join();
        } catch (CompletionException e) {
            throw new StorageException((StorageException) e.getCause());
        }
    }

    /**
     * Waits after work that threw. The exception may be based on other members' changes, so it must not be reported if their
     * commit fails.
     */
    void awaitAfter(Throwable thrown) {
        try {
            await();
        } catch (StorageException lost) {
            if (lost.getCause() != thrown) {
                lost.addSuppressed(thrown);
                throw lost;
            }
        }
    }
}
