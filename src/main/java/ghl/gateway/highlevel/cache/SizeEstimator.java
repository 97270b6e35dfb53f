package ghl.gateway.highlevel.cache;

/**
 * What a value takes of the heap, in bytes, about: never less than it does. Text is most of what the CRM's records hold,
 * two bytes to the character at most, and the names in a record's {@code toString} make up for what objects take besides.
 */
final class SizeEstimator {

    /** What a slot takes with a short key. */
    static final int EMPTY = 400;

    private static final int BYTES_PER_CHARACTER = 2;

    private SizeEstimator() {}

    static int of(Object value) {
        return EMPTY + text(value);
    }

    /** A caller's own words may stand in a key, and they may be long. */
    static int ofKey(Object key) {
        return text(key);
    }

    private static int text(Object value) {
        return value == null ? 0 : value.toString().length() * BYTES_PER_CHARACTER;
    }
}
