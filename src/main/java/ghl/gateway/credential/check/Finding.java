package ghl.gateway.credential.check;

/**
 * Result of one check of one location.
 *
 * @param problem null when the call is allowed
 * @param scopeIsMissing whether the scope is the cause, rather than the token or an outage
 */
public record Finding(String locationId, Scope scope, String problem, boolean scopeIsMissing) {

    static Finding granted(String locationId, Scope scope) {
        return new Finding(locationId, scope, null, false);
    }

    /** Whether the gateway can work with this result. */
    public boolean isGood() {
        return isGranted() || scope.isOptional();
    }

    public boolean isGranted() {
        return problem == null;
    }

    @Override
    public String toString() {
        String mark = isGranted() ? "ok    " : isGood() ? "note  " : "FAIL  ";
        return mark + locationId + ": " + scope + (isGranted() ? "" : ": " + problem);
    }
}
