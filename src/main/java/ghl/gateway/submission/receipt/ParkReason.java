package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;

@Description("Why a submission needs a person.")
public enum ParkReason {
    @Description("The CRM refused a step: its error says why.")
    REFUSED,
    @Description("It is not known whether a step took effect: its answer was lost.")
    UNSURE,
    @Description("The CRM could not be reached, or had no calls left, and the rest is still to do.")
    UNAVAILABLE,
    @Description("It does something that an operator has to approve first: nothing of it has been done.")
    APPROVAL
}
