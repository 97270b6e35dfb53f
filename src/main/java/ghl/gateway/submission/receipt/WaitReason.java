package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;

@Description("What a waiting submission waits for.")
public enum WaitReason {
    @Description("The next attempt after a failed call. The pauses grow from 1 second to 15 minutes.")
    RETRY,
    @Description("The location's API quota in the CRM.")
    QUOTA,
    @Description("Valid credentials: an operator must reconnect the location.")
    CREDENTIALS,
    @Description("A quiet period after a lost response. After it the gateway checks whether the call took effect, so"
            + " that nothing is created twice. Or the lost response was that of an earlier submission of the same person, which"
            + " set the same thing to another value.")
    QUIET,
    @Description("An earlier submission of the same person. One person's submissions are delivered in order.")
    LANE
}
