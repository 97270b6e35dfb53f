package ghl.gateway.submission.input;

import org.eclipse.microprofile.graphql.Description;

@Description("What may happen to the contact.")
public enum ContactPolicy {
    @Description("Create it, or update the one that has the same e-mail or phone (POST /contacts/upsert).")
    UPSERT,
    @Description("Create it; refused with DUPLICATE_CONTACT when somebody has its e-mail or phone (POST /contacts/).")
    CREATE_ONLY,
    @Description(
            "Update the one that is matched; refused with CONTACT_NOT_FOUND when there is none (PUT /contacts/{id}).")
    UPDATE_ONLY
}
