package ghl.gateway.submission.receipt;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Why a step is not done.")
public record StepError(
        @NonNull
        @Description("For programs: CONTACT_NOT_FOUND, DUPLICATE_CONTACT, RECORD_NOT_FOUND, UPSTREAM_REFUSED,"
                + " UPSTREAM_UNAUTHORIZED, UPSTREAM_UNAVAILABLE, TIMEOUT or RATE_LIMITED.")
        String code,

        @NonNull @Description("For people.") String message,

        @Description("The CRM's own sentences, when it gave some.")
        List<@NonNull String> reasons,

        @Description("HTTP status of the CRM's answer, when there was one.")
        Integer upstreamStatus,

        @Id @Description("The contact that is already there, for DUPLICATE_CONTACT.")
        String contactId,

        @Description("The CRM's trace id, to quote to its support.")
        String traceId) {

    /** Without what the CRM may have quoted. */
    public StepError withoutReasons() {
        return new StepError(code, "The details were removed", List.of(), upstreamStatus, contactId, traceId);
    }
}
