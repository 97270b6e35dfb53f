package ghl.gateway.sandbox.search;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.sandbox.check.SandboxDates;
import ghl.gateway.sandbox.http.SandboxRefusal;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The bounds {@code gt, gte, lt, lte} of a range filter, on numbers and on dates (ISO text or epoch ms). A date or time
 * without an offset is in the location's zone. Reported.
 */
final class Range {

    private static final Set<String> BOUNDS = Set.of("gt", "gte", "lt", "lte");

    private final JsonNode bounds;
    private final ZoneId zone;
    private final String field;

    Range(JsonNode bounds, ZoneId zone, String field) {
        this.bounds = bounds;
        this.zone = zone;
        this.field = field;
        if (!bounds.isObject() || bounds.isEmpty()) {
            throw invalid();
        }
        bounds.fieldNames().forEachRemaining(name -> {
            if (!BOUNDS.contains(name)) {
                throw invalid();
            }
            number(bounds.get(name));
        });
    }

    boolean holdsAny(List<JsonNode> values) {
        return values.stream().anyMatch(this::holds);
    }

    private boolean holds(JsonNode value) {
        BigDecimal number = number(value);
        return isOn("gt", number, difference -> difference > 0)
                && isOn("gte", number, difference -> difference >= 0)
                && isOn("lt", number, difference -> difference < 0)
                && isOn("lte", number, difference -> difference <= 0);
    }

    private boolean isOn(String bound, BigDecimal value, IntPredicate side) {
        return !bounds.has(bound) || side.test(value.compareTo(number(bounds.get(bound))));
    }

    private BigDecimal number(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        return SandboxDates.instant(value.asText(), zone)
                .map(instant -> BigDecimal.valueOf(instant.toEpochMilli()))
                .orElseThrow(this::invalid);
    }

    private SandboxRefusal invalid() {
        return SandboxRefusal.badRequest("Invalid range for field " + field);
    }
}
