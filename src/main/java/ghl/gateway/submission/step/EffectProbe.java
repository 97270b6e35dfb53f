package ghl.gateway.submission.step;

import static ghl.gateway.submission.step.BlockingCalls.await;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.StepError;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.submission.step.StepResult.Done;
import ghl.gateway.submission.step.StepResult.Refused;
import ghl.gateway.submission.step.StepResult.TryAgain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Looks whether a call whose answer was lost made what it was to make. Only for steps that create. */
public final class EffectProbe implements CreationVisitor<ProbeResult> {

    /** The CRM's clock may be behind this one. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

    private static final Warning ASSUMED_CREATED = new Warning(
            "ASSUMED_CREATED",
            "The answer was lost; a contact with the same e-mail and phone has appeared since and is taken for it");

    private static final StepError ANONYMOUS = new StepError(
            "UNSURE",
            "The contact has neither e-mail nor phone to look for it by: nobody can tell whether it was created",
            List.of(),
            null,
            null,
            null);

    private final HighLevel crm;
    private final Instant firstIntentAt;

    /** @param firstIntentAt what was there before is not this step's */
    public EffectProbe(HighLevel crm, Instant firstIntentAt) {
        this.crm = crm;
        this.firstIntentAt = firstIntentAt;
    }

    @Override
    public ProbeResult addTask(StepContext target, Step.AddTask step) {
        return look(() -> await(crm.tasks(target.locationId(), target.contactId()), target).stream()
                .filter(task -> target.marker().ends(task.body()))
                .findFirst()
                .map(EffectProbe::found)
                .orElseGet(ProbeResult.Absent::new));
    }

    @Override
    public ProbeResult addNote(StepContext target, Step.AddNote step) {
        return look(() -> await(crm.notes(target.locationId(), target.contactId()), target).stream()
                .filter(note -> target.marker().ends(note.body()))
                .findFirst()
                .map(EffectProbe::found)
                .orElseGet(ProbeResult.Absent::new));
    }

    @Override
    public ProbeResult createContact(StepContext target, Step.CreateContact step) {
        return look(() -> {
            String email =
                    step.draft().email() == null ? null : step.draft().email().orElse(null);
            String phone =
                    step.draft().phone() == null ? null : step.draft().phone().orElse(null);
            if (email == null && phone == null) {
                return new ProbeResult.Undecidable(ANONYMOUS);
            }
            Contact match = await(crm.contactByEmailOrPhone(target.locationId(), email, phone), target);
            if (match == null) {
                return new ProbeResult.Absent();
            }
            Contact there = await(crm.contact(target.locationId(), match.id()), target);
            return there == null ? new ProbeResult.Absent() : compared(target, step, there);
        });
    }

    private ProbeResult compared(StepContext target, Step.CreateContact step, Contact there) {
        boolean isNew = isSince(firstIntentAt, there);
        boolean isSame = IgnoredIdentifiers.warnings(step.draft(), there).isEmpty();
        if (isNew && isSame) {
            return new ProbeResult.Found(
                    new Done(there.id(), ContactOutcome.CREATED, CrmAnswer.of(there), List.of(ASSUMED_CREATED)));
        }
        Boolean duplicatesAllowed =
                await(crm.location(target.locationId()), target).allowDuplicateContact();
        return Boolean.FALSE.equals(duplicatesAllowed)
                ? new ProbeResult.Elsewhere(StepErrors.duplicateContact(there.id()))
                : new ProbeResult.Undecidable(new StepError(
                        "UNSURE",
                        "The location has another contact like this and allows duplicates: nobody can tell whether this"
                                + " one was created",
                        List.of(),
                        null,
                        there.id(),
                        null));
    }

    static boolean isSince(Instant intent, Contact contact) {
        return contact.dateAdded() != null && !contact.dateAdded().isBefore(intent.minus(CLOCKS_APART));
    }

    private static ProbeResult found(Task task) {
        return new ProbeResult.Found(Done.of(task.id(), CrmAnswer.of(task)));
    }

    private static ProbeResult found(Note note) {
        return new ProbeResult.Found(Done.of(note.id(), CrmAnswer.of(note)));
    }

    private static ProbeResult look(Supplier<ProbeResult> look) {
        try {
            return look.get();
        } catch (UpstreamException e) {
            StepResult trouble = StepErrors.resultOf(e);
            return trouble instanceof Refused refused
                    ? new ProbeResult.Elsewhere(refused.error())
                    : new ProbeResult.Unseen((TryAgain) trouble);
        }
    }
}
