package ghl.gateway.storage;

/** The database did not do what was asked. The message never holds what was to be kept. */
public final class StorageException extends RuntimeException {

    private final boolean inDoubt;

    public StorageException(String message, Throwable cause) {
        this(message, cause, false);
    }

    /** @param inDoubt whether the transaction may have been kept all the same */
    public StorageException(String message, Throwable cause, boolean inDoubt) {
        super(message, cause);
        this.inDoubt = inDoubt;
    }

    /** Whether the transaction may have been kept all the same: its connection broke during the commit. */
    public boolean isInDoubt() {
        return inDoubt;
    }
}
