package ghl.gateway.highlevel.budget;

/**
 * The requester of permits. Callers take turns, and so do the requests of one caller.
 *
 * @param caller compared with {@code equals}
 * @param request compared by identity
 */
public record RequesterKey(Object caller, Object request) {

    /** A requester that shares neither caller nor request with another. */
    public static RequesterKey unique() {
        Object self = new Object();
        return new RequesterKey(self, self);
    }
}
