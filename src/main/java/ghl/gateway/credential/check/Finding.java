package ghl.gateway.credential.check;

/**
 * What was found out about one location.
 *
 * @param scope what was tried
 * @param problem null when it may be done
 * @param scopeIsMissing whether it is for the scope that it may not, and not for the token, or an outage
 */
public record Finding(String locationId, Scope scope, String problem, boolean scopeIsMissing) {

    static Finding granted(String locationId, Scope scope) {
        return new Finding(locationId, scope, null, false);
    }

    /** Whether the gateway can do its work so. */
    public boolean isGood() {
        return isGranted() || scope.isDispensable();
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
