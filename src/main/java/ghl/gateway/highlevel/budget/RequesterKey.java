package ghl.gateway.highlevel.budget;

/**
 * Who asks for calls: callers take turns with each other, and the requests of a caller among themselves.
 *
 * @param caller told by {@code equals}
 * @param request told by identity
 */
public record RequesterKey(Object caller, Object request) {

    /** Somebody who has no other request, nor any caller in common with one. */
    public static RequesterKey alone() {
        Object self = new Object();
        return new RequesterKey(self, self);
    }
}
