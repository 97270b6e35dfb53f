package ghl.gateway.highlevel.budget;

/**
 * Who asks for calls: callers take turns with each other, and the requests of a caller among themselves.
 *
 * @param caller told by {@code equals}
 * @param request told by identity
 */
public record Asker(Object caller, Object request) {

    /** Somebody who has no other request, nor any caller in common with one. */
    public static Asker alone() {
        Object self = new Object();
        return new Asker(self, self);
    }
}
