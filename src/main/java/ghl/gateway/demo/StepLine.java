package ghl.gateway.demo;

import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.SubmissionStep;
import java.util.Locale;

/**
 * A step for display.
 *
 * @param style CSS class: {@code done}, {@code stuck} or {@code quiet}
 * @param detail null for none
 */
public record StepLine(String action, String status, String style, String detail) {

    static StepLine of(SubmissionStep step) {
        String id = step.resultId() == null ? null : "CRM id: " + step.resultId();
        return new StepLine(
                action(step.kind()),
                step.status() == StepStatus.TODO
                        ? "to do"
                        : step.status().name().toLowerCase(Locale.ROOT),
                style(step.status()),
                step.error() == null ? id : step.error().message());
    }

    private static String action(StepKind kind) {
        return switch (kind) {
            case FIND_CONTACT -> "Find the contact";
            case UPSERT_CONTACT -> "Create or update the contact";
            case CREATE_CONTACT -> "Create the contact";
            case UPDATE_CONTACT -> "Update the contact";
            case ADD_TAGS -> "Add tags";
            case ADD_TASK -> "Create a task";
            case ADD_NOTE -> "Add a note";
            case UPDATE_TASK, COMPLETE_TASK -> "Update a task";
            case UPDATE_NOTE -> "Update a note";
            case REMOVE_TAGS -> "Remove tags";
            case DELETE_TASK -> "Delete a task";
            case DELETE_NOTE -> "Delete a note";
            case DELETE_CONTACT -> "Delete the contact";
        };
    }

    private static String style(StepStatus status) {
        return switch (status) {
            case DONE -> "done";
            case REFUSED, UNSURE -> "stuck";
            default -> "quiet";
        };
    }
}
