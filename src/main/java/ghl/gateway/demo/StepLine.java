package ghl.gateway.demo;

import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.SubmissionStep;

/**
 * A step as people read it.
 *
 * @param look {@code done}, {@code stuck} or {@code quiet}
 * @param detail null without one
 */
public record StepLine(String what, String status, String look, String detail) {

    static StepLine of(SubmissionStep step) {
        String id = step.resultId() == null ? null : "Its id in the CRM is " + step.resultId();
        return new StepLine(
                what(step.kind()),
                status(step.status()),
                look(step.status()),
                step.error() == null ? id : step.error().message());
    }

    private static String what(StepKind kind) {
        return switch (kind) {
            case FIND_CONTACT -> "Look for the contact";
            case UPSERT_CONTACT -> "Create or refresh the contact";
            case CREATE_CONTACT -> "Create the contact";
            case UPDATE_CONTACT -> "Change the contact";
            case ADD_TAGS -> "Add tags";
            case ADD_TASK -> "Create a task";
            case ADD_NOTE -> "Write a note";
            case UPDATE_TASK, COMPLETE_TASK -> "Change a task";
            case UPDATE_NOTE -> "Change a note";
            case REMOVE_TAGS -> "Take tags away";
            case DELETE_TASK -> "Delete a task";
            case DELETE_NOTE -> "Delete a note";
            case DELETE_CONTACT -> "Delete the contact";
        };
    }

    private static String status(StepStatus status) {
        return switch (status) {
            case TODO -> "to do";
            case RUNNING -> "running";
            case UNSURE -> "unsure";
            case DONE -> "done";
            case REFUSED -> "refused";
            case SKIPPED -> "skipped";
        };
    }

    private static String look(StepStatus status) {
        return switch (status) {
            case DONE -> "done";
            case REFUSED, UNSURE -> "stuck";
            default -> "quiet";
        };
    }
}
