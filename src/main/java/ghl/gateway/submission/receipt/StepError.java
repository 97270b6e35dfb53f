package ghl.gateway.submission.receipt;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Reason why a step is not done.")
public record StepError(
        @NonNull
        @Description("Machine-readable code: CONTACT_NOT_FOUND, DUPLICATE_CONTACT, RECORD_NOT_FOUND, UPSTREAM_REFUSED,"
                + " UPSTREAM_UNAUTHORIZED, UPSTREAM_UNAVAILABLE, TIMEOUT, RATE_LIMITED, INTERRUPTED (the gateway"
                + " stopped before the response arrived) or UNSURE (nothing shows whether the contact was created).")
        String code,

        @NonNull @Description("Human-readable message.") String message,

        @Description("Messages of the CRM, as it returned them. Empty when it gave none, and once the submission's"
                + " content is erased.")
        List<@NonNull String> reasons,

        @Description("HTTP status of the CRM, if any.") Integer upstreamStatus,

        @Id @Description("ID of the existing contact, for DUPLICATE_CONTACT.")
        String contactId,

        @Description("Trace ID to quote to the CRM's support. Null when the CRM sent none.")
        String traceId) {

    /** Copy without the CRM's messages, which may quote personal data. */
    public StepError withoutReasons() {
        return new StepError(code, "The details were removed", List.of(), upstreamStatus, contactId, traceId);
    }
}
