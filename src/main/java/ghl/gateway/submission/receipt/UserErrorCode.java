package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;

@Description("What is wrong with an input.")
public enum UserErrorCode {
    @Description("Something that must be there is not.")
    REQUIRED,
    @Description("An empty text; leave the field out to keep it, or send null to clear it.")
    BLANK,
    @Description("Not of the form that is wanted.")
    INVALID,
    @Description("Longer, or more, than is taken.")
    TOO_LONG,
    @Description("No such thing in this location.")
    UNKNOWN,
    @Description("Does not go together with something else in the input.")
    CONFLICT,
    @Description("The idempotency key has been used for another input.")
    KEY_REUSED
}
