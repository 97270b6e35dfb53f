package ghl.gateway.submission.step;

import static ghl.gateway.submission.step.BlockingCalls.await;

import ghl.gateway.contact.Task;
import ghl.gateway.contact.draft.NoteDraft;
import ghl.gateway.contact.draft.TaskDraft;
import ghl.gateway.failpoint.Failpoints;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.UpstreamException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Finds tasks or notes that a step created more than once, and deletes all but the one that its receipt names. */
@ApplicationScoped
public class DuplicateRemover {

    /** Result of the search, in ascending order of severity. */
    public enum Found {
        NONE,
        DELETED,
        /** A duplicate was changed in the CRM and is therefore kept. */
        TOUCHED,
        NO_ANSWER,
        /** The CRM takes no calls from this gateway for now. */
        NOT_NOW
    }

    private final HighLevel crm;

    DuplicateRemover(HighLevel crm) {
        this.crm = crm;
    }

    private record Created(String id, boolean isAsSent, Supplier<Uni<Void>> deletion) {}

    /**
     * Costs one call, and one for each duplicate.
     *
     * @param step one that creates
     * @param resultId the record to keep; if it no longer exists, nothing is deleted
     */
    public Found remove(Step step, StepContext context, String resultId) {
        try {
            List<Created> created = created(step, context);
            if (created.stream().noneMatch(record -> record.id().equals(resultId))) {
                return Found.NONE;
            }
            return created.stream()
                    .filter(record -> !record.id().equals(resultId))
                    .map(record -> record.isAsSent() ? delete(record, context) : Found.TOUCHED)
                    .reduce(Found.NONE, (one, other) -> one.compareTo(other) > 0 ? one : other);
        } catch (UpstreamException.NotFound contactIsGone) {
            return Found.NONE;
        } catch (UpstreamException.RateLimited | UpstreamException.Unauthorized e) {
            return Found.NOT_NOW;
        } catch (UpstreamException e) {
            return Found.NO_ANSWER;
        }
    }

    private List<Created> created(Step step, StepContext context) {
        String locationId = context.locationId();
        String contactId = context.contactId();
        if (step instanceof Step.AddTask add) {
            TaskDraft sent = add.marked(context.marker());
            return await(crm.tasks(locationId, contactId), context).stream()
                    .filter(task -> context.marker().ends(task.body()))
                    .map(task -> new Created(
                            task.id(), isAsSent(task, sent), () -> crm.deleteTask(locationId, contactId, task.id())))
                    .toList();
        }
        if (step instanceof Step.AddNote add) {
            NoteDraft sent = add.marked(context.marker());
            return await(crm.notes(locationId, contactId), context).stream()
                    .filter(note -> context.marker().ends(note.body()))
                    .map(note -> new Created(
                            note.id(),
                            Marker.isSameText(sent.body(), note.body()),
                            () -> crm.deleteNote(locationId, contactId, note.id())))
                    .toList();
        }
        return List.of();
    }

    private static boolean isAsSent(Task task, TaskDraft sent) {
        return Objects.equals(task.title(), sent.title())
                && Marker.isSameText(sent.body(), task.body())
                && Objects.equals(task.dueDate(), sent.dueDate())
                && Objects.equals(task.completed(), sent.completed());
    }

    private static Found delete(Created duplicate, StepContext context) {
        Failpoints.pass("settle");
        try {
            await(duplicate.deletion().get(), context);
        } catch (UpstreamException.NotFound alreadyDeleted) {
            // the wanted state
        }
        return Found.DELETED;
    }
}
