package ghl.gateway.submission.step;

import static ghl.gateway.submission.step.BlockingCalls.await;

import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import ghl.gateway.contact.draft.NoteDraft;
import ghl.gateway.contact.draft.TaskDraft;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.UpstreamException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Finds what a step made more than once, and deletes all but the one that its receipt names. */
public final class DuplicateRemover implements CreationVisitor<DuplicateRemover.Found> {

    /** What there was. */
    public enum Found {
        NONE,
        DELETED,
        /** Somebody has changed it, so it stays. */
        TOUCHED,
        NO_ANSWER,
        /** The CRM takes no calls from this gateway for now. */
        NOT_NOW
    }

    private final HighLevel crm;
    private final String resultId;
    private final Runnable beforeDeletion;

    /** @param resultId the one to keep; where that is gone, nothing is deleted */
    public DuplicateRemover(HighLevel crm, String resultId, Runnable beforeDeletion) {
        this.crm = crm;
        this.resultId = resultId;
        this.beforeDeletion = beforeDeletion;
    }

    @Override
    public Found addTask(StepContext target, Step.AddTask step) {
        return answered(() -> {
            List<Task> made = await(crm.tasks(target.locationId(), target.contactId()), target).stream()
                    .filter(task -> target.marker().ends(task.body()))
                    .toList();
            if (made.stream().noneMatch(task -> task.id().equals(resultId))) {
                return Found.NONE;
            }
            TaskDraft sent = step.marked(target.marker());
            return made.stream()
                    .filter(task -> !task.id().equals(resultId))
                    .map(task -> isAsSent(task, sent)
                            ? delete(target, crm.deleteTask(target.locationId(), target.contactId(), task.id()))
                            : Found.TOUCHED)
                    .reduce(Found.NONE, DuplicateRemover::worse);
        });
    }

    @Override
    public Found addNote(StepContext target, Step.AddNote step) {
        return answered(() -> {
            List<Note> made = await(crm.notes(target.locationId(), target.contactId()), target).stream()
                    .filter(note -> target.marker().ends(note.body()))
                    .toList();
            if (made.stream().noneMatch(note -> note.id().equals(resultId))) {
                return Found.NONE;
            }
            NoteDraft sent = step.marked(target.marker());
            return made.stream()
                    .filter(note -> !note.id().equals(resultId))
                    .map(note -> Marker.isSameText(sent.body(), note.body())
                            ? delete(target, crm.deleteNote(target.locationId(), target.contactId(), note.id()))
                            : Found.TOUCHED)
                    .reduce(Found.NONE, DuplicateRemover::worse);
        });
    }

    @Override
    public Found createContact(StepContext target, Step.CreateContact step) {
        return Found.NONE;
    }

    private static boolean isAsSent(Task task, TaskDraft sent) {
        return Objects.equals(task.title(), sent.title())
                && Marker.isSameText(sent.body(), task.body())
                && Objects.equals(task.dueDate(), sent.dueDate())
                && Objects.equals(task.completed(), sent.completed());
    }

    private Found delete(StepContext target, Uni<Void> deletion) {
        beforeDeletion.run();
        try {
            await(deletion, target);
        } catch (UpstreamException.NotFound gone) {
            // as it should be
        }
        return Found.DELETED;
    }

    private static Found worse(Found one, Found other) {
        return one.ordinal() > other.ordinal() ? one : other;
    }

    private static Found answered(Supplier<Found> look) {
        try {
            return look.get();
        } catch (UpstreamException.NotFound contactGone) {
            return Found.NONE;
        } catch (UpstreamException.RateLimited | UpstreamException.Unauthorized notNow) {
            return Found.NOT_NOW;
        } catch (UpstreamException noAnswer) {
            return Found.NO_ANSWER;
        }
    }
}
