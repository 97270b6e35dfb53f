package ghl.gateway.submission.delivery;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.OrderingKeyStore;
import ghl.gateway.submission.journal.OrderingKeyStore.Earlier;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.WaitReason;
import ghl.gateway.submission.receipt.Warning;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes a submission this worker's, when it is its turn. */
@ApplicationScoped
class SubmissionClaim {

    private static final Warning OVERTAKEN = new Warning(
            "OVERTAKEN", "An earlier submission of the same person is still waiting: this one did not wait any longer");

    private final Database database;
    private final SubmissionStore submissions;
    private final OrderingKeyStore lanes;
    private final DeliverySchedule wakeups;
    private final SubmissionConfig config;
    private final Clock clock;

    SubmissionClaim(
            Database database,
            SubmissionStore submissions,
            OrderingKeyStore lanes,
            DeliverySchedule wakeups,
            SubmissionConfig config,
            Clock clock) {
        this.database = database;
        this.submissions = submissions;
        this.lanes = lanes;
        this.wakeups = wakeups;
        this.config = config;
        this.clock = clock;
    }

    /** Empty when there is nothing to do for it now; the journal then says when there will be. */
    Optional<JournaledSubmission> pickUp(String id) {
        return database.write(transaction -> submissions.lock(transaction, id)
                ? submissions.find(transaction, id).flatMap(found -> pickUp(transaction, found))
                : Optional.empty());
    }

    private Optional<JournaledSubmission> pickUp(Transaction transaction, JournaledSubmission found) {
        Instant now = clock.instant();
        Instant due = found.progress().nextAttemptAt();
        if (due == null || due.isAfter(now)) {
            return Optional.empty();
        }
        if (found.leasedUntil() != null && found.leasedUntil().isAfter(now)) {
            submissions.postpone(transaction, found.id(), found.leasedUntil());
            return Optional.empty();
        }
        if (found.progress().isSettling()) {
            return Optional.of(held(transaction, found, found.progress(), now));
        }
        return inTurn(transaction, found, now);
    }

    /** Taking the lanes first makes two who share one decide one after the other. */
    private Optional<JournaledSubmission> inTurn(Transaction transaction, JournaledSubmission found, Instant now) {
        lanes.take(transaction, found.id(), now);
        if (lanes.isBusy(transaction, found.id(), now)) {
            return waits(transaction, found, now.plus(config.lease()), now);
        }
        List<Earlier> earlier = lanes.earlier(transaction, found);
        Instant patienceEnds = found.createdAt().plus(config.lanePatience());
        if (!earlier.isEmpty() && patienceEnds.isAfter(now)) {
            return waits(transaction, found, patienceEnds, now);
        }
        if (wakeUntried(transaction, found, earlier, patienceEnds, now)) {
            return waits(transaction, found, now.plus(config.lease()), now);
        }
        SubmissionState progress = found.progress().running(now.plus(config.lease()));
        return Optional.of(
                held(transaction, found, earlier.isEmpty() ? progress : progress.warned(List.of(OVERTAKEN)), now));
    }

    /**
     * Whoever overtakes lets the earlier ones try first: after an outage they go in the order in which they came. They wake
     * this one again when they are through with it.
     */
    private boolean wakeUntried(
            Transaction transaction,
            JournaledSubmission found,
            List<Earlier> earlier,
            Instant patienceEnd,
            Instant now) {
        Instant due = found.inLaneSince() == null ? found.progress().nextAttemptAt() : found.inLaneSince();
        Instant since = due.isAfter(patienceEnd) ? due : patienceEnd;
        List<Earlier> untried =
                earlier.stream().filter(other -> !other.hasTriedSince(since)).toList();
        untried.forEach(other -> wakeups.wake(transaction, other.id(), now));
        return !untried.isEmpty();
    }

    private JournaledSubmission held(
            Transaction transaction, JournaledSubmission found, SubmissionState progress, Instant now) {
        JournaledSubmission held = found.heldBy(found.epoch() + 1, now.plus(config.lease()));
        submissions.raiseEpoch(transaction, held);
        JournaledSubmission running = held.with(progress, found.steps(), now);
        submissions.save(transaction, running, found.steps());
        return running;
    }

    private Optional<JournaledSubmission> waits(
            Transaction transaction, JournaledSubmission found, Instant until, Instant now) {
        SubmissionState progress = found.progress();
        JournaledSubmission waiting =
                found.inLane(progress.waiting(WaitReason.LANE, until), progress.nextAttemptAt(), now);
        submissions.save(transaction, waiting, found.steps());
        return Optional.empty();
    }
}
