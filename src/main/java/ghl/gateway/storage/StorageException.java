package ghl.gateway.storage;

/** A database error. The message never contains stored values. */
public final class StorageException extends RuntimeException {

    private final boolean inDoubt;

    public StorageException(String message, Throwable cause) {
        this(message, cause, false);
    }

    public StorageException(String message, Throwable cause, boolean inDoubt) {
        super(message, cause);
        this.inDoubt = inDoubt;
    }

    /** Whether the transaction may have been committed: its connection broke during the commit. */
    public boolean isInDoubt() {
        return inDoubt;
    }
}
