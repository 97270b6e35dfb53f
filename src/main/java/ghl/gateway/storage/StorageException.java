package ghl.gateway.storage;

import java.util.Optional;

/** A database error. The message never contains stored values. */
public final class StorageException extends RuntimeException {

    private final OutageReason outage;
    private final boolean inDoubt;

    public StorageException(String message, Throwable cause) {
        this(message, cause, null, false);
    }

    /** @param inDoubt whether the connection broke during the commit */
    public StorageException(String message, Throwable cause, boolean inDoubt) {
        this(message, cause, inDoubt ? OutageReason.NO_ANSWER : null, inDoubt);
    }

    /** @param outage null if the statement is to blame */
    public StorageException(String message, Throwable cause, OutageReason outage) {
        this(message, cause, outage, false);
    }

    /** The same failure, for another transaction or thread that it concerns. */
    public StorageException(StorageException failure) {
        this(failure.getMessage(), failure, failure.outage, failure.inDoubt);
    }

    private StorageException(String message, Throwable cause, OutageReason outage, boolean inDoubt) {
        super(message, cause);
        this.outage = outage;
        this.inDoubt = inDoubt;
    }

    /** Whether the transaction may have been committed: its connection broke during the commit. */
    public boolean isInDoubt() {
        return inDoubt;
    }

    /** Empty if the statement is to blame. */
    public Optional<OutageReason> outage() {
        return Optional.ofNullable(outage);
    }

    /** Whether a failure, or a cause of it, is an outage of the database. {@link StorageOutage} logs it for all callers. */
    public static boolean isOutage(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageException failure && failure.outage != null) {
                return true;
            }
        }
        return false;
    }
}
