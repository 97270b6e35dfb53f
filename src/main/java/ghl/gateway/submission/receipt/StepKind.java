package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;

/** The kinds in the order in which a submission runs them. */
@Description("What a step does, in the order in which steps run.")
public enum StepKind {
    @Description("Finds the contact that `match` names.")
    FIND_CONTACT,
    @Description("Creates or updates the contact.")
    UPSERT_CONTACT,
    @Description("Creates the contact.")
    CREATE_CONTACT,
    @Description("Updates the contact.")
    UPDATE_CONTACT,
    @Description("Adds tags to those the contact has.")
    ADD_TAGS,
    @Description("Creates a task.")
    ADD_TASK,
    @Description("Writes a note.")
    ADD_NOTE,
    @Description("Changes a task.")
    UPDATE_TASK,
    @Description("Ticks a task off, or on again.")
    COMPLETE_TASK,
    @Description("Changes a note.")
    UPDATE_NOTE,
    @Description("Takes tags off the contact.")
    REMOVE_TAGS,
    @Description("Deletes a task.")
    DELETE_TASK,
    @Description("Deletes a note.")
    DELETE_NOTE,
    @Description("Deletes the contact.")
    DELETE_CONTACT
}
