package ghl.gateway.storage.jdbc;

import ghl.gateway.storage.Transaction;
import java.util.function.Function;

/** The transaction that the calling thread is in. */
public final class CurrentTransaction {

    private final ThreadLocal<JdbcTransaction> current = new ThreadLocal<>();

    /** @return null when this thread is in none */
    public JdbcTransaction get() {
        return current.get();
    }

    /**
     * Runs {@code work} in a transaction that its caller begins before and ends after.
     *
     * @throws ghl.gateway.storage.StorageException when a statement failed, though {@code work} may not have said so
     */
    public <T> T run(JdbcTransaction transaction, Function<Transaction, T> work) {
        current.set(transaction);
        try {
            T result = work.apply(transaction);
            transaction.requireSound();
            return result;
        } finally {
            transaction.end();
            current.remove();
        }
    }
}
