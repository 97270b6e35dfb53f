package ghl.gateway.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A constraint on a value. */
@FunctionalInterface
public interface Check {

    /** Violations, as sentences that begin with the path; empty for a valid value. */
    List<String> violations(String path, JsonNode value);
}
