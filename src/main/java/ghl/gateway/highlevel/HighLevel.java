package ghl.gateway.highlevel;

import ghl.gateway.contact.Appointment;
import ghl.gateway.contact.Contact;
import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.contact.ContactPage;
import ghl.gateway.contact.CustomField;
import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.Location;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Quota;
import ghl.gateway.contact.Task;
import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.contact.draft.NoteChanges;
import ghl.gateway.contact.draft.NoteDraft;
import ghl.gateway.contact.draft.TaskChanges;
import ghl.gateway.contact.draft.TaskDraft;
import ghl.gateway.contact.draft.UpsertedContact;
import ghl.gateway.highlevel.budget.RateBudget;
import ghl.gateway.highlevel.call.ReadContext;
import ghl.gateway.highlevel.operation.AppointmentCalls;
import ghl.gateway.highlevel.operation.ContactCalls;
import ghl.gateway.highlevel.operation.ContactPages;
import ghl.gateway.highlevel.operation.LocationMetadata;
import ghl.gateway.highlevel.operation.NoteCalls;
import ghl.gateway.highlevel.operation.TaskCalls;
import ghl.gateway.highlevel.read.PlannedReadRegistry;
import ghl.gateway.highlevel.read.QueryCost;
import ghl.gateway.highlevel.read.ReadKey;
import ghl.gateway.highlevel.read.Savings;
import ghl.gateway.highlevel.read.SharedReads;
import ghl.gateway.highlevel.read.TaskBatchLoader;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The CRM, as the rest of the gateway sees it: contact records in and out. Every method is one upstream call unless it says
 * otherwise, or, for a read, unless somebody asked the same within {@code highlevel.cache.ttl}. It runs on the event loop,
 * starts when it is subscribed to, waits for its turn in the location's budget, and fails with an {@link ghl.gateway.highlevel.call.UpstreamException}
 * only. A {@link ghl.gateway.highlevel.call.CallDeadline} in the subscriber's context sets other terms. Sources are the vendor's Contacts and Locations
 * APIs, version 2021-07-28.
 */
@ApplicationScoped
public class HighLevel {

    private final ContactCalls contacts;
    private final ContactPages lists;
    private final TaskCalls tasks;
    private final TaskBatchLoader gatheredTasks;
    private final NoteCalls notes;
    private final AppointmentCalls appointments;
    private final LocationMetadata catalogue;
    private final SharedReads reads;
    private final Savings savings;
    private final RateBudget budget;
    private final Duration readDeadline;
    private final Duration readTimeout;
    private final Clock clock;

    HighLevel(
            ContactCalls contacts,
            ContactPages lists,
            TaskCalls tasks,
            TaskBatchLoader gatheredTasks,
            NoteCalls notes,
            AppointmentCalls appointments,
            LocationMetadata catalogue,
            SharedReads reads,
            PlannedReadRegistry promises,
            RateBudget budget,
            HighLevelConfig config,
            Clock clock) {
        this.contacts = contacts;
        this.lists = lists;
        this.tasks = tasks;
        this.gatheredTasks = gatheredTasks;
        this.notes = notes;
        this.appointments = appointments;
        this.catalogue = catalogue;
        this.reads = reads;
        this.savings = new Savings(reads, gatheredTasks, catalogue, promises);
        this.budget = budget;
        this.readDeadline = config.read().deadline();
        this.readTimeout = config.read().timeout();
        this.clock = clock;
    }

    /**
     * For the reads of one caller's question. No call.
     *
     * @param caller takes turns with other callers; told by {@code equals}
     */
    public ReadContext inquiry(Object caller) {
        return new ReadContext(caller, readDeadline, readTimeout, clock);
    }

    /** What the location has left, as far as this gateway knows. No call. */
    public Quota quota(String locationId) {
        return budget.quota(locationId);
    }

    /** For what a query is going to read. No call. */
    public QueryCost cost(ReadContext inquiry) {
        return new QueryCost(inquiry, savings, budget, readDeadline);
    }

    /** A whole contact; null when there is none, or when it belongs to another location. */
    public Uni<Contact> contact(String locationId, String contactId) {
        return reads.ofContact(locationId, contactId, ReadKey.CONTACT, () -> contacts.contact(locationId, contactId));
    }

    /**
     * The contact that the CRM would take for a duplicate; null when there is none. Lists that the answer leaves out are
     * null. The CRM prefers the location's unique key, or the e-mail, when both are given.
     *
     * @param email null when looking by phone alone
     * @param phone E.164, for the CRM finds no other form; null when looking by e-mail alone
     */
    public Uni<Contact> contactByEmailOrPhone(String locationId, String email, String phone) {
        return reads.ofLocation(
                locationId,
                ReadKey.contactBy(email, phone),
                () -> contacts.contactByEmailOrPhone(locationId, email, phone));
    }

    /**
     * A page of contacts, whose rows may leave lists out (null). All but the plain list lag behind writes by up to a
     * minute.
     *
     * @throws ghl.gateway.contact.InvalidInputException when {@code after} comes from another list, or a business is
     *     combined with what only the search can do
     */
    public Uni<ContactPage> contacts(String locationId, ContactListRequest request) {
        return reads.ofLocation(locationId, ReadKey.contacts(request), () -> lists.page(locationId, request));
    }

    /**
     * All tasks of a contact, possibly none. Those of many contacts that are asked for at the same time are one call, by a
     * search that lags behind the writes of others.
     */
    public Uni<List<Task>> tasks(String locationId, String contactId) {
        return reads.ofContact(locationId, contactId, ReadKey.TASKS, () -> gatheredTasks.of(locationId, contactId));
    }

    /** Tasks by contact, by the search alone: what {@link #tasks} does without where the token's scopes lack it. */
    public Uni<Map<String, List<Task>>> searchedTasks(String locationId, Set<String> contactIds) {
        return gatheredTasks.searched(locationId, contactIds);
    }

    /** One task; null when there is none. */
    public Uni<Task> task(String locationId, String contactId, String taskId) {
        return reads.ofContact(
                locationId, contactId, ReadKey.task(taskId), () -> tasks.one(locationId, contactId, taskId));
    }

    /** All notes of a contact, possibly none. */
    public Uni<List<Note>> notes(String locationId, String contactId) {
        return reads.ofContact(locationId, contactId, ReadKey.NOTES, () -> notes.all(locationId, contactId));
    }

    /** One note; null when there is none. */
    public Uni<Note> note(String locationId, String contactId, String noteId) {
        return reads.ofContact(
                locationId, contactId, ReadKey.note(noteId), () -> notes.one(locationId, contactId, noteId));
    }

    /** All appointments of a contact, possibly none; the location is read too when some time needs its zone. */
    public Uni<List<Appointment>> appointments(String locationId, String contactId) {
        return reads.ofContact(
                locationId, contactId, ReadKey.APPOINTMENTS, () -> appointments.all(locationId, contactId));
    }

    /** A location, remembered for {@code highlevel.catalogue.ttl}, and longer while it cannot be read. */
    public Uni<Location> location(String locationId) {
        return catalogue.location(locationId);
    }

    /** The custom fields that contacts of a location can have, remembered as the location is. */
    public Uni<List<CustomFieldDefinition>> customFieldDefinitions(String locationId) {
        return catalogue.customFieldDefinitions(locationId);
    }

    /** The contact's custom fields with key and name from the location's catalogue; null when the row does not say. */
    public Uni<List<CustomField>> customFields(Contact contact) {
        return catalogue.customFields(contact);
    }

    /** Creates the contact, or changes the one that the CRM takes for the same. May be repeated. Never sends tags. */
    public Uni<UpsertedContact> upsertContact(String locationId, ContactDraft draft) {
        return reads.changeUnknown(locationId, contacts.upsert(locationId, draft), upserted -> upserted.contact()
                .id());
    }

    /** Creates a contact; {@link ghl.gateway.highlevel.call.UpstreamException.Rejected#duplicateOf()} when there is one. Never sends tags. */
    public Uni<Contact> createContact(String locationId, ContactDraft draft) {
        return reads.changeUnknown(locationId, contacts.create(locationId, draft), Contact::id);
    }

    /**
     * Changes a contact. {@code companyName} and {@code gender} of the draft are not sent: the CRM refuses them in an
     * update, whoever accepts a draft for it must refuse them before.
     */
    public Uni<Contact> updateContact(String locationId, String contactId, ContactDraft draft) {
        return reads.change(locationId, contactId, contacts.update(locationId, contactId, draft));
    }

    public Uni<Void> deleteContact(String locationId, String contactId) {
        return reads.change(locationId, contactId, contacts.delete(locationId, contactId));
    }

    /** Adds tags and keeps the others. @return all tags of the contact now */
    public Uni<List<String>> addTags(String locationId, String contactId, List<String> tags) {
        return reads.change(locationId, contactId, contacts.addTags(locationId, contactId, tags));
    }

    /** Removes tags and keeps the others. @return all tags of the contact now */
    public Uni<List<String>> removeTags(String locationId, String contactId, List<String> tags) {
        return reads.change(locationId, contactId, contacts.removeTags(locationId, contactId, tags));
    }

    /** Creates a task. A repeat creates another one: the CRM has no idempotency keys. */
    public Uni<Task> createTask(String locationId, String contactId, TaskDraft draft) {
        return reads.change(locationId, contactId, tasks.create(locationId, contactId, draft));
    }

    public Uni<Task> updateTask(String locationId, String contactId, String taskId, TaskChanges changes) {
        return reads.change(locationId, contactId, tasks.update(locationId, contactId, taskId, changes));
    }

    public Uni<Task> completeTask(String locationId, String contactId, String taskId, boolean completed) {
        return reads.change(locationId, contactId, tasks.complete(locationId, contactId, taskId, completed));
    }

    public Uni<Void> deleteTask(String locationId, String contactId, String taskId) {
        return reads.change(locationId, contactId, tasks.delete(locationId, contactId, taskId));
    }

    /** Creates a note. A repeat creates another one: the CRM has no idempotency keys. */
    public Uni<Note> createNote(String locationId, String contactId, NoteDraft draft) {
        return reads.change(locationId, contactId, notes.create(locationId, contactId, draft));
    }

    public Uni<Note> updateNote(String locationId, String contactId, String noteId, NoteChanges changes) {
        return reads.change(locationId, contactId, notes.update(locationId, contactId, noteId, changes));
    }

    public Uni<Void> deleteNote(String locationId, String contactId, String noteId) {
        return reads.change(locationId, contactId, notes.delete(locationId, contactId, noteId));
    }
}
