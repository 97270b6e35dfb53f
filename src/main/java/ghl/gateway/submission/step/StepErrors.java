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

/** The errors of steps, and the translation from failures of the CRM. */
public final class StepErrors {

    public static final StepError INTERRUPTED = error(
            "INTERRUPTED", "The gateway stopped before the CRM answered: the call may or may not have taken effect");

    static final StepError CONTACT_NOT_FOUND = error("CONTACT_NOT_FOUND", "The location has no such contact");

    static final StepError UNSURE_WITHOUT_IDENTIFIER = error(
            "UNSURE",
            "The contact has neither e-mail nor phone, so the gateway cannot find out whether it was created: check in the"
                    + " CRM, then resolve the step");

    private StepErrors() {}

    static StepError duplicateContact(String contactId) {
        return error("DUPLICATE_CONTACT", "The location already has this contact", contactId);
    }

    static StepError unsureWhichContact(String contactId) {
        return error(
                "UNSURE",
                "The location has another contact like this and allows duplicates, so the gateway cannot find out whether"
                        + " this one was created: check in the CRM, then resolve the step",
                contactId);
    }

    static StepError changedSinceBackup(String contactId, List<String> reasons) {
        return new StepError(
                "CHANGED_SINCE_BACKUP",
                "The journal comes from a backup, and the contact was changed in the CRM after it: retry the submission to"
                        + " write its values, or discard it",
                reasons,
                null,
                contactId,
                null);
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
                    error("RATE_LIMITED", "The location's call quota is used up", List.of(), null, e),
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
                ? "The CRM gave no usable answer: the call may or may not have taken effect"
                : "The CRM could not be reached";
        return new StepResult.TryAgain(
                error(code, message, List.of(), null, e), WaitReason.RETRY, unavailable.maybeDone(), null);
    }

    private static StepError refusal(Rejected rejected) {
        return rejected.duplicateOf()
                .map(contactId -> error(
                        "DUPLICATE_CONTACT",
                        "The location already has a contact with the same "
                                + rejected.matchingField().orElse("identifier"),
                        rejected.reasons(),
                        contactId,
                        rejected))
                .orElseGet(() -> error(
                        "UPSTREAM_REFUSED",
                        "The CRM refused the call: " + String.join("; ", rejected.reasons()),
                        rejected.reasons(),
                        null,
                        rejected));
    }

    private static StepError error(String code, String message) {
        return error(code, message, null);
    }

    private static StepError error(String code, String message, String contactId) {
        return new StepError(code, message, List.of(), null, contactId, null);
    }

    private static StepError error(
            String code, String message, List<String> reasons, String contactId, UpstreamException e) {
        Integer status = e.status() == 0 ? null : e.status();
        return new StepError(
                code, message, reasons, status, contactId, e.traceId().orElse(null));
    }
}
