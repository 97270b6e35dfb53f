package ghl.gateway.submission.check;

import ghl.gateway.contact.draft.TaskChanges;
import ghl.gateway.contact.draft.TaskDraft;
import ghl.gateway.submission.input.TaskInput;
import ghl.gateway.submission.input.UpdateTaskInput;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.step.Step;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Checks tasks and resolves their due dates. */
final class TaskCheck {

    private static final String DEFAULT_DUE_IN = "P1D";

    private TaskCheck() {}

    /** The draft. Invalid fields are null and reported as problems. */
    static TaskDraft draft(TaskInput task, LocationFacts facts, Instant now, Problems problems) {
        Texts.required(task.title(), Texts.LINE, problems.at("title"));
        Texts.optional(task.body(), Texts.BODY, problems.at("body"));
        Texts.optional(task.assignedTo(), Texts.LINE, problems.at("assignedTo"));
        return new TaskDraft(
                task.title(),
                task.body(),
                due(task, facts, now, problems),
                Boolean.TRUE.equals(task.completed()),
                task.assignedTo());
    }

    /** The step of the change. Invalid fields are null and reported as problems. */
    static Step change(UpdateTaskInput task, Problems problems) {
        Texts.id(task.id(), problems.at("id"));
        Texts.changeable(task.title(), Texts.LINE, problems.at("title"));
        Texts.changeable(task.body(), Texts.BODY, problems.at("body"));
        Texts.changeable(task.assignedTo(), Texts.LINE, problems.at("assignedTo"));
        Texts.rejectClearing(task.completed(), problems.at("completed"));
        Texts.rejectClearing(task.dueDate(), problems.at("dueDate"));
        Optional<Instant> due =
                task.dueDate() == null ? null : task.dueDate().map(text -> instant(text, problems.at("dueDate")));
        boolean otherChanges = task.title() != null || task.body() != null || due != null || task.assignedTo() != null;
        if (!otherChanges && task.completed() == null) {
            problems.add(UserErrorCode.REQUIRED, "changes nothing: set at least one field besides the id");
        }
        if (!otherChanges && Texts.isGiven(task.completed())) {
            return new Step.CompleteTask(task.id(), task.completed().get());
        }
        return new Step.UpdateTask(
                task.id(), new TaskChanges(task.title(), task.body(), due, task.completed(), task.assignedTo()));
    }

    private static Instant due(TaskInput task, LocationFacts facts, Instant now, Problems problems) {
        if (task.dueDate() != null) {
            return instant(task.dueDate(), problems.at("dueDate"));
        }
        String dueIn = task.dueIn() == null ? DEFAULT_DUE_IN : task.dueIn();
        Optional<Instant> due = DueIn.resolve(dueIn, now.atZone(facts.timezone()));
        if (due.isEmpty()) {
            problems.at("dueIn").add(UserErrorCode.INVALID, "is not a period of time: " + DueIn.GRAMMAR);
        }
        return due.orElse(null);
    }

    private static Instant instant(String text, Problems problems) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text.trim());
            if (Texts.isPlausible(time.toLocalDate())) {
                return time.toInstant();
            }
        } catch (DateTimeParseException e) {
            // reported below, together with years out of range
        }
        problems.add(UserErrorCode.INVALID, "is not a time: use ISO 8601 with an offset, such as 2027-01-31T09:00:00Z");
        return null;
    }
}
