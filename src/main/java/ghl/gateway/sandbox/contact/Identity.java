package ghl.gateway.sandbox.contact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The e-mail (lower case) and phone (E.164) to match by; either may be empty. */
record Identity(Optional<String> email, Optional<String> phone) {

    /** @param contact a contact whose phone is in E.164 */
    static Identity of(JsonNode contact) {
        return new Identity(Identifier.EMAIL.valueOf(contact), Identifier.PHONE.valueOf(contact));
    }

    Optional<String> get(Identifier identifier) {
        return identifier == Identifier.EMAIL ? email : phone;
    }

    boolean isEmpty() {
        return email.isEmpty() && phone.isEmpty();
    }
}
