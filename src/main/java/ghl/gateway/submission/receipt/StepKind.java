package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;

/** Declared in execution order. */
@Description("What a step does in the CRM. A submission runs its steps in this order: contact, ADD_TAGS, ADD_TASK,"
        + " ADD_NOTE, UPDATE_TASK and COMPLETE_TASK, UPDATE_NOTE, REMOVE_TAGS, DELETE_TASK, DELETE_NOTE.")
public enum StepKind {
    @Description("Finds the contact given by `match`, or by the contact's email or phone.")
    FIND_CONTACT,
    @Description("Creates or updates the contact.")
    UPSERT_CONTACT,
    @Description("Creates the contact.")
    CREATE_CONTACT,
    @Description("Updates the contact.")
    UPDATE_CONTACT,
    @Description("Adds tags to the contact and keeps its other tags.")
    ADD_TAGS,
    @Description("Creates a task.")
    ADD_TASK,
    @Description("Creates a note.")
    ADD_NOTE,
    @Description("Changes a task.")
    UPDATE_TASK,
    @Description("Completes or reopens a task.")
    COMPLETE_TASK,
    @Description("Changes a note.")
    UPDATE_NOTE,
    @Description("Removes tags from the contact.")
    REMOVE_TAGS,
    @Description("Deletes a task.")
    DELETE_TASK,
    @Description("Deletes a note.")
    DELETE_NOTE,
    @Description("Deletes the contact.")
    DELETE_CONTACT
}
