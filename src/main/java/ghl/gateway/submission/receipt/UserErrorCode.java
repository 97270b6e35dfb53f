package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;

@Description("Kind of problem with an input field.")
public enum UserErrorCode {
    @Description("A required value is missing.")
    REQUIRED,
    @Description("The text is empty. Omit the field to leave it unchanged, or send null to clear it.")
    BLANK,
    @Description("The value has the wrong format.")
    INVALID,
    @Description("The text is too long, or the list has too many entries, or there are more errors than are listed.")
    TOO_LONG,
    @Description("The location or the gateway has no record with this name or ID.")
    UNKNOWN,
    @Description("The value contradicts another part of the input.")
    CONFLICT,
    @Description("The idempotency key was already used for a different input. Use a new key for new content.")
    KEY_REUSED
}
