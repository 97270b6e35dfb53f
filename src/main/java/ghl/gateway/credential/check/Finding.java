package ghl.gateway.credential.check;

/**
 * What was found out about one location.
 *
 * @param scope what was tried
 * @param problem null when it may be done
 */
public record Finding(String locationId, Scope scope, String problem) {

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
