package ghl.gateway.submission.check;

import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.step.Plan;
import ghl.gateway.submission.step.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Checks a whole form. */
@ApplicationScoped
public class FormCheck {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** Maximum number of entries in each list of tasks, notes, tags and their changes and removals. */
    static final int MOST_OF_A_KIND = 50;

    private final ContactSteps contactSteps;

    /** @param plan null if there are errors */
    public record CheckedForm(List<UserError> userErrors, Plan plan) {}

    FormCheck(ContactSteps contactSteps) {
        this.contactSteps = contactSteps;
    }

    /**
     * All problems of the form, or its plan.
     *
     * @param facts read only as far as the form needs them
     * @param now base of {@code dueIn}
     */
    public CheckedForm check(
            SubmitFormInput form, FormPurpose purpose, String locationId, LocationFacts facts, Instant now) {
        Problems problems = new Problems();
        if (!form.answers().isEmpty()) {
            problems.at("form")
                    .add(UserErrorCode.REQUIRED, "is required with answers: it names the form that was answered");
        }
        checkWait(form.waitAtMost(), problems.at("wait"));
        Texts.optional(form.idempotencyKey(), Texts.KEY, problems.at("idempotencyKey"));
        List<Step> steps = steps(form, purpose, facts, now, problems);
        return problems.all().isEmpty()
                ? new CheckedForm(List.of(), new Plan(locationId, form.deleteContactId(), steps))
                : new CheckedForm(problems.all(), null);
    }

    private List<Step> steps(
            SubmitFormInput form, FormPurpose purpose, LocationFacts facts, Instant now, Problems problems) {
        if (form.deleteContactId() != null) {
            return deletion(form, problems);
        }
        if (purpose == FormPurpose.ERASE) {
            return contactSteps.erasure(form, facts, problems);
        }
        SubmitFormInput applied = ContextAndConsent.applied(form, facts, now, problems);
        return steps(applied, !purpose.isAnonymous(), facts, now, problems);
    }

    private static void checkWait(Duration wait, Problems problems) {
        if (wait != null && (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0)) {
            problems.add(UserErrorCode.INVALID, "must be between PT0S and PT10S");
        }
    }

    private static List<Step> deletion(SubmitFormInput form, Problems problems) {
        Problems here = problems.at("deleteContactId");
        Texts.id(form.deleteContactId(), here);
        if (form.contact() != null
                || form.match() != null
                || form.form() != null
                || form.context() != null
                || form.consent() != null
                || hasAttachments(form)) {
            here.add(UserErrorCode.CONFLICT, "cannot be combined with other changes in one input");
        }
        return List.of(new Step.DeleteContact(form.deleteContactId()));
    }

    private static boolean hasAttachments(SubmitFormInput form) {
        return !(form.tags().isEmpty()
                && form.tasks().isEmpty()
                && form.notes().isEmpty()
                && form.updateTasks().isEmpty()
                && form.updateNotes().isEmpty()
                && form.remove().tags().isEmpty()
                && form.remove().taskIds().isEmpty()
                && form.remove().noteIds().isEmpty());
    }

    /** In running order: contact, tags, tasks, notes, others. */
    private List<Step> steps(
            SubmitFormInput form, boolean isKnown, LocationFacts facts, Instant now, Problems problems) {
        if (form.contact() == null && !hasAttachments(form)) {
            problems.add(UserErrorCode.REQUIRED, "is empty: set a contact, or something to attach to one");
            return List.of();
        }
        List<Step> steps = new ArrayList<>(contactSteps.of(form, isKnown, facts, problems));
        List<String> tags = TagCheck.read(form.tags(), problems.at("tags"));
        List<String> removedTags = TagCheck.read(form.remove().tags(), problems.at("remove", "tags"));
        TagCheck.rejectBoth(tags, removedTags, problems.at("remove", "tags"));
        if (!tags.isEmpty()) {
            steps.add(new Step.AddTags(tags));
        }
        each(
                form.tasks(),
                problems.at("tasks"),
                (task, here) -> steps.add(new Step.AddTask(TaskCheck.draft(task, facts, now, here))));
        each(
                form.notes(),
                problems.at("notes"),
                (note, here) -> steps.add(new Step.AddNote(NoteCheck.draft(note, here))));
        each(form.updateTasks(), problems.at("updateTasks"), (task, here) -> steps.add(TaskCheck.change(task, here)));
        each(form.updateNotes(), problems.at("updateNotes"), (note, here) -> steps.add(NoteCheck.change(note, here)));
        if (!removedTags.isEmpty()) {
            steps.add(new Step.RemoveTags(removedTags));
        }
        each(form.remove().taskIds(), problems.at("remove", "taskIds"), Texts::id);
        each(form.remove().noteIds(), problems.at("remove", "noteIds"), Texts::id);
        form.remove().taskIds().forEach(id -> steps.add(new Step.DeleteTask(id)));
        form.remove().noteIds().forEach(id -> steps.add(new Step.DeleteNote(id)));
        return List.copyOf(steps);
    }

    private static <T> void each(List<T> items, Problems problems, BiConsumer<T, Problems> check) {
        if (!problems.requireAtMost(MOST_OF_A_KIND, items)) {
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            check.accept(items.get(i), problems.at(i));
        }
    }
}
