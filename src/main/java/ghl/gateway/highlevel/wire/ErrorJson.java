package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the CRM says no: one sentence or a list of them. An answer that is no such JSON, for example a proxy's page, has
 * no sentences.
 */
public record ErrorJson(
        @JsonDeserialize(using = LenientReaders.TextsReader.class)
        List<String> message,

        String traceId,
        Meta meta) {

    private static final Pattern UNKNOWN_ROUTE = Pattern.compile("Cannot (GET|POST|PUT|PATCH|DELETE) [^<\\s]*");
    private static final Pattern NO_SUCH_RECORD =
            Pattern.compile("\\b(contact|task|note)\\b.*\\bnot found", Pattern.CASE_INSENSITIVE);
    private static final Pattern BAD_TOKEN = Pattern.compile(
            "\\bjwt\\b|access token is (invalid|expired)|token (is|has) expired", Pattern.CASE_INSENSITIVE);
    private static final int MOST_OF_A_REASON = 200;
    private static final ErrorJson SAYS_NOTHING = new ErrorJson(null, null, null);

    public record Meta(String contactId, String matchingField) {}

    public static ErrorJson parse(String body) {
        try {
            ErrorJson error = WireJson.mapper().readValue(body, ErrorJson.class);
            return error == null ? SAYS_NOTHING : error;
        } catch (JsonProcessingException e) {
            Matcher page = UNKNOWN_ROUTE.matcher(body);
            return page.find() ? new ErrorJson(List.of(page.group()), null, null) : SAYS_NOTHING;
        }
    }

    public List<String> reasons() {
        return Optional.ofNullable(message).orElse(List.of());
    }

    /** In a line that fits a log. */
    public String firstReason(String otherwise) {
        String reason = reasons().stream().findFirst().orElse(otherwise);
        return reason.length() <= MOST_OF_A_REASON ? reason : reason.substring(0, MOST_OF_A_REASON) + "…";
    }

    /** Whether the CRM's own words mean that a record is missing; the vendor uses 400 for it as well as 404. */
    public boolean saysNoSuchRecord(int status) {
        return switch (status) {
            case 404 -> !reasons().isEmpty() && !saysUnknownRoute();
            case 400 ->
                reasons().stream()
                        .anyMatch(reason -> NO_SUCH_RECORD.matcher(reason).find());
            default -> false;
        };
    }

    /** Whether a 401 is about the token itself, and not about what it may do or about another header. */
    public boolean blamesTheToken() {
        return reasons().stream().anyMatch(reason -> BAD_TOKEN.matcher(reason).find());
    }

    private boolean saysUnknownRoute() {
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
