package ghl.gateway.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.sandbox.http.SandboxRefusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields that one operation accepts. Any other field is answered with "should not exist". Reported. */
public final class BodyRules {

    private final Map<String, FieldRule> rules = new LinkedHashMap<>();

    private BodyRules(List<FieldRule> rules) {
        rules.forEach(rule -> this.rules.put(rule.name(), rule));
    }

    public static BodyRules of(FieldRule... rules) {
        return new BodyRules(Arrays.asList(rules));
    }

    /** Adds rules. A rule with the name of an existing one replaces it. */
    public BodyRules and(FieldRule... more) {
        List<FieldRule> all = new ArrayList<>(rules.values());
        all.addAll(Arrays.asList(more));
        return new BodyRules(all);
    }

    /** Refuses a body that breaks rules with 422 and all violations. */
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
