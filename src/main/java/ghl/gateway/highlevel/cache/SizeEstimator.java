package ghl.gateway.highlevel.cache;

/**
 * Estimates the heap size of a value in bytes, never too low. The CRM's records are mostly text, with at most two bytes
 * per character, and the component names in a record's {@code toString} make up for object overhead.
 */
public final class SizeEstimator {

    /** An entry with a short key and no value. */
    static final int EMPTY = 400;

    private static final int BYTES_PER_CHARACTER = 2;

    private SizeEstimator() {}

    public static int of(Object value) {
        return EMPTY + ofKey(value);
    }

    /** Keys count too: they can contain a caller's long search text. */
    static int ofKey(Object key) {
        return key == null ? 0 : key.toString().length() * BYTES_PER_CHARACTER;
    }
}
