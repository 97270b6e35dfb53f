package ghl.gateway.highlevel.operation;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.contact.draft.UpsertedContact;
import ghl.gateway.highlevel.transport.CrmCaller;
import ghl.gateway.highlevel.transport.CrmClients;
import ghl.gateway.highlevel.wire.RequestBodies;
import ghl.gateway.highlevel.wire.TagsJson;
import ghl.gateway.highlevel.wire.WireMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** One contact and its tags. */
@ApplicationScoped
public class ContactCalls {

    private final CrmCaller caller;
    private final CrmClients crm;

    public ContactCalls(CrmCaller caller, CrmClients crm) {
        this.caller = caller;
        this.crm = crm;
    }

    public Uni<Contact> get(String locationId, String contactId) {
        return caller.readOrNull(
                        locationId,
                        "get-contact",
                        token -> crm.contacts().getContact(token, contactId),
                        answer -> WireMapper.wholeContact(answer.required(), locationId))
                .map(contact -> contact != null && contact.locationId().equals(locationId) ? contact : null);
    }

    public Uni<Contact> getByEmailOrPhone(String locationId, String email, String phone) {
        return caller.readOrNull(
                locationId,
                "get-duplicate-contact",
                token -> crm.contacts().getDuplicateContact(token, locationId, phone, email),
                answer -> answer.contact() == null ? null : WireMapper.partialContact(answer.contact(), locationId));
    }

    public Uni<UpsertedContact> upsert(String locationId, ContactDraft draft) {
        return caller.write(
                locationId,
                "upsert-contact",
                token -> crm.contacts().upsertContact(token, RequestBodies.newContact(locationId, draft)),
                answer -> new UpsertedContact(
                        WireMapper.partialContact(answer.required(), locationId),
                        Boolean.TRUE.equals(answer.created())));
    }

    public Uni<Contact> create(String locationId, ContactDraft draft) {
        return caller.write(
                locationId,
                "create-contact",
                token -> crm.contacts().createContact(token, RequestBodies.newContact(locationId, draft)),
                answer -> WireMapper.partialContact(answer.required(), locationId));
    }

    public Uni<Contact> update(String locationId, String contactId, ContactDraft draft) {
        return caller.write(
                locationId,
                "update-contact",
                token -> crm.contacts().updateContact(token, contactId, RequestBodies.contactChanges(draft)),
                answer -> WireMapper.partialContact(answer.required(), locationId));
    }

    public Uni<Void> delete(String locationId, String contactId) {
        return caller.delete(
                locationId, "delete-contact", token -> crm.contacts().deleteContact(token, contactId));
    }

    public Uni<List<String>> addTags(String locationId, String contactId, List<String> tags) {
        return caller.write(
                locationId,
                "add-tags",
                token -> crm.contacts().addTags(token, contactId, RequestBodies.tags(tags)),
                TagsJson::tags);
    }

    public Uni<List<String>> removeTags(String locationId, String contactId, List<String> tags) {
        return caller.write(
                locationId,
                "remove-tags",
                token -> crm.contacts().removeTags(token, contactId, RequestBodies.tags(tags)),
                TagsJson::tags);
    }
}
