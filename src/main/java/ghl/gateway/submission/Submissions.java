package ghl.gateway.submission;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
import ghl.gateway.submission.accept.AcceptResult.Rejected;
import ghl.gateway.submission.accept.AcceptResult.Stored;
import ghl.gateway.submission.accept.Acceptance;
import ghl.gateway.submission.accept.NotAcceptedException;
import ghl.gateway.submission.accept.SubmissionRequest;
import ghl.gateway.submission.delivery.SubmissionWatch;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The way in: takes forms, and tells what has become of them. */
@ApplicationScoped
public class Submissions {

    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(3);

    private final Acceptance acceptance;
    private final Database database;
    private final SubmissionStore store;
    private final SubmissionWatch watch;
    private final SubmissionWorkers workers;
    private final Clock clock;

    Submissions(
            Acceptance acceptance,
            Database database,
            SubmissionStore store,
            SubmissionWatch watch,
            SubmissionWorkers workers,
            Clock clock) {
        this.acceptance = acceptance;
        this.database = database;
        this.store = store;
        this.watch = watch;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * Takes a form. What is answered with a receipt is on the disk, and is delivered whatever happens next; the answer
     * waits for that as long as the input says. A refused input leaves nothing behind.
     *
     * @param by whose idempotency key it is
     * @param locationId where it goes
     * @return fails with {@link NotAcceptedException} when the form cannot be kept, and with {@link
     *     ghl.gateway.highlevel.UpstreamException} when the check needs a location that was never heard of and cannot be
     *     asked for; then nothing was accepted
     */
    public Uni<SubmitFormPayload> submit(Actor by, String locationId, SubmitFormInput input) {
        return submit(SubmissionRequest.of(by, locationId, input));
    }

    /** The same for what has to be read first. */
    public Uni<SubmitFormPayload> submit(SubmissionRequest arrival) {
        SubmitFormInput input = arrival.input();
        return Uni.createFrom()
                .item(() -> acceptance.accept(arrival))
                .runSubscriptionOn(workers)
                .onFailure(StorageException.class)
                .transform(NotAcceptedException::because)
                .chain(accepted -> accepted instanceof Stored kept
                        ? outcome(kept, input.waitAtMost() == null ? DEFAULT_WAIT : input.waitAtMost())
                        : Uni.createFrom().item(((Rejected) accepted).payload()));
    }

    /**
     * What has become of an input that came before, and is looked at no further; null when it comes for the first time.
     * For who must not be asked twice for what holds once only.
     */
    public Uni<SubmitFormPayload> earlier(SubmissionRequest arrival) {
        return Uni.createFrom()
                .item(() -> acceptance
                        .earlier(arrival)
                        .map(kept -> Receipts.payload(kept.submission(), true))
                        .orElse(null))
                .runSubscriptionOn(workers)
                .onFailure(StorageException.class)
                .transform(NotAcceptedException::because);
    }

    /** What has become of a submission; null when there is none within reach. */
    public Uni<Submission> find(Actor by, String id) {
        return within(by, id).map(found -> found == null ? null : Receipts.receipt(found, false));
    }

    /** A submission as it is, and then after every change; empty when there is none within reach, ended once it rests. */
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
        Multi<Optional<JournaledSubmission>> it = Multi.createFrom().item(Optional.of(submission));
        return submission.isAtRest()
                ? Multi.createBy()
                        .concatenating()
                        .streams(it, Multi.createFrom().item(Optional.empty()))
                : it;
    }

    /** Holds no thread and no connection while it waits. What was accepted stays so, whatever fails from now on. */
    private Uni<SubmitFormPayload> outcome(Stored kept, Duration wait) {
        String id = kept.submission().id();
        if (wait.isZero() || isAnswer(kept.submission(), clock.instant())) {
            return Uni.createFrom().item(Receipts.payload(kept.submission(), kept.replayed()));
        }
        Instant end = clock.instant().plus(wait);
        return follow(journaled(id), id)
                .select()
                .where(submission -> isAnswer(submission, end))
                .toUni()
                .ifNoItem()
                .after(wait)
                .recoverWithUni(() -> journaled(id))
                .onFailure()
                .recoverWithItem(kept.submission())
                .map(submission -> Receipts.payload(submission, kept.replayed()));
    }

    /** Whether nothing more is to be expected before {@code end}. */
    private static boolean isAnswer(JournaledSubmission submission, Instant end) {
        return !submission.progress().isOpen()
                || submission.leasedUntil() == null
                        && submission.progress().nextAttemptAt().isAfter(end);
    }

    /** Listens before it looks, so that nothing falls between. */
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
        return Uni.createFrom()
                .item(() -> database.read(transaction -> store.find(transaction, id))
                        .orElse(null))
                .runSubscriptionOn(workers);
    }
}
