package ghl.gateway.submission.delivery;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.journal.JournalClock;
import ghl.gateway.submission.journal.JournalTime;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.OrderingKeyStore;
import ghl.gateway.submission.journal.OrderingKeyStore.Earlier;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.WaitReason;
import ghl.gateway.submission.receipt.Warning;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Claims a submission for this worker once it is due and next in order. */
@ApplicationScoped
class SubmissionClaim {

    private static final Warning OVERTAKEN = new Warning(
            "OVERTAKEN",
            "An earlier submission of the same person is still unfinished. This one did not wait any longer");

    private final Database database;
    private final SubmissionStore submissions;
    private final OrderingKeyStore orderingKeys;
    private final LostCalls lostCalls;
    private final DeliverySchedule schedule;
    private final SubmissionConfig config;
    private final JournalClock clock;

    SubmissionClaim(
            Database database,
            SubmissionStore submissions,
            OrderingKeyStore orderingKeys,
            LostCalls lostCalls,
            DeliverySchedule schedule,
            SubmissionConfig config,
            JournalClock clock) {
        this.database = database;
        this.submissions = submissions;
        this.orderingKeys = orderingKeys;
        this.lostCalls = lostCalls;
        this.schedule = schedule;
        this.config = config;
        this.clock = clock;
    }

    /** Empty if there is nothing to do now. The journal then has the time of the next attempt. */
    Optional<JournaledSubmission> claim(String id) {
        return database.write(
                transaction -> submissions.findLocked(transaction, id).flatMap(found -> claim(transaction, found)));
    }

    private Optional<JournaledSubmission> claim(Transaction transaction, JournaledSubmission found) {
        JournalTime time = clock.now();
        Instant now = time.steady();
        Instant due = found.state().nextAttemptAt();
        if (due == null || due.isAfter(now)) {
            return Optional.empty();
        }
        if (found.leasedUntil() != null && found.leasedUntil().isAfter(now)) {
            submissions.postpone(transaction, found.id(), found.leasedUntil());
            return Optional.empty();
        }
        return found.state().isSettling()
                ? claimToSettle(transaction, found, time)
                : claimInTurn(transaction, found, time);
    }

    /** Values must not be set again while another submission of the person sets them. */
    private Optional<JournaledSubmission> claimToSettle(
            Transaction transaction, JournaledSubmission found, JournalTime time) {
        orderingKeys.lock(transaction, found.id(), time.steady());
        if (orderingKeys.isOtherRunning(transaction, found.id(), time.steady())) {
            submissions.postpone(transaction, found.id(), time.steady().plus(config.lease()));
            return Optional.empty();
        }
        return Optional.of(leased(transaction, found, found.state(), time));
    }

    /** Locks the ordering keys first, so that claims which share a key run one after the other. */
    private Optional<JournaledSubmission> claimInTurn(
            Transaction transaction, JournaledSubmission found, JournalTime time) {
        Instant now = time.steady();
        orderingKeys.lock(transaction, found.id(), now);
        if (orderingKeys.isOtherRunning(transaction, found.id(), now)) {
            return blocked(transaction, found, WaitReason.LANE, now.plus(config.lease()), time);
        }
        List<Earlier> earlier = orderingKeys.findEarlier(transaction, found);
        Instant patienceEnd = found.queuedAt().plus(config.lanePatience());
        if (!earlier.isEmpty() && patienceEnd.isAfter(now)) {
            return blocked(transaction, found, WaitReason.LANE, patienceEnd, time);
        }
        if (wakeUntried(transaction, found, earlier, patienceEnd, now)) {
            return blocked(transaction, found, WaitReason.LANE, now.plus(config.lease()), time);
        }
        Optional<Instant> quiet = lostCalls.quietUntil(transaction, found, now);
        if (quiet.isPresent()) {
            return blocked(transaction, found, WaitReason.QUIET, quiet.get(), time);
        }
        SubmissionState state = found.state().running(now.plus(config.lease()));
        return Optional.of(
                leased(transaction, found, earlier.isEmpty() ? state : state.warned(List.of(OVERTAKEN)), time));
    }

    /**
     * Before a submission overtakes earlier ones, each of them gets another attempt, so that after an outage they are delivered
     * in the order of their acceptance. Each attempt wakes this submission when it ends.
     */
    private boolean wakeUntried(
            Transaction transaction,
            JournaledSubmission found,
            List<Earlier> earlier,
            Instant patienceEnd,
            Instant now) {
        Instant due = dueSince(found);
        Instant since = due.isAfter(patienceEnd) ? due : patienceEnd;
        List<Earlier> untried =
                earlier.stream().filter(other -> !other.hasTriedSince(since)).toList();
        untried.forEach(other -> schedule.wake(transaction, other.id(), now));
        return !untried.isEmpty();
    }

    private JournaledSubmission leased(
            Transaction transaction, JournaledSubmission found, SubmissionState state, JournalTime now) {
        JournaledSubmission leased =
                found.leased(found.epoch() + 1, now.steady().plus(config.lease()));
        submissions.raiseEpoch(transaction, leased);
        JournaledSubmission running = leased.updated(state, found.steps(), now.date());
        submissions.save(transaction, running, found.steps());
        return running;
    }

    private Optional<JournaledSubmission> blocked(
            Transaction transaction, JournaledSubmission found, WaitReason what, Instant until, JournalTime now) {
        JournaledSubmission blocked = found.updated(found.state().waiting(what, until), found.steps(), now.date())
                .withBlockedSince(dueSince(found))
                .withLeasedUntil(null);
        submissions.save(transaction, blocked, found.steps());
        return Optional.empty();
    }

    private static Instant dueSince(JournaledSubmission found) {
        return found.blockedSince() == null ? found.state().nextAttemptAt() : found.blockedSince();
    }
}
