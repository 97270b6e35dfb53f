package ghl.gateway.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.sandbox.http.SandboxRefusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that one operation takes in its body; whatever is not listed "should not exist". Reported. */
public final class BodyRules {

    private final Map<String, FieldRule> rules = new LinkedHashMap<>();

    private BodyRules(List<FieldRule> rules) {
        rules.forEach(rule -> this.rules.put(rule.name(), rule));
    }

    public static BodyRules of(FieldRule... rules) {
        return new BodyRules(Arrays.asList(rules));
    }

    /** These rules and some more; one of the same name takes the place of the old one. */
    public BodyRules and(FieldRule... more) {
        List<FieldRule> all = new ArrayList<>(rules.values());
        all.addAll(Arrays.asList(more));
        return new BodyRules(all);
    }

    /** Refuses a body with 422 and all that is wrong with it. */
    public void check(JsonNode body) {
        List<String> violations = violations("", body);
        if (!violations.isEmpty()) {
            throw SandboxRefusal.unprocessable(violations);
        }
    }

    List<String> violations(String prefix, JsonNode body) {
        List<String> violations = new ArrayList<>();
        body.fieldNames().forEachRemaining(name -> {
            if (!rules.containsKey(name)) {
                violations.add(prefix + "property " + name + " should not exist");
            }
        });
        rules.values().forEach(rule -> violations.addAll(rule.violations(prefix, body.path(rule.name()))));
        return violations;
    }
}
