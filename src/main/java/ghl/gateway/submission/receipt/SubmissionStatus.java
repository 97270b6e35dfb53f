package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;

@Description("How far a submission is.")
public enum SubmissionStatus {
    @Description("Accepted; nothing of it has been done yet.")
    QUEUED,
    @Description("Being delivered right now.")
    RUNNING,
    @Description("Will be tried again by itself: `waitingFor` says what it waits for.")
    WAITING,
    @Description("Everything has arrived in the CRM.")
    DONE,
    @Description("Needs a person: `reason` and the steps say why. What is done stays done.")
    PARKED,
    @Description("Taken for spam and kept aside.")
    QUARANTINED,
    @Description("Given up by a person.")
    DISCARDED
}
