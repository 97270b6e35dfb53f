package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;

@Description("Status of a step.")
public enum StepStatus {
    @Description("Not done yet.")
    TODO,
    @Description("The call to the CRM is in progress.")
    RUNNING,
    @Description("Called, but the CRM's response was lost, or it refused a task, note or contact that it may have"
            + " created anyway. It is unknown whether the step took effect.")
    UNSURE,
    @Description("Done.")
    DONE,
    @Description("Refused by the CRM. `error` says why.")
    REFUSED,
    @Description("Not run, because the CRM refused the contact that it needs.")
    SKIPPED
}
