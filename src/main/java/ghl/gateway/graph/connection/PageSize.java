package ghl.gateway.graph.connection;

import ghl.gateway.contact.InvalidInputException;

/** How long a page may be. */
public final class PageSize {

    private static final int DEFAULT = 20;
    private static final int LARGEST = 100;

    private PageSize() {}

    /**
     * @param first as the caller gave it, or null
     * @throws InvalidInputException when it is too small or too large
     */
    public static int of(Integer first) {
        int size = first == null ? DEFAULT : first;
        if (size < 1 || size > LARGEST) {
            throw new InvalidInputException("first must be 1 to " + LARGEST + ", not " + size);
        }
        return size;
    }
}
