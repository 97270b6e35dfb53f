package ghl.gateway.submission.accept;

import ghl.gateway.audit.AuditStore;
import ghl.gateway.failpoint.Failpoints;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.delivery.DeliverySchedule;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.journal.IdempotencyKey;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.OrderingKeyStore;
import ghl.gateway.submission.journal.OrderingKeys;
import ghl.gateway.submission.journal.QuarantineStore;
import ghl.gateway.submission.journal.ReceivedBody;
import ghl.gateway.submission.journal.ReceivedBodyStore;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.journal.SubmissionStore.UsedKey;
import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.step.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Stores accepted submissions, each in one transaction with its ordering keys and its delivery task. */
@ApplicationScoped
public class SubmissionInsertion {

    private final Database database;
    private final SubmissionStore submissions;
    private final ReceivedBodyStore bodies;
    private final OrderingKeyStore orderingKeyStore;
    private final OrderingKeys orderingKeys;
    private final Quarantine quarantine;
    private final QuarantineStore setAside;
    private final AuditStore audit;
    private final DeliverySchedule schedule;

    SubmissionInsertion(
            Database database,
            SubmissionStore submissions,
            ReceivedBodyStore bodies,
            OrderingKeyStore orderingKeyStore,
            OrderingKeys orderingKeys,
            Quarantine quarantine,
            QuarantineStore setAside,
            AuditStore audit,
            DeliverySchedule schedule) {
        this.database = database;
        this.submissions = submissions;
        this.bodies = bodies;
        this.orderingKeyStore = orderingKeyStore;
        this.orderingKeys = orderingKeys;
        this.quarantine = quarantine;
        this.setAside = setAside;
        this.audit = audit;
        this.schedule = schedule;
    }

    /**
     * Inserts a submission. Repeats a failed insert once. If the connection broke during the commit, it is unknown whether
     * the submission was stored. The second insert changes nothing if it was, and waits for a commit that is still running.
     *
     * @param by null for one without steps
     * @param body null unless it could not be read
     * @return the earlier use of the key; empty if the submission was inserted
     * @throws NotAcceptedException if it cannot be stored
     * @throws QuarantineFullException if it is to be set aside and its form has no room
     */
    Optional<UsedKey> insert(Actor by, JournaledSubmission submission, IdempotencyKey key, ReceivedBody body) {
        Failpoints.pass("accept.before");
        Optional<UsedKey> used = insertOrRetry(by, submission, key, body);
        Failpoints.pass("accept.after");
        return used;
    }

    private Optional<UsedKey> insertOrRetry(
            Actor by, JournaledSubmission submission, IdempotencyKey key, ReceivedBody body) {
        try {
            return database.write(transaction -> insert(transaction, by, submission, key, body));
        } catch (StorageException failure) {
            try {
                return database.write(transaction -> insert(transaction, by, submission, key, body));
            } catch (StorageException again) {
                throw failure.isInDoubt() || again.isInDoubt()
                        ? NotAcceptedException.inDoubt(failure)
                        : NotAcceptedException.because(failure);
            }
        }
    }

    private Optional<UsedKey> insert(
            Transaction transaction, Actor by, JournaledSubmission submission, IdempotencyKey key, ReceivedBody body) {
        submissions.freeKey(transaction, submission.locationId(), key);
        List<String> digests = orderingKeys.of(submission.plan());
        if (!submission.state().isSetAside()) {
            orderingKeyStore.lock(transaction, digests, submission.updatedAt());
        }
        if (!submissions.insert(transaction, submission, key)) {
            if (submissions.find(transaction, submission.id()).isPresent()) {
                return Optional.empty();
            }
            return submissions.findKey(transaction, submission.locationId(), key);
        }
        if (body != null) {
            bodies.insert(transaction, submission.id(), body);
        }
        schedule(transaction, by, submission, digests);
        Failpoints.pass("accept.in");
        return Optional.empty();
    }

    /**
     * Gives a submission that could not be read what its form says now, in the caller's transaction.
     *
     * @param found locked, and unreadable
     * @param read what it says; its id and time of acceptance do not count
     * @return the submission afterwards
     */
    public JournaledSubmission complete(
            Transaction transaction,
            Actor by,
            JournaledSubmission found,
            JournaledSubmission read,
            IdempotencyKey key) {
        setAside.remove(transaction, found.form(), found.id());
        JournaledSubmission completed = read.withId(found.id())
                .withSequence(found.sequence())
                .withCreatedAt(found.createdAt())
                .withQueuedAt(found.queuedAt())
                .withEpoch(found.epoch());
        submissions.complete(transaction, completed, key);
        List<String> digests = orderingKeys.of(completed.plan());
        orderingKeyStore.lock(transaction, digests, completed.updatedAt());
        schedule(transaction, by, completed, digests);
        return completed;
    }

    /** Another submission than {@code id} that has this key; empty if {@link #complete} may use it. */
    public Optional<UsedKey> otherWith(Transaction transaction, String id, String locationId, IdempotencyKey key) {
        submissions.freeKey(transaction, locationId, key);
        return submissions.findKey(transaction, locationId, key).filter(used -> !used.submissionId()
                .equals(id));
    }

    private void schedule(Transaction transaction, Actor by, JournaledSubmission submission, List<String> digests) {
        orderingKeyStore.add(transaction, submission.id(), digests);
        if (submission.state().isSetAside()) {
            quarantine.add(transaction, submission);
        } else {
            auditDeletion(transaction, by, submission);
        }
        if (!submission.isAtRest()) {
            schedule.add(submission.id(), submission.state().nextAttemptAt());
        }
    }

    /**
     * Records who had a contact deleted. The entry stays when the submission's content is erased. Probable spam has none: it
     * deletes nothing unless it is approved, which is recorded.
     */
    private void auditDeletion(Transaction transaction, Actor by, JournaledSubmission submission) {
        Plan plan = submission.plan();
        if (plan.steps().stream().anyMatch(step -> step.kind() == StepKind.DELETE_CONTACT)) {
            String which = plan.contactId() == null ? "the contact that is found" : "contact " + plan.contactId();
            audit.add(
                    transaction,
                    new AuditStore.Entry(submission.updatedAt(), by.actor(), "remove", submission.id(), which));
        }
    }
}
