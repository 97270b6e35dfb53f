package ghl.gateway.sandbox.contact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The e-mail (lower case) and the phone (E.164) that a contact is looked for by; either may be missing. */
record Identity(Optional<String> email, Optional<String> phone) {

    /** @param contact with its phone in E.164 */
    static Identity of(JsonNode contact) {
        return new Identity(Identifier.EMAIL.valueOf(contact), Identifier.PHONE.valueOf(contact));
    }

    Optional<String> get(Identifier identifier) {
        return identifier == Identifier.EMAIL ? email : phone;
    }

    boolean isNobody() {
        return email.isEmpty() && phone.isEmpty();
    }
}
