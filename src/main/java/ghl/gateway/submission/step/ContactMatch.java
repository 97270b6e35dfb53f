package ghl.gateway.submission.step;

import ghl.gateway.contact.draft.ContactDraft;
import java.util.Optional;

/** Identifiers of a contact. Null components are not given; e-mail and phone have the CRM's format. */
public record ContactMatch(String id, String email, String phone) {

    /** The e-mail and phone of a draft. */
    public static ContactMatch of(ContactDraft draft) {
        return new ContactMatch(null, valueOf(draft.email()), valueOf(draft.phone()));
    }

    private static String valueOf(Optional<String> field) {
        return field == null ? null : field.orElse(null);
    }
}
