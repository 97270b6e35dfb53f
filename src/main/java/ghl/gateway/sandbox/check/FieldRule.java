package ghl.gateway.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The values that a field of a body may hold.
 *
 * @param nullable whether null is accepted and clears the field
 */
public record FieldRule(String name, boolean required, boolean nullable, List<Check> checks) {

    /** A constraint on a value. */
    @FunctionalInterface
    public interface Check {

        /** Violations, as sentences that begin with the path; empty for a valid value. */
        List<String> violations(String path, JsonNode value);
    }

    public static FieldRule optional(String name, Check... checks) {
        return new FieldRule(name, false, false, List.of(checks));
    }

    public static FieldRule required(String name, Check... checks) {
        return new FieldRule(name, true, false, List.of(checks));
    }

    public FieldRule orNull() {
        return new FieldRule(name, required, true, checks);
    }

    List<String> violations(String prefix, JsonNode value) {
        boolean skipped = (value.isMissingNode() && !required) || (value.isNull() && nullable);
        List<String> violations = new ArrayList<>();
        if (!skipped) {
            checks.forEach(check -> violations.addAll(check.violations(prefix + name, value)));
        }
        return violations;
    }
}
