package ghl.gateway.submission.step;

import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.highlevel.call.UpstreamException.NotFound;
import ghl.gateway.highlevel.call.UpstreamException.RateLimited;
import ghl.gateway.highlevel.call.UpstreamException.Rejected;
import ghl.gateway.highlevel.call.UpstreamException.Unauthorized;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable;
import ghl.gateway.submission.receipt.StepError;
import ghl.gateway.submission.receipt.WaitReason;
import java.util.List;

/** What each failure of the CRM means for a step. */
final class StepErrors {

    private StepErrors() {}

    static StepError contactNotFound() {
        return new StepError("CONTACT_NOT_FOUND", "The location has no such contact", List.of(), null, null, null);
    }

    static StepError duplicateContact(String contactId) {
        return new StepError(
                "DUPLICATE_CONTACT", "The location has such a contact already", List.of(), null, contactId, null);
    }

    static StepResult resultOf(UpstreamException e) {
        if (e instanceof NotFound) {
            return new StepResult.Refused(
                    error("RECORD_NOT_FOUND", "The location has no such contact, task or note", List.of(), null, e));
        }
        if (e instanceof Rejected rejected) {
            return new StepResult.Refused(refusal(rejected));
        }
        if (e instanceof RateLimited) {
            return new StepResult.TryAgain(
                    error("RATE_LIMITED", "The location's calls are spent", List.of(), null, e),
                    WaitReason.QUOTA,
                    false,
                    e.retryAfter().orElse(null));
        }
        if (e instanceof Unauthorized) {
            return new StepResult.TryAgain(
                    error("UPSTREAM_UNAUTHORIZED", "The CRM does not accept the gateway's token", List.of(), null, e),
                    WaitReason.CREDENTIALS,
                    false,
                    null);
        }
        Unavailable unavailable = (Unavailable) e;
        String code = unavailable.reason() == Unavailable.Cause.TIMED_OUT ? "TIMEOUT" : "UPSTREAM_UNAVAILABLE";
        String message = unavailable.maybeDone()
                ? "The CRM gave no usable answer: it may or may not have taken effect"
                : "The CRM could not be reached";
        return new StepResult.TryAgain(
                error(code, message, List.of(), null, e), WaitReason.RETRY, unavailable.maybeDone(), null);
    }

    private static StepError refusal(Rejected rejected) {
        return rejected.duplicateOf()
                .map(contactId -> error(
                        "DUPLICATE_CONTACT",
                        "There is a contact with the same "
                                + rejected.matchingField().orElse("identifier"),
                        rejected.reasons(),
                        contactId,
                        rejected))
                .orElseGet(() -> error(
                        "UPSTREAM_REFUSED",
                        "The CRM refused it: " + String.join("; ", rejected.reasons()),
                        rejected.reasons(),
                        null,
                        rejected));
    }

    private static StepError error(
            String code, String message, List<String> reasons, String contactId, UpstreamException e) {
        Integer status = e.status() == 0 ? null : e.status();
        return new StepError(
                code, message, reasons, status, contactId, e.traceId().orElse(null));
    }
}
