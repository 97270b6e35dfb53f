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
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.highlevel.operation.AppointmentCalls;
import ghl.gateway.highlevel.operation.ContactCalls;
import ghl.gateway.highlevel.operation.ContactPages;
import ghl.gateway.highlevel.operation.LocationMetadata;
import ghl.gateway.highlevel.operation.NoteCalls;
import ghl.gateway.highlevel.operation.TaskCalls;
import ghl.gateway.highlevel.read.PlannedReadRegistry;
import ghl.gateway.highlevel.read.QueryCost;
import ghl.gateway.highlevel.read.ReadKey;
import ghl.gateway.highlevel.read.SharedReads;
import ghl.gateway.highlevel.read.TaskBatchLoader;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.highlevel.settings.HighLevelConfig.ReadConfig;
import ghl.gateway.time.Steady;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The CRM as the rest of the gateway sees it: contact records in and out. A method costs one upstream call unless it
 * says otherwise; a read costs none when it is answered from the cache ({@code HIGHLEVEL_CACHE_TTL}). A call starts on
 * subscription, waits for a permit of the location's budget, runs on the event loop, and fails only with an {@link
 * UpstreamException}. A {@link ghl.gateway.highlevel.call.CallDeadline} in the subscriber's context changes how it
 * waits and reads. Sources: the vendor's Contacts and Locations APIs, version 2021-07-28.
 */
@ApplicationScoped
public class HighLevel {

    private final ContactCalls contacts;
    private final ContactPages contactPages;
    private final TaskCalls tasks;
    private final TaskBatchLoader taskBatches;
    private final NoteCalls notes;
    private final AppointmentCalls appointments;
    private final LocationMetadata metadata;
    private final SharedReads reads;
    private final PlannedReadRegistry plannedReads;
    private final RateBudget budget;
    private final ReadConfig limits;
    private final Clock steadyClock;

    HighLevel(
            ContactCalls contacts,
            ContactPages contactPages,
            TaskCalls tasks,
            TaskBatchLoader taskBatches,
            NoteCalls notes,
            AppointmentCalls appointments,
            LocationMetadata metadata,
            SharedReads reads,
            PlannedReadRegistry plannedReads,
            RateBudget budget,
            HighLevelConfig config,
            @Steady Clock steadyClock) {
        this.contacts = contacts;
        this.contactPages = contactPages;
        this.tasks = tasks;
        this.taskBatches = taskBatches;
        this.notes = notes;
        this.appointments = appointments;
        this.metadata = metadata;
        this.reads = reads;
        this.plannedReads = plannedReads;
        this.budget = budget;
        this.limits = config.read();
        this.steadyClock = steadyClock;
    }

    /**
     * A context for the reads of one request. Makes no call.
     *
     * @param caller identifies who takes turns with other callers; compared with {@code equals}
     */
    public ReadContext newReadContext(Object caller) {
        return new ReadContext(caller, limits.deadline(), limits.timeout(), steadyClock);
    }

    /** Calls that the location has left, as far as the gateway knows. Makes no call. */
    public Quota quota(String locationId) {
        return budget.quota(locationId);
    }

    /** A new estimate of the calls of one query. Makes no call. */
    public QueryCost cost(ReadContext context) {
        return new QueryCost(
                context, new QueryCost.Sources(reads, taskBatches, metadata, plannedReads, budget, limits.deadline()));
    }

    /** A whole contact; null when it does not exist or belongs to another location. */
    public Uni<Contact> contact(String locationId, String contactId) {
        return reads.readContact(locationId, contactId, ReadKey.CONTACT, () -> contacts.get(locationId, contactId));
    }

    /**
     * The contact that the CRM would treat as a duplicate; null when none exists. Lists that the answer leaves out
     * are null. When both arguments are given, the CRM prefers the location's unique key, or else the email.
     *
     * @param email null to search by phone only
     * @param phone in E.164, the only format that the CRM finds; null to search by email only
     */
    public Uni<Contact> contactByEmailOrPhone(String locationId, String email, String phone) {
        return reads.readLocation(
                locationId,
                ReadKey.contactBy(email, phone),
                () -> contacts.getByEmailOrPhone(locationId, email, phone));
    }

    /**
     * A page of contacts. Lists that a row leaves out are null. All but the plain list lag behind writes by up to a
     * minute.
     *
     * @throws ghl.gateway.contact.InvalidInputException when {@code after} belongs to another list, or a business is
     *     combined with a filter or an order that only the search supports
     */
    public Uni<ContactPage> contacts(String locationId, ContactListRequest request) {
        return reads.readLocation(locationId, ReadKey.contacts(request), () -> contactPages.page(locationId, request));
    }

    /**
     * All tasks of a contact, possibly none. The tasks of many contacts requested at the same time cost one call, by a
     * search that lags behind writes of other clients.
     */
    public Uni<List<Task>> tasks(String locationId, String contactId) {
        return reads.readContact(locationId, contactId, ReadKey.TASKS, () -> taskBatches.tasks(locationId, contactId));
    }

    /** Tasks by contact, from the search only. {@link #tasks} works without the search, whose scope may be missing. */
    public Uni<Map<String, List<Task>>> searchTasks(String locationId, Set<String> contactIds) {
        return taskBatches.search(locationId, contactIds);
    }

    /** One task; null when it does not exist. */
    public Uni<Task> task(String locationId, String contactId, String taskId) {
        return reads.readContact(
                locationId, contactId, ReadKey.task(taskId), () -> tasks.get(locationId, contactId, taskId));
    }

    /** All notes of a contact, possibly none. */
    public Uni<List<Note>> notes(String locationId, String contactId) {
        return reads.readContact(locationId, contactId, ReadKey.NOTES, () -> notes.list(locationId, contactId));
    }

    /** One note; null when it does not exist. */
    public Uni<Note> note(String locationId, String contactId, String noteId) {
        return reads.readContact(
                locationId, contactId, ReadKey.note(noteId), () -> notes.get(locationId, contactId, noteId));
    }

    /** All appointments of a contact, possibly none. Reads the location too when a time needs its zone. */
    public Uni<List<Appointment>> appointments(String locationId, String contactId) {
        return reads.readContact(
                locationId, contactId, ReadKey.APPOINTMENTS, () -> appointments.list(locationId, contactId));
    }

    /** A location, cached for {@code HIGHLEVEL_CATALOGUE_TTL}, and longer while it cannot be read. */
    public Uni<Location> location(String locationId) {
        return metadata.location(locationId);
    }

    /** The custom fields that a location's contacts can have, cached as the location is. */
    public Uni<List<CustomFieldDefinition>> customFieldDefinitions(String locationId) {
        return metadata.customFieldDefinitions(locationId);
    }

    /** The contact's custom fields with their keys and names; null when the contact's row lacks them. */
    public Uni<List<CustomField>> customFields(Contact contact) {
        return metadata.customFields(contact);
    }

    /** Creates the contact, or updates the one that the CRM treats as the same. Safe to repeat. Never sends tags. */
    public Uni<UpsertedContact> upsertContact(String locationId, ContactDraft draft) {
        return reads.writeUnknown(locationId, contacts.upsert(locationId, draft), upserted -> upserted.contact()
                .id());
    }

    /** Creates a contact. A duplicate is {@link UpstreamException.Rejected#duplicateOf()}. Never sends tags. */
    public Uni<Contact> createContact(String locationId, ContactDraft draft) {
        return reads.writeUnknown(locationId, contacts.create(locationId, draft), Contact::id);
    }

    /**
     * Updates a contact. {@code companyName} and {@code gender} of the draft are not sent, because the CRM refuses them
     * in an update. Callers must reject them first.
     */
    public Uni<Contact> updateContact(String locationId, String contactId, ContactDraft draft) {
        return reads.write(locationId, contactId, contacts.update(locationId, contactId, draft));
    }

    public Uni<Void> deleteContact(String locationId, String contactId) {
        return reads.write(locationId, contactId, contacts.delete(locationId, contactId));
    }

    /** Adds tags and keeps the others. @return all tags of the contact after the change */
    public Uni<List<String>> addTags(String locationId, String contactId, List<String> tags) {
        return reads.write(locationId, contactId, contacts.addTags(locationId, contactId, tags));
    }

    /** Removes tags and keeps the others. @return all tags of the contact after the change */
    public Uni<List<String>> removeTags(String locationId, String contactId, List<String> tags) {
        return reads.write(locationId, contactId, contacts.removeTags(locationId, contactId, tags));
    }

    /** Creates a task. Not safe to repeat: the CRM has no idempotency keys. */
    public Uni<Task> createTask(String locationId, String contactId, TaskDraft draft) {
        return reads.write(locationId, contactId, tasks.create(locationId, contactId, draft));
    }

    public Uni<Task> updateTask(String locationId, String contactId, String taskId, TaskChanges changes) {
        return reads.write(locationId, contactId, tasks.update(locationId, contactId, taskId, changes));
    }

    public Uni<Task> completeTask(String locationId, String contactId, String taskId, boolean completed) {
        return reads.write(locationId, contactId, tasks.complete(locationId, contactId, taskId, completed));
    }

    public Uni<Void> deleteTask(String locationId, String contactId, String taskId) {
        return reads.write(locationId, contactId, tasks.delete(locationId, contactId, taskId));
    }

    /** Creates a note. Not safe to repeat: the CRM has no idempotency keys. */
    public Uni<Note> createNote(String locationId, String contactId, NoteDraft draft) {
        return reads.write(locationId, contactId, notes.create(locationId, contactId, draft));
    }

    public Uni<Note> updateNote(String locationId, String contactId, String noteId, NoteChanges changes) {
        return reads.write(locationId, contactId, notes.update(locationId, contactId, noteId, changes));
    }

    public Uni<Void> deleteNote(String locationId, String contactId, String noteId) {
        return reads.write(locationId, contactId, notes.delete(locationId, contactId, noteId));
    }
}
