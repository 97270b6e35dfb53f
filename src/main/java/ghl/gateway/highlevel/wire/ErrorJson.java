package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the CRM says no: one sentence or a list of them. An answer that is no such JSON, for example a proxy's page, has
 * no sentences.
 */
public record ErrorJson(
        @JsonDeserialize(using = Lenient.TextsReader.class) List<String> message, String traceId, Meta meta) {

    private static final Pattern UNKNOWN_ROUTE = Pattern.compile("Cannot (GET|POST|PUT|PATCH|DELETE) ");
    private static final ErrorJson SAYS_NOTHING = new ErrorJson(null, null, null);

    public record Meta(String contactId, String matchingField) {}

    public static ErrorJson parse(String body) {
        try {
            ErrorJson error = WireJson.mapper().readValue(body, ErrorJson.class);
            return error == null ? SAYS_NOTHING : error;
        } catch (JsonProcessingException e) {
            return UNKNOWN_ROUTE.matcher(body).find()
                    ? new ErrorJson(List.of("Cannot GET this path"), null, null)
                    : SAYS_NOTHING;
        }
    }

    public List<String> reasons() {
        return Optional.ofNullable(message).orElse(List.of());
    }

    public String firstReason(String otherwise) {
        return reasons().stream().findFirst().orElse(otherwise);
    }

    public boolean saysNotFound() {
        return reasons().stream()
                .anyMatch(reason -> reason.toLowerCase(Locale.ROOT).contains("not found"));
    }

    public boolean saysUnknownRoute() {
        return reasons().stream()
                .anyMatch(reason -> UNKNOWN_ROUTE.matcher(reason).find());
    }

    public String duplicateOf() {
        return meta == null ? null : meta.contactId();
    }

    public String matchingField() {
        return meta == null ? null : meta.matchingField();
    }
}
