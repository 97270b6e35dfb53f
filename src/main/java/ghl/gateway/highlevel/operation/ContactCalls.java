package ghl.gateway.highlevel.operation;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.contact.draft.UpsertedContact;
import ghl.gateway.highlevel.call.UpstreamException.NotFound;
import ghl.gateway.highlevel.transport.CrmCaller;
import ghl.gateway.highlevel.transport.CrmClients;
import ghl.gateway.highlevel.wire.RequestBodies;
import ghl.gateway.highlevel.wire.TagsJson;
import ghl.gateway.highlevel.wire.WireMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** One contact: reading, writing, its tags. */
@ApplicationScoped
public class ContactCalls {

    private final CrmCaller calls;
    private final CrmClients crm;

    public ContactCalls(CrmCaller calls, CrmClients crm) {
        this.calls = calls;
        this.crm = crm;
    }

    public Uni<Contact> contact(String locationId, String contactId) {
        return calls.read(
                        locationId,
                        "get-contact",
                        () -> crm.contacts().getContact(contactId),
                        answer -> WireMapper.wholeContact(answer.known(), locationId))
                .map(contact -> contact.locationId().equals(locationId) ? contact : null)
                .onFailure(NotFound.class)
                .recoverWithNull();
    }

    public Uni<Contact> contactByEmailOrPhone(String locationId, String email, String phone) {
        return calls.read(
                        locationId,
                        "get-duplicate-contact",
                        () -> crm.contacts().getDuplicateContact(locationId, phone, email),
                        answer ->
                                answer.contact() == null ? null : WireMapper.partialContact(answer.known(), locationId))
                .onFailure(NotFound.class)
                .recoverWithNull();
    }

    public Uni<UpsertedContact> upsert(String locationId, ContactDraft draft) {
        return calls.write(
                locationId,
                "upsert-contact",
                () -> crm.contacts().upsertContact(RequestBodies.newContact(locationId, draft)),
                answer -> new UpsertedContact(
                        WireMapper.partialContact(answer.known(), locationId), Boolean.TRUE.equals(answer.created())));
    }

    public Uni<Contact> create(String locationId, ContactDraft draft) {
        return calls.write(
                locationId,
                "create-contact",
                () -> crm.contacts().createContact(RequestBodies.newContact(locationId, draft)),
                answer -> WireMapper.partialContact(answer.known(), locationId));
    }

    public Uni<Contact> update(String locationId, String contactId, ContactDraft draft) {
        return calls.write(
                locationId,
                "update-contact",
                () -> crm.contacts().updateContact(contactId, RequestBodies.contactChanges(draft)),
                answer -> WireMapper.partialContact(answer.known(), locationId));
    }

    public Uni<Void> delete(String locationId, String contactId) {
        return calls.writeUntilDone(
                locationId, "delete-contact", () -> crm.contacts().deleteContact(contactId));
    }

    public Uni<List<String>> addTags(String locationId, String contactId, List<String> tags) {
        return calls.write(
                locationId,
                "add-tags",
                () -> crm.contacts().addTags(contactId, RequestBodies.tags(tags)),
                TagsJson::tags);
    }

    public Uni<List<String>> removeTags(String locationId, String contactId, List<String> tags) {
        return calls.write(
                locationId,
                "remove-tags",
                () -> crm.contacts().removeTags(contactId, RequestBodies.tags(tags)),
                TagsJson::tags);
    }
}
