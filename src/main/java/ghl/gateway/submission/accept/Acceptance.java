package ghl.gateway.submission.accept;

import ghl.gateway.audit.AuditStore;
import ghl.gateway.failpoint.Failpoints;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.accept.AcceptResult.DryRun;
import ghl.gateway.submission.accept.AcceptResult.Rejected;
import ghl.gateway.submission.accept.AcceptResult.Stored;
import ghl.gateway.submission.check.FormCheck;
import ghl.gateway.submission.check.FormCheck.CheckedForm;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.delivery.AttentionLog;
import ghl.gateway.submission.delivery.DeliverySchedule;
import ghl.gateway.submission.delivery.SubmissionConfig;
import ghl.gateway.submission.delivery.SubmissionRetry;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.journal.Digests;
import ghl.gateway.submission.journal.IdempotencyKey;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.OrderingKeyStore;
import ghl.gateway.submission.journal.OrderingKeys;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.journal.SubmissionStore.UsedKey;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.submission.step.CallPlanner;
import ghl.gateway.submission.step.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Accepts inputs: checks them, then stores each in one transaction with its delivery task. Blocks. */
@ApplicationScoped
public class Acceptance {

    private final KnownLocations locations;
    private final FormCheck check;
    private final ContactAccessCheck contactAccess;
    private final CallPlanner planner;
    private final Database database;
    private final SubmissionStore submissions;
    private final OrderingKeyStore orderingKeyStore;
    private final OrderingKeys orderingKeys;
    private final AuditStore audit;
    private final Digests digests;
    private final SubmissionRetry retry;
    private final DeliverySchedule schedule;
    private final Quarantine quarantine;
    private final SubmissionConfig config;
    private final Clock clock;

    Acceptance(
            KnownLocations locations,
            FormCheck check,
            ContactAccessCheck contactAccess,
            CallPlanner planner,
            Database database,
            SubmissionStore submissions,
            OrderingKeyStore orderingKeyStore,
            OrderingKeys orderingKeys,
            AuditStore audit,
            Digests digests,
            SubmissionRetry retry,
            DeliverySchedule schedule,
            Quarantine quarantine,
            SubmissionConfig config,
            Clock clock) {
        this.locations = locations;
        this.check = check;
        this.contactAccess = contactAccess;
        this.planner = planner;
        this.database = database;
        this.submissions = submissions;
        this.orderingKeyStore = orderingKeyStore;
        this.orderingKeys = orderingKeys;
        this.audit = audit;
        this.digests = digests;
        this.retry = retry;
        this.schedule = schedule;
        this.quarantine = quarantine;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Accepts or rejects an input. A {@link Stored} submission survives a crash and will be delivered.
     *
     * @throws NotAcceptedException if it cannot be stored
     * @throws QuarantineFullException if it is probable spam and the form has no room for more
     * @throws ghl.gateway.highlevel.call.UpstreamException if nothing is known of the location and the CRM does not answer;
     *     never for intakes
     */
    public AcceptResult accept(SubmissionRequest request) {
        SubmitFormInput input = request.input();
        String locationId = request.locationId();
        Instant now = clock.instant();
        IdempotencyKey key = keyOf(request, now);
        if (key.digest() != null && !input.dryRun()) {
            Optional<UsedKey> used = database.read(transaction -> submissions.findKey(transaction, locationId, key));
            if (used.isPresent()) {
                return repeated(key, used.get());
            }
        }
        if (request.quarantined()) {
            quarantine.requireRoom(input.form());
        }
        LocationFacts facts = request.isFromIntake() ? locations.forIntake(locationId) : locations.of(locationId);
        return accept(request, facts, key, now);
    }

    private AcceptResult accept(SubmissionRequest request, LocationFacts facts, IdempotencyKey key, Instant now) {
        String locationId = request.locationId();
        Instant seconds = now.truncatedTo(ChronoUnit.SECONDS);
        MappedInput mapped = request.mapper().map(request.input(), facts, seconds);
        if (!mapped.userErrors().isEmpty()) {
            return new Rejected(mapped.userErrors());
        }
        CheckedForm form = check.check(mapped.input(), mapped.purpose(), locationId, facts, seconds);
        if (!form.userErrors().isEmpty()) {
            return new Rejected(form.userErrors());
        }
        List<UserError> outOfReach = contactAccess.check(request.by(), locationId, mapped.input());
        if (!outOfReach.isEmpty()) {
            return new Rejected(outOfReach);
        }
        return request.input().dryRun()
                ? new DryRun(planner.plan(form.plan()))
                : store(request.by(), submission(request, mapped, facts.warnings(), form.plan(), now), key);
    }

    /** The submission that an earlier input with the same key and content stored; empty if none exists. */
    public Optional<Stored> earlier(SubmissionRequest request) {
        IdempotencyKey key = keyOf(request, clock.instant());
        return database.read(transaction -> submissions.findKey(transaction, request.locationId(), key))
                .filter(used -> used.inputDigest().equals(key.inputDigest()))
                .map(used -> new Stored(retry.onRepeat(used.submissionId()), true));
    }

    private IdempotencyKey keyOf(SubmissionRequest request, Instant now) {
        return request.isFromIntake()
                ? IdempotencyKey.ofAnswers(
                        digests, request.input(), now.minus(config.derivedKey().window()))
                : IdempotencyKey.of(digests, request.by().actor(), request.input());
    }

    private static JournaledSubmission submission(
            SubmissionRequest request, MappedInput mapped, List<Warning> assumptions, Plan plan, Instant now) {
        List<Warning> warnings =
                Stream.concat(mapped.warnings().stream(), assumptions.stream()).toList();
        SubmissionState accepted =
                SubmissionState.accepted(plan.contactId(), now).warned(warnings);
        SubmissionState state = request.quarantined()
                ? accepted.quarantined(now)
                : mapped.purpose().needsApproval() ? accepted.parked(ParkReason.APPROVAL, now) : accepted;
        return JournaledSubmission.accepted(
                UUID.randomUUID().toString(), mapped.input().form(), plan, state, now);
    }

    private AcceptResult store(Actor by, JournaledSubmission submission, IdempotencyKey key) {
        Failpoints.pass("accept.before");
        Optional<UsedKey> used = insertOrRetry(by, submission, key);
        Failpoints.pass("accept.after");
        schedule.poll();
        if (used.isPresent()) {
            return repeated(key, used.get());
        }
        AttentionLog.accepted(submission);
        return new Stored(submission, false);
    }

    /**
     * Repeats a failed insert once. If the connection broke during the commit, it is unknown whether the submission was
     * stored. The second insert changes nothing if it was, and waits for a commit that is still running.
     */
    private Optional<UsedKey> insertOrRetry(Actor by, JournaledSubmission submission, IdempotencyKey key) {
        try {
            return database.write(transaction -> insert(transaction, by, submission, key));
        } catch (StorageException failure) {
            try {
                return database.write(transaction -> insert(transaction, by, submission, key));
            } catch (StorageException again) {
                throw failure.isInDoubt() || again.isInDoubt()
                        ? NotAcceptedException.inDoubt(failure)
                        : NotAcceptedException.because(failure);
            }
        }
    }

    /** @return the earlier use of the key; empty if the submission was inserted */
    private Optional<UsedKey> insert(
            Transaction transaction, Actor by, JournaledSubmission submission, IdempotencyKey key) {
        submissions.freeKey(transaction, submission.locationId(), key);
        if (!submissions.insert(transaction, submission, key)) {
            if (submissions.find(transaction, submission.id()).isPresent()) {
                return Optional.empty();
            }
            return submissions.findKey(transaction, submission.locationId(), key);
        }
        List<String> digests = orderingKeys.of(submission.plan());
        orderingKeyStore.add(transaction, submission.id(), digests);
        if (submission.state().status() == SubmissionStatus.QUARANTINED) {
            quarantine.add(transaction, submission);
        } else {
            orderingKeyStore.lock(transaction, digests, submission.createdAt());
            auditDeletion(transaction, by, submission);
        }
        if (!submission.isAtRest()) {
            schedule.add(submission.id(), submission.createdAt());
        }
        Failpoints.pass("accept.in");
        return Optional.empty();
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
                    new AuditStore.Entry(submission.createdAt(), by.actor(), "remove", submission.id(), which));
        }
    }

    private AcceptResult repeated(IdempotencyKey key, UsedKey used) {
        if (!used.inputDigest().equals(key.inputDigest())) {
            return new Rejected(List.of(new UserError(
                    UserErrorCode.KEY_REUSED,
                    "was already used for another input: repeat the same input, or use a new key",
                    List.of("input", "idempotencyKey"))));
        }
        return new Stored(retry.onRepeat(used.submissionId()), true);
    }
}
