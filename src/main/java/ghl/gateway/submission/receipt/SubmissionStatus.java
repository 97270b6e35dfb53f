package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;

@Description("Delivery status of a submission.")
public enum SubmissionStatus {
    @Description("Accepted and stored. No step has run yet.")
    QUEUED,
    @Description("Delivery to the CRM is in progress.")
    RUNNING,
    @Description("Waits for its next attempt and continues automatically. `waitingFor` says why, `nextAttemptAt` when.")
    WAITING,
    @Description("All steps are done.")
    DONE,
    @Description("Stopped until a person acts. `reason` and the errors of the steps say why. Completed steps stay in"
            + " effect.")
    PARKED,
    @Description("Set aside as probable spam. Delivered once an operator approves it.")
    QUARANTINED,
    @Description("Abandoned by an operator. Open steps do not run; completed steps stay in effect.")
    DISCARDED
}
