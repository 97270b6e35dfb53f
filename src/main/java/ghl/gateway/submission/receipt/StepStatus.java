package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;

@Description("How far a step is.")
public enum StepStatus {
    @Description("Not done.")
    TODO,
    @Description("Being done right now.")
    RUNNING,
    @Description("Tried, but the answer was lost: it may or may not have taken effect.")
    UNSURE,
    @Description("Done.")
    DONE,
    @Description("Refused by the CRM: `error` says why.")
    REFUSED,
    @Description("Not tried, because the contact it needs was refused.")
    SKIPPED
}
