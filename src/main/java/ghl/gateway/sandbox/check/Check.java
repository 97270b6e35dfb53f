package ghl.gateway.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One demand on a value. */
@FunctionalInterface
public interface Check {

    /** What is wrong with the value, in sentences that begin with its path; empty when nothing is. */
    List<String> violations(String path, JsonNode value);
}
