package ghl.gateway.storage.sqlite;

import ghl.gateway.storage.StorageException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Transactions that reach the disk together, by one flush, or not at all. */
final class CommitGroup {

    /** So that the first of many does not wait for ever. */
    private static final int LARGEST = 256;

    private final CompletableFuture<Void> outcome = new CompletableFuture<>();
    private int members;

    void join() {
        members++;
    }

    boolean isFull() {
        return members >= LARGEST;
    }

    void kept() {
        outcome.complete(null);
    }

    void lost(StorageException why) {
        outcome.completeExceptionally(why);
    }

    /**
     * Waits, deaf to interruption: whether it was kept is about to be known.
     *
     * @throws StorageException when it was not
     */
    void await() {
        try {
            outcome.join();
        } catch (CompletionException e) {
            throw new StorageException(e.getCause().getMessage(), e.getCause());
        }
    }

    /**
     * Waits after work that failed. What it threw may rest on what it saw of others here, which must not be told when that
     * was lost.
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
