package ghl.gateway.submission.delivery;

import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepError;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.SubmissionStatus;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One log line for each submission that is parked or quarantined: its ids, the cause and what to do. The CRM's messages
 * may quote the contact, so only the receipt contains them.
 */
public final class AttentionLog {

    private static final Logger LOG = Logger.getLogger(AttentionLog.class);

    private AttentionLog() {}

    /** Logs a submission that was accepted into a state that needs a person. */
    public static void accepted(JournaledSubmission submission) {
        if (submission.state().status() == SubmissionStatus.QUARANTINED) {
            LOG.infof("%s quarantined as probable spam. Approve or discard it.", ids(submission));
        } else if (submission.state().status() == SubmissionStatus.PARKED) {
            parked(submission);
        }
    }

    static void changed(JournaledSubmission before, JournaledSubmission now) {
        SubmissionState state = now.state();
        if (state.status() == SubmissionStatus.PARKED
                && (before.state().status() != SubmissionStatus.PARKED
                        || before.state().reason() != state.reason())) {
            parked(now);
        }
    }

    private static void parked(JournaledSubmission submission) {
        ParkReason reason = submission.state().reason();
        String place = causingStep(submission, reason)
                .map(step -> " at step " + step.number() + " " + step.kind() + detail(step.error()))
                .orElse("");
        LOG.warnf("%s parked: %s%s. %s.", ids(submission), reason, place, remedy(reason));
    }

    private static Optional<JournaledStep> causingStep(JournaledSubmission submission, ParkReason reason) {
        return submission.steps().stream()
                .filter(step ->
                        reason == ParkReason.REFUSED ? step.status() == StepStatus.REFUSED : step.park() == reason)
                .findFirst();
    }

    private static String detail(StepError error) {
        if (error == null) {
            return "";
        }
        return " (" + error.code()
                + (error.upstreamStatus() == null ? "" : ", HTTP " + error.upstreamStatus())
                + (error.traceId() == null ? "" : ", CRM trace " + error.traceId()) + ")";
    }

    private static String remedy(ParkReason reason) {
        return switch (reason) {
            case REFUSED -> "The receipt has the CRM's reasons: correct their cause and retry it, or discard it";
            case UNSURE ->
                "Check in the CRM what took effect, then resolve the UNSURE step, or retry the submission if it has none";
            case UNAVAILABLE -> "Retry it once the CRM answers again";
            case APPROVAL -> "Approve or discard it";
            case CHANGED_SINCE_BACKUP ->
                "The receipt shows the CRM's values and its own: retry it to write its own, or discard it";
            case UNREADABLE ->
                "Its warning UNREADABLE says why. Look at its body (GET /ops/submissions/ID/body). If it has the form's"
                        + " answers under other names, correct the form's definition and retry it; if it is malformed,"
                        + " enter the lead by hand, then discard it, and correct the sender's template";
        };
    }

    private static String ids(JournaledSubmission submission) {
        return "Submission " + submission.id() + " ("
                + (submission.form() == null ? "no form" : "form " + submission.form()) + ", location "
                + submission.locationId() + ")";
    }
}
