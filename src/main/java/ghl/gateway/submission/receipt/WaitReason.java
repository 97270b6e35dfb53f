package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;

@Description("What a submission waits for.")
public enum WaitReason {
    @Description("The next try after trouble in the CRM.")
    RETRY,
    @Description("Calls of the location's quota.")
    QUOTA,
    @Description("An operator to reconnect the location.")
    CREDENTIALS,
    @Description("The CRM to come to rest after a lost answer, so that looking for its effect is safe.")
    QUIET,
    @Description("An earlier submission of the same person.")
    LANE
}
