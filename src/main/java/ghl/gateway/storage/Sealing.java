package ghl.gateway.storage;

/** Makes what is kept unreadable in the database's files and backups. */
public interface Sealing {

    /** @param context what it belongs to, for example {@code submission/payload/ID}: it opens only there */
    byte[] seal(byte[] clear, String context);

    /** @throws StorageException when it was not sealed for this context, or by another key */
    byte[] open(byte[] sealed, String context);
}
