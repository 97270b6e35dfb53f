package ghl.gateway.storage;

/** Encrypts values that must not be readable in database files and backups. */
public interface Sealing {

    /** @param context identifies the value's place, for example {@code submission/payload/ID}; required again to open it */
    byte[] seal(byte[] clear, String context);

    /** @throws StorageException when the value was sealed for another context or with an unknown key */
    byte[] open(byte[] sealed, String context);
}
