package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;

@Description("What the submission did to the contact.")
public enum ContactOutcome {
    @Description("The contact was created.")
    CREATED,
    @Description("An existing contact was updated.")
    UPDATED,
    @Description("An existing contact was found; its own fields were not written.")
    FOUND,
    @Description("The contact was deleted.")
    DELETED
}
