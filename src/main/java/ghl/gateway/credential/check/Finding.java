package ghl.gateway.credential.check;

/**
 * What was found out about one location.
 *
 * @param what was tried, with the scope that it needs
 * @param problem null when it may be done
 */
public record Finding(String locationId, String what, String problem) {

    public boolean isGood() {
        return problem == null;
    }

    @Override
    public String toString() {
        return (isGood() ? "ok    " : "FAIL  ") + locationId + ": " + what + (isGood() ? "" : ": " + problem);
    }
}
