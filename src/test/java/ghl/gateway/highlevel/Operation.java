package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.TestCrm.LOCATION;

import ghl.gateway.contact.ContactFilter;
import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.contact.ContactOrder;
import ghl.gateway.contact.ContactOrderField;
import ghl.gateway.contact.OrderDirection;
import ghl.gateway.contact.draft.NoteChanges;
import ghl.gateway.contact.draft.NoteDraft;
import ghl.gateway.contact.draft.TaskChanges;
import ghl.gateway.contact.draft.TaskDraft;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** All operations of the facade, each with the vendor's operationId and a healthy answer. */
enum Operation {
    SEARCH(
            "search-contacts-advanced",
            crm -> crm.contacts(LOCATION, new ContactListRequest(20, null, null, Given.LATEST_FIRST)),
            "{'contacts':[],'total':0}"),
    DUPLICATE("get-duplicate-contact", crm -> crm.contactByEmailOrPhone(LOCATION, "a@b.co", null), Given.CONTACT),
    OF_BUSINESS(
            "get-contacts-by-businessId",
            crm -> crm.contacts(LOCATION, new ContactListRequest(20, null, Given.OF_BUSINESS, null)),
            "{'contacts':[],'count':0}"),
    LIST(
            "get-contacts",
            crm -> crm.contacts(LOCATION, new ContactListRequest(20, null, null, null)),
            "{'contacts':[],'meta':{'total':0}}"),
    CONTACT("get-contact", crm -> crm.contact(LOCATION, "c1"), Given.CONTACT),
    CREATE("create-contact", crm -> crm.createContact(LOCATION, Drafts.named("Ada")), Given.CONTACT),
    UPDATE("update-contact", crm -> crm.updateContact(LOCATION, "c1", Drafts.named("Ada")), Given.CONTACT),
    DELETE("delete-contact", crm -> crm.deleteContact(LOCATION, "c1"), Given.DONE),
    UPSERT("upsert-contact", crm -> crm.upsertContact(LOCATION, Drafts.named("Ada")), Given.CONTACT),
    TASKS("get-all-tasks", crm -> crm.tasks(LOCATION, "c1"), "{'tasks':[]}"),
    TASK("get-task", crm -> crm.task(LOCATION, "c1", "t1"), Given.TASK),
    CREATE_TASK(
            "create-task",
            crm -> crm.createTask(LOCATION, "c1", new TaskDraft("Call", null, Instant.EPOCH, false, null)),
            Given.TASK),
    UPDATE_TASK(
            "update-task",
            crm -> crm.updateTask(LOCATION, "c1", "t1", new TaskChanges(null, null, null, null, null)),
            Given.TASK),
    COMPLETE_TASK("update-task-completed", crm -> crm.completeTask(LOCATION, "c1", "t1", true), Given.TASK),
    DELETE_TASK("delete-task", crm -> crm.deleteTask(LOCATION, "c1", "t1"), Given.DONE),
    NOTES("get-all-notes", crm -> crm.notes(LOCATION, "c1"), "{'notes':[]}"),
    NOTE("get-note", crm -> crm.note(LOCATION, "c1", "n1"), Given.NOTE),
    CREATE_NOTE(
            "create-note",
            crm -> crm.createNote(LOCATION, "c1", new NoteDraft("Hello", null, null, null, null)),
            Given.NOTE),
    UPDATE_NOTE(
            "update-note",
            crm -> crm.updateNote(LOCATION, "c1", "n1", new NoteChanges(null, null, null, null, null)),
            Given.NOTE),
    DELETE_NOTE("delete-note", crm -> crm.deleteNote(LOCATION, "c1", "n1"), Given.DONE),
    ADD_TAGS("add-tags", crm -> crm.addTags(LOCATION, "c1", List.of("new")), Given.TAGS),
    REMOVE_TAGS("remove-tags", crm -> crm.removeTags(LOCATION, "c1", List.of("old")), Given.TAGS),
    APPOINTMENTS("get-appointments-for-contact", crm -> crm.appointments(LOCATION, "c1"), "{'events':[]}"),
    GET_LOCATION("get-location", crm -> crm.location(LOCATION), "{'location':{'id':'location000000000001'}}"),
    CUSTOM_FIELDS("get-custom-fields", crm -> crm.customFieldDefinitions(LOCATION), "{'customFields':[]}");

    private final String operationId;
    private final Function<HighLevel, Uni<?>> call;
    private final String healthyAnswer;

    Operation(String operationId, Function<HighLevel, Uni<?>> call, String healthyAnswer) {
        this.operationId = operationId;
        this.call = call;
        this.healthyAnswer = healthyAnswer;
    }

    String operationId() {
        return operationId;
    }

    Uni<?> on(HighLevel crm) {
        return call.apply(crm);
    }

    String healthyAnswer() {
        return healthyAnswer.replace('\'', '"');
    }

    /** Operations whose facade method returns null for a missing record. */
    boolean isLookup() {
        return this == CONTACT || this == DUPLICATE || this == TASK || this == NOTE;
    }

    private static final class Given {
        static final String CONTACT = "{'contact':{'id':'c1','locationId':'location000000000001'}}";
        static final String TASK = "{'task':{'id':'t1'}}";
        static final String NOTE = "{'note':{'id':'n1'}}";
        static final String TAGS = "{'tags':['new']}";
        static final String DONE = "{'succeded':true}";
        static final ContactOrder LATEST_FIRST = new ContactOrder(ContactOrderField.DATE_ADDED, OrderDirection.DESC);
        static final ContactFilter OF_BUSINESS =
                new ContactFilter(null, null, null, null, "b1", null, null, null, null);
    }
}
