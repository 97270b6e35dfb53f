package ghl.gateway.storage;

import java.util.Arrays;

/**
 * Seals nothing: as long as there is no master key, whoever reads the database reads everything. What it keeps begins with
 * a byte that says so, by which sealed data will be told from it.
 */
final class Unsealed implements Sealing {

    /** The first byte of what is kept in the clear. */
    static final byte CLEAR = 0;

    @Override
    public byte[] seal(byte[] clear, String context) {
        byte[] kept = new byte[clear.length + 1];
        kept[0] = CLEAR;
        System.arraycopy(clear, 0, kept, 1, clear.length);
        return kept;
    }

    /** @param context makes no difference here */
    @Override
    public byte[] open(byte[] sealed, String context) {
        if (sealed.length == 0 || sealed[0] != CLEAR) {
            throw new StorageException("This was sealed with a key, and the gateway has none: " + context, null);
        }
        return Arrays.copyOfRange(sealed, 1, sealed.length);
    }
}
