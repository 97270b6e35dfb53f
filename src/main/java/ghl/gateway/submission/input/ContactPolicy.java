package ghl.gateway.submission.input;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether a contact may be created, updated, or both.")
public enum ContactPolicy {
    @Description("Creates the contact, or updates the one with the same email or phone (`POST /contacts/upsert`).")
    UPSERT,
    @Description("Creates the contact. Fails with DUPLICATE_CONTACT when the email or phone is already in use (`POST"
            + " /contacts/`).")
    CREATE_ONLY,
    @Description("Updates the matched contact. Fails with CONTACT_NOT_FOUND when none exists (`PUT /contacts/{id}`).")
    UPDATE_ONLY
}
