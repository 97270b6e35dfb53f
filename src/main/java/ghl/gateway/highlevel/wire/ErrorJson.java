package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import ghl.gateway.highlevel.wire.LenientReaders.Texts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An error answer with its messages: one or a list. Other answers, such as a proxy's web page, have none. */
public record ErrorJson(@Texts List<String> message, String traceId, Meta meta) {

    private static final Pattern UNKNOWN_ROUTE = Pattern.compile("Cannot (GET|POST|PUT|PATCH|DELETE) [^<\\s]*");
    private static final Pattern RECORD = Pattern.compile("\\b(contact|task|note)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_FOUND = Pattern.compile("\\bnot found", Pattern.CASE_INSENSITIVE);
    private static final Pattern BAD_TOKEN = Pattern.compile(
            "\\bjwt\\b|access token is (invalid|expired)|token (is|has) expired", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_REASON = 200;
    private static final ErrorJson EMPTY = new ErrorJson(null, null, null);

    public record Meta(String contactId, String matchingField) {}

    public static ErrorJson parse(String body) {
        try {
            ErrorJson error = WireJson.mapper().readValue(body, ErrorJson.class);
            return error == null ? EMPTY : error;
        } catch (JsonProcessingException e) {
            Matcher page = UNKNOWN_ROUTE.matcher(body);
            return page.find() ? new ErrorJson(List.of(page.group()), null, null) : EMPTY;
        }
    }

    public List<String> reasons() {
        return Optional.ofNullable(message).orElse(List.of());
    }

    /** The first reason, cut to a length that fits a log line. */
    public String firstReason(String fallback) {
        String reason = reasons().stream().findFirst().orElse(fallback);
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }

    /**
     * Whether the CRM says that a record is missing: the vendor uses 400 for it as well as 404. A 404 can also mean an
     * unknown path, or come from another server at the CRM's address.
     */
    public boolean isRecordNotFound(int status) {
        return switch (status) {
            case 404 -> !reasons().isEmpty() && !isUnknownRoute();
            case 400 -> reasons().stream().anyMatch(ErrorJson::namesMissingRecord);
            default -> false;
        };
    }

    /** Two searches, because one pattern would search to the end after every record that is named. */
    private static boolean namesMissingRecord(String reason) {
        Matcher record = RECORD.matcher(reason);
        return record.find() && NOT_FOUND.matcher(reason).find(record.end());
    }

    /** Whether a 401 concerns the token itself, not its scopes or another header. */
    public boolean rejectsToken() {
        return reasons().stream().anyMatch(reason -> BAD_TOKEN.matcher(reason).find());
    }

    private boolean isUnknownRoute() {
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
