package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;

@Description("What happened to the contact.")
public enum ContactOutcome {
    @Description("It is new.")
    CREATED,
    @Description("It was there and has been updated.")
    UPDATED,
    @Description("It was there and has not been written itself.")
    FOUND,
    @Description("It has been deleted.")
    DELETED
}
