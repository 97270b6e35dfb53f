package ghl.gateway.submission;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.StorageOutage;
import ghl.gateway.submission.accept.AcceptResult;
import ghl.gateway.submission.accept.AcceptResult.DryRun;
import ghl.gateway.submission.accept.AcceptResult.Rejected;
import ghl.gateway.submission.accept.AcceptResult.Stored;
import ghl.gateway.submission.accept.Acceptance;
import ghl.gateway.submission.accept.NotAcceptedException;
import ghl.gateway.submission.accept.SubmissionRequest;
import ghl.gateway.submission.accept.UnreadableForm;
import ghl.gateway.submission.delivery.SubmissionWatch;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.journal.JournalClock;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Entry point of the package: submits forms and reads receipts. */
@ApplicationScoped
public class Submissions {

    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(3);

    private final Acceptance acceptance;
    private final Database database;
    private final SubmissionStore store;
    private final SubmissionWatch watch;
    private final SubmissionWorkers workers;
    private final StorageOutage outage;
    private final JournalClock clock;

    Submissions(
            Acceptance acceptance,
            Database database,
            SubmissionStore store,
            SubmissionWatch watch,
            SubmissionWorkers workers,
            StorageOutage outage,
            JournalClock clock) {
        this.acceptance = acceptance;
        this.database = database;
        this.store = store;
        this.watch = watch;
        this.workers = workers;
        this.outage = outage;
        this.clock = clock;
    }

    /**
     * Submits an input. Once a receipt is returned, the submission is stored and survives a crash. The answer waits for
     * the delivery at most as long as the input asks for. A rejected input is not stored.
     *
     * @param by the actor; owns the idempotency key if the input names no form
     * @param locationId location of the CRM to write to
     * @return fails with {@link NotAcceptedException} if the submission cannot be stored, and with {@link
     *     ghl.gateway.highlevel.call.UpstreamException} if nothing is known of the location and the CRM does not answer
     */
    public Uni<SubmitFormPayload> submit(Actor by, String locationId, SubmitFormInput input) {
        return submit(SubmissionRequest.of(by, locationId, input));
    }

    /** Maps an input, then submits the result. */
    public Uni<SubmitFormPayload> submit(SubmissionRequest request) {
        SubmitFormInput input = request.input();
        return orNotAccepted(() -> acceptance.accept(request))
                .chain(result -> payload(result, input.waitAtMost() == null ? DEFAULT_WAIT : input.waitAtMost()));
    }

    /**
     * Keeps a form that could not be read, parked until an operator has it read again.
     *
     * @return the receipt; for a repeat the current receipt of the first submission. Fails with {@link NotAcceptedException}
     *     or {@link ghl.gateway.submission.accept.QuarantineFullException}
     */
    public Uni<Submission> park(UnreadableForm form) {
        return orNotAccepted(() -> acceptance.park(form))
                .map(stored -> Receipts.receipt(stored.submission(), stored.replayed()));
    }

    private Uni<SubmitFormPayload> payload(AcceptResult result, Duration wait) {
        if (result instanceof Stored stored) {
            return outcome(stored, wait);
        }
        return Uni.createFrom()
                .item(
                        result instanceof DryRun dryRun
                                ? SubmitFormPayload.planned(dryRun.plan())
                                : SubmitFormPayload.refused(((Rejected) result).userErrors()));
    }

    /**
     * The payload of an earlier submission of the same input, without checking it again; null if none exists. For senders
     * whose one-time proof, such as a captcha, was already used.
     */
    public Uni<SubmitFormPayload> earlier(SubmissionRequest request) {
        return orNotAccepted(() -> acceptance
                .earlier(request)
                .map(stored -> Receipts.payload(stored.submission(), true))
                .orElse(null));
    }

    private <T> Uni<T> orNotAccepted(Supplier<T> acceptance) {
        return workers.run(acceptance)
                .onFailure(StorageException.class)
                .transform(NotAcceptedException::because)
                .onFailure(NotAcceptedException.class)
                .invoke(outage::refusedForm);
    }

    /** The receipt of a submission; null if none exists in the actor's locations. */
    public Uni<Submission> find(Actor by, String id) {
        return within(by, id).map(found -> found == null ? null : Receipts.receipt(found, false));
    }

    /** The receipt now and after every change, until the submission is at rest; empty if it is not in the actor's locations. */
    public Multi<Submission> follow(Actor by, String id) {
        return within(by, id)
                .onItem()
                .transformToMulti(found -> found == null ? Multi.createFrom().empty() : follow(journaled(id), id))
                .onItem()
                .transformToMultiAndConcatenate(Submissions::withEnd)
                .select()
                .first(Optional::isPresent)
                .map(submission -> Receipts.receipt(submission.get(), false));
    }

    private static Multi<Optional<JournaledSubmission>> withEnd(JournaledSubmission submission) {
        Optional<JournaledSubmission> item = Optional.of(submission);
        return submission.isAtRest()
                ? Multi.createFrom().items(item, Optional.empty())
                : Multi.createFrom().item(item);
    }

    /**
     * Waits without a thread or connection. The submission is already accepted: if waiting fails, returns the receipt
     * as stored.
     */
    private Uni<SubmitFormPayload> outcome(Stored stored, Duration wait) {
        String id = stored.submission().id();
        if (wait.isZero() || isAnswer(stored.submission(), clock.steady())) {
            return Uni.createFrom().item(Receipts.payload(stored.submission(), stored.replayed()));
        }
        Instant end = clock.steady().plus(wait);
        return follow(journaled(id), id)
                .select()
                .where(submission -> isAnswer(submission, end))
                .toUni()
                .ifNoItem()
                .after(wait)
                .recoverWithUni(() -> journaled(id))
                .onFailure()
                .recoverWithItem(stored.submission())
                .map(submission -> Receipts.payload(submission, stored.replayed()));
    }

    /** Whether no change is expected before {@code end}. */
    private static boolean isAnswer(JournaledSubmission submission, Instant end) {
        return !submission.state().isOpen()
                || submission.leasedUntil() == null
                        && submission.state().nextAttemptAt().isAfter(end);
    }

    /** Watches before it reads, so that no change is missed. */
    private Multi<JournaledSubmission> follow(Uni<JournaledSubmission> now, String id) {
        return Multi.createBy()
                .merging()
                .streams(watch.of(id), now.toMulti())
                .skip()
                .repetitions();
    }

    private Uni<JournaledSubmission> within(Actor by, String id) {
        return journaled(id).map(found -> found != null && by.locations().contains(found.locationId()) ? found : null);
    }

    private Uni<JournaledSubmission> journaled(String id) {
        return workers.run(
                () -> database.read(transaction -> store.find(transaction, id)).orElse(null));
    }
}
