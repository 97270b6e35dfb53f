package ghl.gateway.storage;

/** The database did not do what was asked. The message never holds what was to be kept. */
public final class StorageException extends RuntimeException {

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
