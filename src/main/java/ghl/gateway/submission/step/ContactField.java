package ghl.gateway.submission.step;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.contact.draft.ContactDraftBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A field of a contact that has one value.
 *
 * @param name as in the schema
 * @param sent its value in a draft; null if it is not set, empty if it is cleared
 * @param stored its value in the CRM; null if it has none
 * @param setter sets it in a draft
 */
record ContactField<T>(
        String name,
        Function<ContactDraft, Optional<T>> sent,
        Function<Contact, T> stored,
        BiFunction<ContactDraftBuilder, Optional<T>, ContactDraftBuilder> setter) {

    static final List<ContactField<?>> ALL = List.of(
            field("firstName", ContactDraft::firstName, Contact::firstName, ContactDraftBuilder::firstName),
            field("lastName", ContactDraft::lastName, Contact::lastName, ContactDraftBuilder::lastName),
            field("name", ContactDraft::name, Contact::name, ContactDraftBuilder::name),
            field("email", ContactDraft::email, Contact::email, ContactDraftBuilder::email),
            field("phone", ContactDraft::phone, Contact::phone, ContactDraftBuilder::phone),
            field("companyName", ContactDraft::companyName, Contact::companyName, ContactDraftBuilder::companyName),
            field("address1", ContactDraft::address1, Contact::address1, ContactDraftBuilder::address1),
            field("city", ContactDraft::city, Contact::city, ContactDraftBuilder::city),
            field("state", ContactDraft::state, Contact::state, ContactDraftBuilder::state),
            field("postalCode", ContactDraft::postalCode, Contact::postalCode, ContactDraftBuilder::postalCode),
            field("country", ContactDraft::country, Contact::country, ContactDraftBuilder::country),
            field("website", ContactDraft::website, Contact::website, ContactDraftBuilder::website),
            field("timezone", ContactDraft::timezone, Contact::timezone, ContactDraftBuilder::timezone),
            field("source", ContactDraft::source, Contact::source, ContactDraftBuilder::source),
            field("assignedTo", ContactDraft::assignedTo, Contact::assignedTo, ContactDraftBuilder::assignedTo),
            field("dateOfBirth", ContactDraft::dateOfBirth, Contact::dateOfBirth, ContactDraftBuilder::dateOfBirth),
            field("dnd", ContactDraft::dnd, ContactField::dnd, ContactDraftBuilder::dnd));

    private static <T> ContactField<T> field(
            String name,
            Function<ContactDraft, Optional<T>> sent,
            Function<Contact, T> stored,
            BiFunction<ContactDraftBuilder, Optional<T>, ContactDraftBuilder> setter) {
        return new ContactField<>(name, sent, stored, setter);
    }

    /** The CRM leaves it out of a contact that never had it. */
    private static Boolean dnd(Contact contact) {
        return Boolean.TRUE.equals(contact.dnd());
    }

    /** Empty if the draft does not set it. */
    Optional<String> textIn(ContactDraft draft) {
        Optional<T> value = sent.apply(draft);
        return value == null
                ? Optional.empty()
                : Optional.of(value.map(String::valueOf).orElse(""));
    }

    String textIn(Contact contact) {
        T value = stored.apply(contact);
        return value == null ? "" : String.valueOf(value);
    }

    void copy(ContactDraft from, ContactDraftBuilder to) {
        setter.apply(to, sent.apply(from));
    }
}
